import Correspondence
import Scanning

/// Asks that a sentence only counts (`take three steps`) and that follow it in turn (`First, …. Second, …`).
struct AskTurns: Sendable {
    private var direction: Ask.Direction?
    private var left = 0
    /// Sentences that may explain one turn before the next.
    private static let mostBetween = 3

    var areOpen: Bool { direction != nil }

    /// Takes note of a sentence that asks.
    mutating func note(_ direction: Ask.Direction, _ sentence: IndexedText) {
        guard AskClue.count.isFound(in: sentence) else { return }
        self.direction = direction
        left = Self.mostBetween
    }

    /// What a sentence asks in its turn; nil where it is none.
    mutating func take(_ sentence: MarkedSentence) -> (direction: Ask.Direction, object: String)? {
        guard let direction else { return nil }
        guard let turn = AskClue.turn.firstMatch(in: sentence.text) else {
            left -= 1
            if left < 0 { self.direction = nil }
            return nil
        }
        left = Self.mostBetween
        return (direction, sentence.printed(turn.range.upperBound..<sentence.text.bytes.count))
    }
}
