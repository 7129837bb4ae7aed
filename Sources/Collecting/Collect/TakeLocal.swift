import Correspondence

extension SourceCollector {
    /// Takes what lies on this machine.
    func take(_ kind: any LocalSourceReader.Type) throws(CollectError) {
        let stamps = visits.entries.compactMapValues(\.history.stamp)
        var reader: any LocalSourceReader
        do {
            reader = try kind.init(source, root: settings.root) { file, stamp in
                stamps["file:" + file] == stamp
            }
        } catch {
            report.problems.append("\(error)")
            report.alarm = "\(error)"
            return
        }
        while let step = reader.next() {
            switch step {
            case .item(let item): try take(item)
            case .failed(let file, let reason):
                report.refused.append(SourceReport.Refused(url: file, code: "failed", reason: reason))
            case .finished(let file, let stamp):
                report.lists += 1
                tell()
                guard !settings.isDryRun else { continue }
                var history = visits["file:" + file] ?? VisitHistory(at: settings.clock.now())
                history.last = settings.clock.now()
                history.stamp = stamp
                try visits.note("file:" + file, history)
            }
        }
    }

    private func take(_ item: LocalItem) throws(CollectError) {
        report.listed += 1
        let place = item.file + (item.part.map { "#" + $0 } ?? "")
        var listed = item.listed
        if listed.url.isEmpty { listed.url = "file:" + place }
        guard !settings.isDryRun else {
            report.planned = (report.planned ?? []) + [place]
            return
        }
        let kind: FileKind
        do { kind = try judge(item, url: listed.url) } catch {
            report.refused.append(
                SourceReport.Refused(url: place, code: error.code, reason: error.description))
            return
        }
        let sha256 = SHA256.hex(of: item.bytes)
        let day = String((item.collectedAt ?? settings.clock.timestamp).prefix(10))
        let text = textPrint(of: item.bytes, kind: kind, day: day)
        _ = try settle(item.bytes, kind, sha256: sha256, text: text, of: listed) { line in
            var line = line
            if item.listed.url.isEmpty { line.url = nil }
            line.place = place
            line.finalURL = item.finalURL.map(shownAddress)
            line.collectedAt = item.collectedAt ?? line.collectedAt
            line.status = item.status
            line.etag = item.etag
            line.lastModified = item.lastModified
            line.contentType = item.contentType
            return line
        }
    }

    /// What another program took from the web is judged as if it had come just now; a file of this machine by its format.
    private func judge(_ item: LocalItem, url: String) throws(Refusal) -> FileKind {
        if let status = item.status, status != 200 { throw .status(status) }
        let kind = FileKind(item.bytes)
        if kind == .empty { throw .empty }
        guard kind.mayBeLetter else { throw .format(kind) }
        guard kind == .html, let asked = webAddress(url) else { return kind }
        var response = HTTPResponse(address: asked, status: 200, body: item.bytes)
        if let final = item.finalURL.flatMap(webAddress) { response.address = final }
        return try Collecting.judge(response, asked: asked)
    }

    private func webAddress(_ text: String) -> WebAddress? {
        do { return try WebAddress(text) } catch { return nil }
    }
}
