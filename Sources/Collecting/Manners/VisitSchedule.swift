/// How often letters that are known already are asked for again: learnt from how often each has changed.
///
/// Half the time that a letter kept unchanged on average, so that one which never changes is asked for ever more rarely:
/// after 1, 2, 3, 4½, 7, 10 days and so on. Lists are asked for every night and have no schedule.
struct VisitSchedule: Sendable, Hashable {
    static let day: Double = 86_400

    /// Seconds. Default: a day.
    var shortest: Double = day
    /// Seconds that a letter may be early, as nights do not begin at the same second. Default: two hours.
    var slack: Double = 7_200
    /// Seconds. Default 90 days.
    var longest: Double = 90 * day

    init() {}

    /// When a letter is due again: seconds since 1970. Pure.
    func due(after history: VisitHistory) -> Double {
        let span = max(0, history.last - history.first)
        // What could not be had, or was no letter, is tried every night for a week, and then more rarely too.
        let isMissing = history.failures > 0 || history.refusal != nil
        let interval = span / (isMissing ? 6 : 2 * Double(history.changes + 1))
        return history.last + min(longest, max(shortest, interval)) - slack
    }

    /// Whether an item that a list names is asked for now.
    ///
    /// - Parameter stamp: what the list says of its state; where that differs from the last visit's it is asked for at
    ///   once, where it is the same only when the longest interval is over.
    func isDue(_ history: VisitHistory?, stamp: String?, now: Double) -> Bool {
        guard let history else { return true }
        if let stamp {
            return stamp != history.stamp || history.failures > 0 || now >= history.last + longest
        }
        return now >= due(after: history)
    }
}

/// What the visits to one address came to.
struct VisitHistory: Sendable, Hashable, Codable {
    /// Seconds since 1970.
    var first: Double
    var last: Double
    var visits = 1
    /// Visits that found other bytes than the one before.
    var changes = 0
    /// Failures in a row up to the last visit.
    var failures = 0
    /// Of the last answer; 304 counts as what it stands for. Nil where there was none.
    var status: Int?
    var etag: String?
    var lastModified: String?
    /// What the list said of its state at the last visit.
    var stamp: String?
    /// SHA-256 of the bytes that came last, kept or not.
    var sha256: String?
    /// Why the last answer was no letter; nil where it was one.
    var refusal: String?

    init(at time: Double) {
        first = time
        last = time
    }
}
