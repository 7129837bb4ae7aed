/// Asks addresses for one source, with manners: `robots.txt`, turns at each host, redirects one by one, another try where
/// a server says "later", and an end when the source's time is over.
actor Visitor {
    /// What a visit came to.
    struct Visit: Sendable {
        /// The answer at the end of the redirects.
        var response: HTTPResponse
        var redirects: [Redirect] = []
    }

    struct Settings: Sendable {
        var http: HTTPSettings
        var limits = HTTPLimits()
        var retrying = Retrying()
        /// Seconds between two requests to one host; longer where `robots.txt` asks for it.
        var delay: Double = 1
        /// Seconds since 1970 when the source's time is over.
        var deadline: Double = .infinity
        /// Redirects of one address at most.
        var redirectLimit = 10

        init(http: HTTPSettings) { self.http = http }
    }

    let settings: Settings
    private let clock: CollectingClock
    private let turns: HostTurns
    private let connection: HTTPConnection
    /// By origin.
    private var robots: [String: RobotsRules] = [:]
    /// Requests sent, all told.
    private(set) var requests = 0

    init(_ settings: Settings, clock: CollectingClock, turns: HostTurns) {
        self.settings = settings
        self.clock = clock
        self.turns = turns
        connection = HTTPConnection(settings.http)
    }

    /// - Parameters:
    ///   - headers: sent to this address's own origin only, never on to where it redirects.
    ///   - partial: what an earlier visit got of the file.
    func visit(
        _ address: WebAddress, headers: [String: String] = [:], limit: Int? = nil,
        partial: PartialDownload? = nil
    ) async throws(VisitFailure) -> Visit {
        var request = HTTPRequest(address)
        request.headers = headers
        request.limits = settings.limits
        if let limit { request.limits.bytes = limit }
        var redirects: [Redirect] = []
        var seen: Set<String> = [address.text]
        var partial = partial
        while true {
            let rules = try await rules(for: request.address)
            guard rules.allows(request.address.pathAndQuery) else {
                throw .disallowed(request.address.shown)
            }
            let response = try await send(request, partial: partial, delay: pause(rules))
            guard response.isRedirect else { return Visit(response: response, redirects: redirects) }
            let next = try target(of: response)
            redirects.append(Redirect(status: response.status, url: next.shown))
            guard redirects.count <= settings.redirectLimit else {
                throw .http(HTTPError(.tooManyRedirects(redirects.count), at: address.shown))
            }
            guard seen.insert(next.text).inserted else {
                throw .http(HTTPError(.redirectLoop, at: address.shown))
            }
            if next.origin != request.address.origin {
                request.headers = request.headers.filter { Self.isForAnybody($0.key) }
                partial = nil
            }
            request.address = next
        }
    }

    private func pause(_ rules: RobotsRules) -> Double { max(settings.delay, rules.delay ?? 0) }

    private static func isForAnybody(_ name: String) -> Bool {
        ["accept", "if-none-match", "if-modified-since"].contains(name.lowercased())
    }

    private func target(of response: HTTPResponse) throws(VisitFailure) -> WebAddress {
        do {
            return try response.address.resolving(response["location"] ?? "")
        } catch {
            throw .http(HTTPError(.badRedirect(error.address), at: response.address.shown))
        }
    }
}

