import Correspondence

extension SourceCollector {
    /// Asks for one letter and keeps it.
    func take(_ item: ListedItem) async throws(CollectError) {
        if let inline = item.inline {
            return try keepInline(inline, of: item)
        }
        let address: WebAddress
        do { address = try WebAddress(item.url) } catch {
            return try refuse(item, code: "address", reason: error.problem)
        }
        if item.isLandingPage { return try await takeLandingPage(item, address) }
        let partial = parts.read(address.shown).map {
            PartialDownload(bytes: $0.bytes, validator: $0.head.validator)
        }
        do {
            let visit = try await visitor.visit(
                address, headers: headers(of: item, isPartial: partial != nil), partial: partial)
            failuresInARow = 0
            if partial != nil { parts.remove(address.shown) }
            try take(visit, of: item, address)
        } catch let failure as VisitFailure {
            try fail(failure, item, address)
        } catch let error as CollectError {
            throw error
        } catch {
            return
        }
    }

    /// Asks only for what has changed since.
    private func headers(of item: ListedItem, isPartial: Bool) -> [String: String] {
        var headers = item.headers
        guard !isPartial, let history = visits[key(item)] else { return headers }
        // Without the bytes that an unchanged answer would stand for, the whole is asked for.
        guard custody.known[key(item)]?.sha256 != nil || history.refusal != nil else { return headers }
        headers["If-None-Match"] = history.etag
        headers["If-Modified-Since"] = history.lastModified
        return headers
    }

    func take(_ visit: Visitor.Visit, of item: ListedItem, _ address: WebAddress) throws(CollectError) {
        let response = visit.response
        switch response.status {
        case 304:
            report.unchanged += 1
            try note(item, response, sha256: nil)
        case 200, 203:
            do {
                let kind = try judge(response, asked: address)
                try keep(response.body, kind, of: item, visit)
            } catch let refusal as Refusal {
                try refuse(item, response, refusal)
            } catch let error as CollectError {
                throw error
            } catch {
                return
            }
        case 404, 410: try noteGone(item, visit)
        default: try refuse(item, response, refusal(of: response))
        }
    }

    func noteGone(_ item: ListedItem, _ visit: Visitor.Visit) throws(CollectError) {
        guard let known = custody.known[key(item)], known.sha256 != nil else {
            return try refuse(item, visit.response, .status(visit.response.status))
        }
        if !known.isGone {
            report.gone.append(key(item))
            try append(line(.gone, item, sha256: known.sha256).with(visit))
        }
        try note(item, visit.response, sha256: nil)
    }

    /// What a server gave is no letter: the reason is reported, nothing is kept.
    func refuse(
        _ item: ListedItem, _ response: HTTPResponse, _ refusal: Refusal
    ) throws(CollectError) {
        report.refused.append(
            SourceReport.Refused(url: key(item), code: refusal.code, reason: refusal.description))
        try note(item, response, sha256: nil, refusal: refusal.code)
    }

    func refuse(_ item: ListedItem, code: String, reason: String) throws(CollectError) {
        report.refused.append(SourceReport.Refused(url: key(item), code: code, reason: reason))
        var history = visited(item)
        history.refusal = code
        try visits.note(key(item), history, facts: ItemFacts(item))
    }

    /// A letter could not be had; after five in a row the source is left alone for tonight.
    func fail(
        _ failure: VisitFailure, _ item: ListedItem, _ address: WebAddress
    ) throws(CollectError) {
        var history = visited(item)
        switch failure {
        case .outOfTime:
            stopped = failure.description
            return
        case .disallowed:
            return try refuse(item, code: "robots", reason: failure.description)
        case .later(let response):
            if let pause = retryAfter(response["retry-after"], now: settings.clock.now()),
                pause > settings.retrying.patience
            {
                stopped = "\(address.host) asks to be left alone for \(Int(pause)) s: the next night goes on"
            }
        case .http(let error):
            if let partial = error.partial, !settings.isDryRun {
                try parts.write(
                    address.shown, KeptPart(url: address.shown, validator: partial.validator), partial.bytes)
            }
        }
        report.refused.append(
            SourceReport.Refused(url: key(item), code: "failed", reason: failure.description))
        history.failures += 1
        try visits.note(key(item), history, facts: ItemFacts(item))
        failuresInARow += 1
        if failuresInARow >= 5 {
            stopped = "five letters in a row could not be had: the next night tries again"
        }
    }

    /// The history of an address with tonight's visit.
    func visited(_ item: ListedItem) -> VisitHistory {
        let now = settings.clock.now()
        guard var history = visits[key(item)] else { return VisitHistory(at: now) }
        history.last = now
        history.visits += 1
        return history
    }

    /// Notes a visit that had an answer.
    ///
    /// - Parameter sha256: of the bytes that came; nil where none came.
    func note(
        _ item: ListedItem, _ response: HTTPResponse, sha256: String?, refusal: String? = nil,
        isChange: Bool = false
    ) throws(CollectError) {
        var history = visited(item)
        history.failures = 0
        if response.status != 304 {
            history.status = response.status
            history.refusal = refusal
            history.etag = response.status == 200 ? response["etag"] : nil
            history.lastModified = response.status == 200 ? response["last-modified"] : nil
        }
        history.sha256 = sha256 ?? history.sha256
        if isChange { history.changes += 1 }
        history.stamp = item.stamp ?? history.stamp
        // Of what is kept custody tells.
        let isKept = custody.known[key(item)]?.sha256 != nil
        try visits.note(key(item), history, facts: isKept ? nil : ItemFacts(item))
    }
}
