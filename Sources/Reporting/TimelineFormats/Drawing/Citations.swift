/// How sentences and events point to letters: by their numbers on the page, neighbours joined (`1–6, 9`).
struct Citations: Sendable {
    private let numbers: [String: Int]

    init(_ timeline: Timeline) {
        numbers = Dictionary(
            timeline.letters.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    }

    func number(of record: String) -> Int? { numbers[record] }

    /// Runs of neighbouring numbers, in order; empty where the timeline lists no letters.
    func runs(_ records: [String]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in records.compactMap({ numbers[$0] }).sorted() {
            if let last = runs.last, number <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, number)
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }

    /// `[1–6, 9]`, with `link` around each number, and `page` around the short id of a record that is no
    /// letter of the timeline; beyond so many runs the rest is counted.
    func text(
        _ records: [String], most: Int = 8, link: (Int) -> String = { String($0) },
        page: (String) -> String = { String($0.prefix(8)) }
    ) -> String {
        if records.isEmpty { return "" }
        if numbers.isEmpty { return "[\(counted(records.count, "record"))]" }
        let runs = runs(records)
        let most = records.count > 40 ? min(most, 3) : most
        var shown = runs.prefix(most).map { run in
            switch run.count {
            case 1: link(run.lowerBound)
            case 2: link(run.lowerBound) + ", " + link(run.upperBound)
            default: link(run.lowerBound) + "–" + link(run.upperBound)
            }
        }
        let pages = records.filter { numbers[$0] == nil }
        shown += pages.prefix(most).map(page)
        let left = runs.dropFirst(most).reduce(0) { $0 + $1.count } + max(0, pages.count - most)
        return "[" + shown.joined(separator: ", ") + (left > 0 ? " and \(grouped(left)) more" : "") + "]"
    }
}
