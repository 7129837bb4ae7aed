import Correspondence
import Scanning

/// Sentences that ask for nothing of their own but stand behind what another one wrote: `whose comments we support`.
struct Endorsed: Sendable {
    /// Senders of the timeline, the longest name first, so that a part of a name never stands for the whole.
    private let senders: [String]
    private let letters: [String: [String]]

    init(_ placed: [PlacedLetter]) {
        letters = Dictionary(grouping: placed.map(\.letter)) { $0.from ?? "" }.mapValues { $0.map(\.id) }
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
        if let place = found.firstIndex(where: { $0.sender == sender }) {
            if found[place].letters.last?.record != letter.id { found[place].letters.append(mark) }
        } else {
            found.append(Endorsement(sender: sender, of: letters[sender] ?? [], letters: [mark]))
        }
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
