import Testing

@testable import Collecting

@Suite("Another try")
struct RetryingTests {
    @Test("comes later each time, at most after the longest pause, with a share of chance")
    func pauses() {
        var retrying = Retrying()
        retrying.first = 4
        retrying.longest = 20
        #expect((1...5).map { retrying.pause(after: $0, chance: 1) } == [4, 8, 16, 20, 20])
        #expect(retrying.pause(after: 2, chance: 0) == 4)
    }

    @Test("waits as Retry-After says, in seconds or until a date")
    func retryAfterHeader() {
        #expect(retryAfter("120", now: 0) == 120)
        #expect(retryAfter("Thu, 01 Jan 1970 00:02:00 GMT", now: 30) == 90)
        #expect(retryAfter("Thu, 01 Jan 1970 00:00:10 GMT", now: 30) == 0)
        #expect(retryAfter("soon", now: 0) == nil)
        #expect(retryAfter(nil, now: 0) == nil)
    }
}

@Suite("The schedule of visits")
struct VisitScheduleTests {
    private let day = VisitSchedule.day

    /// The days of visits to a letter, where each night asks what is due.
    private func days(until last: Int, changing changes: Set<Int> = []) -> [Int] {
        var history: VisitHistory?
        var visited: [Int] = []
        for night in 0...last {
            let now = Double(night) * day
            guard VisitSchedule().isDue(history, stamp: nil, now: now) else { continue }
            visited.append(night)
            guard var known = history else {
                history = VisitHistory(at: now)
                continue
            }
            known.last = now
            known.visits += 1
            if changes.contains(night) { known.changes += 1 }
            history = known
        }
        return visited
    }

    @Test("asks for a letter that never changes ever more rarely")
    func settles() {
        let visited = days(until: 1_000)
        #expect(visited.prefix(6) == [0, 1, 2, 3, 5, 8])
        #expect(visited.count < 25)
        let gaps = zip(visited.dropFirst(), visited).map { $0 - $1 }
        #expect(gaps == gaps.sorted())
        #expect(gaps.max() == 90)
    }

    @Test("asks more often for one that changes")
    func changing() {
        #expect(days(until: 200, changing: Set(0...200)).count > 3 * days(until: 200).count)
    }

    @Test("goes by what the list says of its state")
    func stamps() {
        var history = VisitHistory(at: 0)
        history.stamp = "2020-01-01"
        let schedule = VisitSchedule()
        #expect(!schedule.isDue(history, stamp: "2020-01-01", now: 20 * day))
        #expect(schedule.isDue(history, stamp: "2020-01-02", now: 60))
        #expect(schedule.isDue(history, stamp: "2020-01-01", now: 91 * day))
        history.failures = 1
        #expect(schedule.isDue(history, stamp: "2020-01-01", now: day))
    }
}