extension Visitor {
    /// Sends a request until there is an answer that stands.
    private func send(
        _ request: HTTPRequest, partial: PartialDownload?, delay: Double
    ) async throws(VisitFailure) -> HTTPResponse {
        var partial = partial
        var tried = 0
        while true {
            tried += 1
            let failure: VisitFailure
            let wanted: Double?
            do {
                let response = try await sendOnce(request, partial: partial, delay: delay)
                guard Retrying.isPassing(response.status) else {
                    guard let whole = response.joined(to: partial) else {
                        // The rest does not fit what is there: all of it is asked for anew.
                        partial = nil
                        continue
                    }
                    return whole
                }
                failure = .later(response)
                wanted = retryAfter(response["retry-after"], now: clock.now())
            } catch let error as HTTPError {
                partial = error.partial ?? partial
                guard error.isPassing else { throw .http(error) }
                var kept = error
                kept.partial = partial
                failure = .http(kept)
                wanted = nil
            } catch {
                throw .outOfTime
            }
            guard tried < settings.retrying.tries else { throw failure }
            let pause = wanted ?? settings.retrying.pause(after: tried, chance: clock.chance())
            let isTooLong = (wanted ?? 0) > settings.retrying.patience
            guard !isTooLong, clock.now() + pause < settings.deadline else { throw failure }
            await clock.wait(pause)
        }
    }

    private func sendOnce(
        _ request: HTTPRequest, partial: PartialDownload?, delay: Double
    ) async throws -> HTTPResponse {
        var request = request
        if let partial {
            request.headers["Range"] = "bytes=\(partial.bytes.count)-"
            request.headers["If-Range"] = partial.validator
            request.acceptsCompression = false
        }
        await turns.take(request.address.host)
        let left = settings.deadline - clock.now()
        guard left > 0 else {
            await turns.release(request.address.host, pause: 0)
            throw VisitFailure.outOfTime
        }
        request.limits.total = min(request.limits.total, left)
        requests += 1
        do {
            let response = try await connection.send(request)
            // An interface that counts requests says when there are none left; it gives new ones little by little.
            let isSpent = response["x-ratelimit-remaining"].flatMap(Int.init) == 0
            await turns.release(request.address.host, pause: isSpent ? max(60, delay) : delay)
            return response
        } catch {
            await turns.release(request.address.host, pause: delay)
            throw error.joined(to: partial)
        }
    }

    /// The rules of an address's origin, asked for once. Whoever has none allows everything; whoever cannot give them
    /// allows nothing (RFC 9309, section 2.3.1).
    private func rules(for address: WebAddress) async throws(VisitFailure) -> RobotsRules {
        if let known = robots[address.origin] { return known }
        var place = try address.robots
        var rules = RobotsRules.none
        for _ in 0...5 {
            var request = HTTPRequest(place)
            request.limits = settings.limits
            request.limits.bytes = 4 * RobotsRules.sizeLimit
            let response: HTTPResponse
            do {
                response = try await send(request, partial: nil, delay: settings.delay)
            } catch {
                guard case .later(let answer) = error else { throw error }
                rules = answer.status == 429 ? .none : .closed
                break
            }
            if response.isRedirect {
                place = try target(of: response)
                continue
            }
            if response.status == 200 { rules = RobotsRules(response.body, agent: "letterbook") }
            if response.status >= 500 { rules = .closed }
            break
        }
        robots[address.origin] = rules
        return rules
    }
}

extension WebAddress {
    fileprivate var robots: WebAddress {
        get throws(VisitFailure) {
            do { return try resolving("/robots.txt") } catch { throw .http(error) }
        }
    }
}

extension HTTPResponse {
    /// The whole file, where this is its rest; nil where it does not fit.
    fileprivate func joined(to partial: PartialDownload?) -> HTTPResponse? {
        guard let partial, status == 206 || status == 416 else { return self }
        guard status == 206, self["content-range"]?.hasPrefix("bytes \(partial.bytes.count)-") == true else {
            return nil
        }
        var whole = self
        whole.status = 200
        whole.body = partial.bytes + body
        return whole
    }
}

extension HTTPError {
    /// With all that is there of the file, where the rest broke off once more.
    fileprivate func joined(to partial: PartialDownload?) -> HTTPError {
        guard let before = partial else { return self }
        var joined = self
        if joined.partial?.isRest == true {
            joined.partial?.bytes.insert(contentsOf: before.bytes, at: 0)
            joined.partial?.isRest = false
        } else if joined.partial == nil {
            joined.partial = before
        }
        return joined
    }
}
