/// One request at a time for each host, with a pause between two, however many sources ask it.
actor HostTurns {
    private struct Host {
        var isTaken = false
        /// Seconds since 1970 when the next request may begin.
        var free: Double = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let clock: CollectingClock
    private var hosts: [String: Host] = [:]

    init(clock: CollectingClock) { self.clock = clock }

    /// Waits until the host may be asked. Every turn taken is given back with `release`.
    func take(_ host: String) async {
        if hosts[host, default: Host()].isTaken {
            await withCheckedContinuation { hosts[host, default: Host()].waiting.append($0) }
        } else {
            hosts[host, default: Host()].isTaken = true
        }
        let pause = (hosts[host]?.free ?? 0) - clock.now()
        if pause > 0 { await clock.wait(pause) }
    }

    /// - Parameter pause: seconds until the next request to this host may begin.
    func release(_ host: String, pause: Double) {
        hosts[host]?.free = clock.now() + pause
        if hosts[host]?.waiting.isEmpty == false {
            hosts[host]?.waiting.removeFirst().resume()
        } else {
            hosts[host]?.isTaken = false
        }
    }
}
