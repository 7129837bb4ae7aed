import Glibc

/// Time and chance as collecting sees them: passed in, so that a test needs neither to wait nor to guess.
public struct CollectingClock: Sendable {
    /// Seconds since 1970.
    public var now: @Sendable () -> Double
    /// Waits for so many seconds.
    public var wait: @Sendable (Double) async -> Void
    /// A number from 0 up to but not including 1.
    public var chance: @Sendable () -> Double

    public init(
        now: @escaping @Sendable () -> Double, wait: @escaping @Sendable (Double) async -> Void,
        chance: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.wait = wait
        self.chance = chance
    }

    /// The machine's.
    public static let system = CollectingClock(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        },
        wait: { seconds in
            guard seconds > 0 else { return }
            // A task that is cancelled waits no longer.
            do { try await Task.sleep(for: .milliseconds(Int(seconds * 1_000))) } catch { return }
        },
        chance: { Double.random(in: 0..<1) })

    /// Now, as custody writes it: `2026-11-21T02:00:00Z`.
    var timestamp: String { timestamp(of: now()) }

    /// A time, ISO 8601 in UTC, to the second.
    func timestamp(of seconds: Double) -> String {
        var whole = time_t(seconds)
        var parts = tm()
        gmtime_r(&whole, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(Int(parts.tm_year) + 1_900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
            + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
