import Correspondence

extension SourceCollector {
    /// Reads a page that tells of a letter: the file that it links is the letter, and the page one of its addresses.
    /// Where it links none, the page itself is the letter.
    func takeLandingPage(_ item: ListedItem, _ address: WebAddress) async throws(CollectError) {
        let answer: ListAnswer
        switch try await visitList(address, headers: item.headers) {
        case .answer(let page): answer = page
        case .refused(let visit, let refusal):
            let isGone = [404, 410].contains(visit.response.status)
            return isGone ? try noteGone(item, visit) : try refuse(item, visit.response, refusal)
        case .failed(let failure): return try fail(failure, item, address)
        }
        failuresInARow = 0
        let files: [ListedItem]
        do { files = try readLandingPage(answer, of: item) } catch { files = [] }
        guard !files.isEmpty else { return try keepPage(answer, item, address) }
        for file in files {
            if file.isWithdrawn {
                try noteWithdrawal(of: item)
                continue
            }
            try noteReinstatement(of: file)
            if file.inline == nil, file.url == item.url {
                try refuse(item, code: "empty", reason: "it holds neither a text nor a file")
                continue
            }
            guard settings.schedule.isDue(visits[key(file)], stamp: item.stamp, now: settings.clock.now())
            else {
                continue
            }
            var file = file
            file.stamp = item.stamp
            try await take(file)
        }
        // Only now: were the night ended before, the page would be read again.
        var history = visited(item)
        history.failures = 0
        history.status = 200
        history.stamp = item.stamp ?? history.stamp
        try visits.note(key(item), history)
    }

    /// The page itself, as it came just now.
    private func keepPage(
        _ answer: ListAnswer, _ item: ListedItem, _ address: WebAddress
    ) throws(CollectError) {
        var response = HTTPResponse(address: address, status: 200, body: answer.body)
        do {
            response = HTTPResponse(address: try WebAddress(answer.finalURL), status: 200, body: answer.body)
        } catch {
            return try refuse(item, code: "address", reason: error.problem)
        }
        if let head = lists.read(address.shown)?.head {
            response.headers = [("etag", head.etag), ("last-modified", head.lastModified)].compactMap {
                name, value in
                value.map { HTTPResponse.Header(name: name, value: $0) }
            }
        }
        if let type = answer.contentType {
            response.headers.append(HTTPResponse.Header(name: "content-type", value: type))
        }
        try take(Visitor.Visit(response: response), of: item, address)
    }
}
