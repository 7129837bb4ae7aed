import Correspondence
import Scanning

/// Sentences that ask for nothing of their own but stand behind what another one wrote: `whose comments we support`.
struct Endorsed: Sendable {
    /// Senders of the timeline, the longest name first, so that a part of a name never stands for the whole.
    private let senders: [String]
    private let letters: [String: [TimelineLetter]]
    /// In days: comments that somebody stands behind are written about the same time.
    private static let nearby = 120

    init(_ placed: [PlacedLetter]) {
        letters = Dictionary(grouping: placed.map(\.letter)) { $0.from ?? "" }
        senders = letters.keys.filter { $0.count >= 4 }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// A sentence that also urges something of its own is an ask like any other.
    static func isEndorsement(_ ask: TimelineFacts.Said) -> Bool {
        (ask.direction == .support || ask.object == nil)
            && pattern.isFound(in: IndexedText(cleanText(ask.text)))
    }

    /// Counts the letter behind each sender that the sentence names; sentences that name no sender of the timeline
    /// are left out, for nobody could follow them.
    func note(_ ask: TimelineFacts.Said, of letter: TimelineLetter, in found: inout [Endorsement]) {
        let text = cleanText(ask.text)
        guard let sender = senders.first(where: { $0 != letter.from && text.contains($0) }) else { return }
        let mark = TimelineEvent.Witness(record: letter.id, page: ask.page, quote: text)
        let place = found.firstIndex { $0.sender == sender } ?? found.count
        if place == found.count { found.append(Endorsement(sender: sender, of: [], letters: [])) }
        if found[place].letters.last?.record != letter.id { found[place].letters.append(mark) }
        let comments = (letters[sender] ?? []).filter { isBacked($0, by: letter) }.map(\.id)
        found[place].of = unique(found[place].of + comments)
    }

    /// To the same agency on the same docket or rule, about the same time.
    private func isBacked(_ comment: TimelineLetter, by letter: TimelineLetter) -> Bool {
        guard let first = comment.date?.days?.lowerBound, let second = letter.date?.days?.lowerBound,
            abs(first.number - second.number) <= Self.nearby
        else { return false }
        if !Set(comment.answers).isDisjoint(with: letter.answers) { return true }
        return comment.answers.isEmpty && letter.answers.isEmpty
            && !Set(comment.agencies).isDisjoint(with: letter.agencies)
    }

    private static let pattern = Pattern(
        literal: #"""
            \b(?:whose|the|their|its|these|those)\h(?:\w+\h){0,2}
                (?:comments?|letters?|testimony|statements?|submissions?|responses?|views)\h
                (?:(?:that|which)\h)?we\h(?:\w+ly\h)?(?:support|endorse|join|adopt|share|associate\hourselves\hwith)\b
            |\b(?:support|endorse|join\hin|associate\hourselves\hwith|concur\hwith|echo|adopt|align\h(?:ourselves\h)?with)\h
                (?:\w+ly\h)?(?:the|those|all)\h(?:\w+\h){0,2}(?:comments?|letters?|testimony|statements?|submissions?|responses?)\h
                (?:of|by|from|made|submitted|filed|sent|put\hforward|prepared|offered|(?:that\h)?(?:the\h)?[A-Z])
            """#, options: [.spaced])
}
