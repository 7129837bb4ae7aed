import Correspondence

/// Finds which earlier letter a letter replies to: the one of the date that it names (`your letter of March 31`), or
/// the last one about the same docket, between the same parties with their places swapped.
struct Replies {
    let letters: [LetterFacts]
    let settings: RelatingSettings
    /// Letters by each day that their date can mean, for dates of one day.
    private let byDay: [String: [Int]]
    /// Letters on a docket by who writes them: of thousands on one docket, few are written by whom a reply addresses.
    private let byWriter: [DocketWriter: [Int]]
    private struct DocketWriter: Hashable {
        var docket: String
        var writer: String
    }

    init(_ letters: [LetterFacts], settings: RelatingSettings) {
        self.letters = letters
        self.settings = settings
        var byDay: [String: [Int]] = [:]
        var byWriter: [DocketWriter: [Int]] = [:]
        for (position, letter) in letters.enumerated() {
            if let day = letter.earliestDay, day == letter.latestDay {
                byDay[day, default: []].append(position)
            }
            for docket in letter.answered where !docket.hasPrefix(Self.mark) {
                for writer in letter.writers {
                    byWriter[DocketWriter(docket: docket, writer: writer), default: []].append(position)
                }
            }
        }
        self.byDay = byDay
        self.byWriter = byWriter
    }

    /// How an answer that is a letter is written: `letter 2020-03-31`.
    static let mark = "letter "

    func relations() -> [LetterRelation] {
        letters.indices.compactMap { reply in
            guard let found = named(by: reply) ?? onDocket(of: reply) else { return nil }
            return LetterRelation(
                from: letters[reply].id, kind: .replyTo, id: letters[found.earlier].id, score: found.score)
        }
    }

    /// The letter of the day that the reply names. Both parties must not contradict it, and one must fit.
    private func named(by reply: Int) -> (earlier: Int, score: Double)? {
        let days = letters[reply].answered.filter { $0.hasPrefix(Self.mark) }
            .map { String($0.dropFirst(Self.mark.count)) }
        let candidates = days.flatMap { byDay[$0] ?? [] }.filter { $0 != reply }
            .compactMap { earlier -> (earlier: Int, score: Double)? in
                let fits = [
                    isWriter(of: earlier, addressedBy: reply), isWriter(of: reply, addressedBy: earlier),
                ]
                let count = fits.count { $0 }
                return count == 0 ? nil : (earlier, count == 2 ? 1 : 0.7)
            }
        return best(candidates)
    }

    /// The last letter on the docket before the reply, written by whom the reply addresses to whom writes it.
    private func onDocket(of reply: Int) -> (earlier: Int, score: Double)? {
        guard let day = letters[reply].earliestDay else { return nil }
        let onDockets = letters[reply].answered.flatMap { docket in
            letters[reply].readers.flatMap { byWriter[DocketWriter(docket: docket, writer: $0)] ?? [] }
        }
        let candidates = onDockets.filter { earlier in
            guard earlier != reply, let latest = letters[earlier].latestDay, latest < day,
                Comparison.days(from: latest, to: day) <= settings.replyDays
            else { return false }
            return isWriter(of: reply, addressedBy: earlier)
        }
        let last = candidates.max { (letters[$0].latestDay ?? "", $1) < (letters[$1].latestDay ?? "", $0) }
        return last.map { ($0, 0.6) }
    }

    /// The likeliest; of equals none, for it cannot be told which.
    private func best(_ found: [(earlier: Int, score: Double)]) -> (earlier: Int, score: Double)? {
        guard let top = found.map(\.score).max() else { return nil }
        let likeliest = found.filter { $0.score == top }
        return Set(likeliest.map(\.earlier)).count == 1 ? likeliest.first : nil
    }

    private func isWriter(of letter: Int, addressedBy other: Int) -> Bool {
        !Set(letters[letter].writers).isDisjoint(with: letters[other].readers)
    }
}
