/// Divides a page's text into sentences and list items.
public enum SentenceReader {
    /// Byte ranges without white space at their ends, in order. A blank line, a bullet and a numbered item begin
    /// a sentence; a full stop behind an abbreviation or an initial ends none.
    public static func sentences(in text: IndexedText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        boundary.search(text) { match in
            if match["stop"] == nil || !isAbbreviation(before: match.range.lowerBound, text) {
                // The mark itself still belongs to the sentence.
                let end = match["stop"].map(\.upperBound) ?? match.range.lowerBound
                append(start..<end, text, to: &found)
                start = match.range.upperBound
            }
            return true
        }
        append(start..<text.bytes.count, text, to: &found)
        return found
    }

    private static func append(_ range: Range<Int>, _ text: IndexedText, to found: inout [Range<Int>]) {
        guard let match = content.firstMatch(in: text, range: range) else { return }
        found.append(match.range)
    }

    /// Blank line, line break before a list item, or a stop before a capital.
    private static let boundary = Pattern(
        literal: #"""
            \n\h*\n\s*
            |\n(?=\h*(?:[•▪‣◦●■*\x{F0B7}]|[-–—]\h|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\h))
            |(?<stop>[.?!]["”’')\]]{0,3}(?:\d{1,3}(?=\s+[A-Z]))?)\s+(?=["“‘(\[]{0,2}[A-Z•\d])
            """#, options: .spaced)

    private static let content = Pattern(literal: #"\S(?:.*\S)?"#, options: .dotMatchesLineBreak)

    private static func isAbbreviation(before stop: Int, _ text: IndexedText) -> Bool {
        let window = max(0, stop - 12)..<stop
        return abbreviation.isFound(in: text, range: window)
    }

    private static let abbreviation = Pattern(
        literal: #"""
            (?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Sen|Rep|Gov|Gen|Jr|Sr|St|No|Nos|Sec|Art|Vol|Fed|Reg|Pub|Supp|Cir|Inc|Co
                |Corp|Ltd|Assn|Dept|Ave|Blvd|vs|v|cf|e\.g|i\.e|et\h+al|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug
                |Sept|Sep|Oct|Nov|Dec|Rec|Cong|Ctr|Stat|App|Id|pp|p|n|L)
            |(?<![\w])(?:[A-Z]\.){0,4}[A-Z])\z
            """#, options: .spaced)
}
