import Correspondence

extension SourceCollector {
    /// Reads a page that tells of a letter: the file that it links is the letter, and the page one of its addresses.
    /// Where it links none, the page itself is the letter.
    func takeLandingPage(_ item: ListedItem, _ address: WebAddress) async throws(CollectError) {
        let problems = report.problems
        guard let answer = try await list(item.url, headers: item.headers) else {
            // What is wrong with one page is no problem of the source.
            let reason = report.problems.last ?? "it cannot be had"
            report.problems = problems
            return try failLandingPage(item, reason)
        }
        failuresInARow = 0
        let files: [ListedItem]
        do { files = try readLandingPage(answer, of: item) } catch { files = [] }
        guard !files.isEmpty else { return try keepPage(answer, item, address) }
        for file in files where custody.known[key(file)]?.isWithdrawn != true {
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

    private func failLandingPage(_ item: ListedItem, _ reason: String) throws(CollectError) {
        report.refused.append(SourceReport.Refused(url: key(item), code: "failed", reason: reason))
        var history = visited(item)
        history.failures += 1
        try visits.note(key(item), history, facts: ItemFacts(item))
        failuresInARow += 1
        if failuresInARow >= 5 {
            stopped = "five letters in a row could not be had: the next night tries again"
        }
    }

    /// The page itself, as it came just now.
    private func keepPage(
        _ answer: ListAnswer, _ item: ListedItem, _ address: WebAddress
    ) throws(CollectError) {
        var response = HTTPResponse(address: address, status: 200, body: answer.body)
        do {
            response = HTTPResponse(address: try WebAddress(answer.finalURL), status: 200, body: answer.body)
        } catch {
            return try failLandingPage(item, error.problem)
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
