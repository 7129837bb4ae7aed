import Correspondence
import Scanning

/// Reads the caption of a pleading: what stands between `In the Matter of` and the column of `)` at its right.
struct PleadingCaption {
    let shape: LetterShape

    func find() -> Evidenced<String>? {
        guard let first = shape.head.first(where: { shape.text[$0].has(Self.matter) }) else { return nil }
        var words: [String] = []
        var last = first
        for index in first..<min(first + Self.limit, shape.text.count) {
            let line = shape.text[index]
            guard line.page == shape.text[first].page, index == first || line.string.contains(")") else {
                break
            }
            let left = line.string.prefix { $0 != ")" }
            let text = index == first ? left.dropFirst(Self.length(of: line)) : left
            if !text.allSatisfy(\.isWhitespace) {
                words.append(String(text))
                last = index
            }
        }
        let value = PartyText.trimmed(SubjectText.clean(words))
        guard !value.isEmpty else { return nil }
        let evidence = shape.lines.evidence(
            from: shape.text[first], to: shape.text[last], rule: "subject.pleading", .high)
        return Evidenced(value, evidence)
    }

    private static let limit = 14

    /// Characters of `In the Matter of` with which a line begins.
    private static func length(of line: LetterLine) -> Int {
        matter.firstMatch(in: line.text).map { line.part($0.range).string.count } ?? 0
    }

    private static let matter = Pattern(
        literal: #"\AIn\s+(?:the\s+Matters?\s+of|re)\b\s*:?"#, options: [.caseInsensitive])
}
