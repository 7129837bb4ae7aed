import Correspondence
import Foundation

/// A list that a night did not come to: asked for by the next one. Without headers, which may hold keys.
private struct WaitingList: Codable {
    var url: String
    var context: [String: String]
}

/// What asking for a list came to.
enum ListVisit {
    case answer(ListAnswer)
    /// The server gave something else.
    case refused(Visitor.Visit, Refusal)
    case failed(VisitFailure)
}

extension SourceCollector {
    /// Reads a source's lists until there are none left, or its limits are met.
    ///
    /// - Returns: whether all of them were read.
    func readLists(
        _ kind: any SourceReader.Type, into found: inout FoundItems
    ) async throws(CollectError) -> Bool {
        let first: [ListRequest]
        do {
            first = try kind.start(source, environment: settings.environment)
        } catch {
            report.problems.append("\(error)")
            return true
        }
        // Lists have half of the time, so that letters come however many lists there are.
        let end = began + source.timeLimit / 2
        var waiting = first + resumed(headers: first.first?.headers ?? [:])
        var seen: Set<ListRequest> = Set(waiting)
        var next = 0
        while next < waiting.count, report.lists < source.pageLimit, settings.clock.now() < end,
            stopped == nil
        {
            tell()
            if let answer = try await list(waiting[next].url, headers: waiting[next].headers) {
                take(answer, request: waiting[next], kind, into: &found, &waiting, &seen)
            }
            next += 1
        }
        try postpone(Array(waiting[next...]))
        return next == waiting.count
    }

    private func take(
        _ answer: ListAnswer, request: ListRequest, _ kind: any SourceReader.Type,
        into found: inout FoundItems,
        _ waiting: inout [ListRequest], _ seen: inout Set<ListRequest>
    ) {
        var answer = answer
        answer.request = request
        do {
            let reading = try kind.read(answer, of: source)
            report.lists += 1
            found.add(reading)
            waiting += reading.next.filter { seen.insert($0).inserted }
        } catch {
            report.problems.append("\(shownAddress(request.url)): \(error)")
        }
    }

    /// A list as it is now. Nil where it cannot be had, which the report says.
    private func list(_ url: String, headers: [String: String]) async throws(CollectError) -> ListAnswer? {
        let address: WebAddress
        do { address = try WebAddress(url) } catch {
            report.problems.append("\(error)")
            return nil
        }
        switch try await visitList(address, headers: headers) {
        case .answer(let answer): return answer
        case .refused(_, let refusal): report.problems.append("\(address.shown): \(refusal)")
        case .failed(let failure): report.problems.append("\(failure)")
        }
        return nil
    }

    /// Asks for a list or a landing page; what did not change comes from the cache.
    func visitList(
        _ address: WebAddress, headers: [String: String]
    ) async throws(CollectError) -> ListVisit {
        let cached = lists.read(address.shown)
        var headers = headers
        headers["If-None-Match"] = cached?.head.etag
        headers["If-Modified-Since"] = cached?.head.lastModified
        let visit: Visitor.Visit
        do {
            visit = try await visitor.visit(address, headers: headers, limit: settings.listLimit)
        } catch {
            return .failed(error)
        }
        let response = visit.response
        if response.status == 304, let cached {
            return .answer(
                ListAnswer(
                    request: ListRequest(url: address.text), finalURL: cached.head.finalURL,
                    contentType: cached.head.contentType, body: cached.bytes))
        }
        guard response.status == 200 else { return .refused(visit, refusal(of: response)) }
        if FileKind(response.body) == .html, let sign = challenge(in: response) {
            return .refused(visit, .challenge(sign))
        }
        try remember(response, of: address)
        return .answer(
            ListAnswer(
                request: ListRequest(url: address.text), finalURL: response.address.text,
                contentType: response.mediaType, body: response.body))
    }

    private func remember(_ response: HTTPResponse, of address: WebAddress) throws(CollectError) {
        let head = CachedList(
            url: address.shown, finalURL: response.address.shown, contentType: response.mediaType,
            etag: response["etag"], lastModified: response["last-modified"])
        guard !settings.isDryRun, head.etag != nil || head.lastModified != nil else { return }
        try lists.write(address.shown, head, response.body)
    }

    private var waitingFile: String { settings.ledger(of: source.id) + ".waiting.jsonl" }

    private func resumed(headers: [String: String]) -> [ListRequest] {
        var requests: [ListRequest] = []
        // What cannot be read is found again from the first list on.
        do {
            try LineLog(at: waitingFile).forEach(WaitingList.self) {
                requests.append(ListRequest(url: $0.url, headers: headers, context: $0.context))
            }
        } catch {
            return []
        }
        return requests
    }

    private func postpone(_ requests: [ListRequest]) throws(CollectError) {
        guard !settings.isDryRun else { return }
        if requests.isEmpty {
            unlink(waitingFile)
            return
        }
        try makeFolder(of: waitingFile)
        try LineLog(at: waitingFile).replace(
            with: requests.map { WaitingList(url: shownAddress($0.url), context: $0.context) })
    }
}
