/// How many letters a source named on a night: one line of `Output/ledger/visits/<source>.nights.jsonl`.
struct ListedNight: Sendable, Hashable, Codable {
    /// ISO 8601, UTC.
    var night: String
    var listed: Int
}

/// Whether a source that used to list letters has gone silent. Scrapers die in silence: a site changes its markup, and
/// nothing comes any more.
///
/// A new usual sets in after four nights, so that a site that was tidied up is not complained about for ever; none at all
/// is never usual.
///
/// - Parameters:
///   - listed: letters that its lists name tonight.
///   - before: earlier nights, oldest first.
///   - problem: why its lists could not be read, where they could not.
/// - Returns: what to tell, or nil.
func alarm(listed: Int, before: [ListedNight], problem: String?) -> String? {
    let usual = median(before.suffix(7).map(\.listed)) ?? 0
    let ever = median(before.map(\.listed).filter { $0 > 0 }.suffix(7)) ?? 0
    if listed == 0, ever > 0 {
        let why = problem.map { " (\($0))" } ?? ""
        return """
            lists no letters, usually \(ever)\(why): look at its page, correct Pipeline/sources or set active: false
            """
    }
    guard listed * 3 <= usual * 2, usual - listed >= 2 else { return nil }
    return "lists \(listed) letters, usually \(usual): see whether its page has changed"
}

/// The middle one; nil of none.
private func median(_ numbers: [Int]) -> Int? {
    numbers.isEmpty ? nil : numbers.sorted()[numbers.count / 2]
}
