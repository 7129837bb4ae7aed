import Correspondence

extension SourceCollector {
    /// Keeps bytes that are a letter: as a new original, as a new version, or not at all where they are there already.
    func keep(
        _ bytes: [UInt8], _ kind: FileKind, of item: ListedItem, _ visit: Visitor.Visit
    ) throws(CollectError) {
        let sha256 = SHA256.hex(of: bytes)
        let text = textPrint(of: bytes, kind: kind, day: String(settings.clock.timestamp.prefix(10)))
        let isChange = try settle(bytes, kind, sha256: sha256, text: text, of: item) { $0.with(visit) }
        try note(item, visit.response, sha256: sha256, isChange: isChange)
    }

    /// A letter that stood in the list itself.
    func keepInline(_ inline: InlineOriginal, of item: ListedItem) throws(CollectError) {
        guard !inline.bytes.isEmpty else { return }
        let sha256 = SHA256.hex(of: inline.bytes)
        let kind: FileKind = inline.contentType == "text/html" ? .html : .txt
        let text = textPrint(of: inline.bytes, kind: kind, day: String(settings.clock.timestamp.prefix(10)))
        let isKnown = custody.known[key(item)]?.sha256 == sha256
        let isChange = try settle(inline.bytes, kind, sha256: sha256, text: text, of: item) { line in
            var line = line
            line.status = 200
            line.contentType = inline.contentType
            line.charset = "utf-8"
            return line
        }
        guard !isKnown else { return }
        var history = visited(item)
        if isChange { history.changes += 1 }
        history.sha256 = sha256
        try visits.note(key(item), history)
    }

    /// What bytes are to what is there already; keeps them where they are new, and says so in custody.
    ///
    /// - Parameter complete: adds to a line how the bytes came.
    /// - Returns: whether the address gave another letter than before.
    func settle(
        _ bytes: [UInt8], _ kind: FileKind, sha256: String, text: String?, of item: ListedItem,
        complete: (CustodyLine) -> CustodyLine
    ) throws(CollectError) -> Bool {
        let known = custody.known[key(item)]
        if let known, known.sha256 == sha256 {
            report.unchanged += 1
            let again = complete(line(known.isGone ? .back : .found, item, sha256: sha256)).with(text: text)
            let isElsewhere = again.finalURL != nil && again.finalURL != (known.finalURL ?? again.finalURL)
            if known.isGone || isElsewhere { try append(again) }
            return false
        }
        if let known, let before = known.sha256, let text, text == known.text {
            report.unchanged += 1
            report.sameText += 1
            guard !known.hasVariants else { return false }
            var same = complete(line(.sameText, item, sha256: before))
            same.variant = sha256
            same.bytes = bytes.count
            try append(same)
            return false
        }
        return try keepNew(bytes, kind, sha256: sha256, text: text, of: item, before: known?.sha256, complete)
    }

    private func keepNew(
        _ bytes: [UInt8], _ kind: FileKind, sha256: String, text: String?, of item: ListedItem,
        before: String?,
        _ complete: (CustodyLine) -> CustodyLine
    ) throws(CollectError) -> Bool {
        let isThere = custody.files[sha256] != nil
        // The original first: a line of custody never tells of a file that is not there.
        let file = try originals.put(bytes, sha256: sha256, ending: kind.ending)
        var line = complete(line(isThere ? .found : .collected, item, sha256: sha256)).with(text: text)
        line.bytes = bytes.count
        line.file = file
        line.supersedes = before
        try append(line)
        let entry = SourceReport.Collected(
            url: key(item), path: "collected/\(source.id)/\(file)", sha256: sha256, linkText: item.linkText)
        if before != nil {
            report.changed.append(entry)
        } else if isThere {
            report.unchanged += 1
        } else {
            report.new.append(entry)
        }
        return before != nil
    }
}

extension CustodyLine {
    /// With what the server answered.
    func with(_ visit: Visitor.Visit) -> CustodyLine {
        let response = visit.response
        var line = self
        let final = response.address.shown
        line.finalURL = final == url ? nil : final
        line.redirects = visit.redirects.isEmpty ? nil : visit.redirects
        line.status = response.status
        line.etag = response["etag"]
        line.lastModified = response["last-modified"]
        line.contentType = response.mediaType
        line.charset = response.charset
        return line
    }

    func with(text: String?) -> CustodyLine {
        var line = self
        line.text = text
        return line
    }
}
