import Correspondence
import Scanning

/// Finds what a letter says it is about: its RE or Subject line, a memo's caption, the title on a cover.
///
/// A letter without such a line has no subject; none is made up.
struct SubjectFinder {
    let shape: LetterShape
    let kind: LetterKind

    func find() -> Evidenced<String>? {
        if let marked = marked() { return marked }
        if let caption = PleadingCaption(shape: shape).find() { return caption }
        return hasCover ? CoverTitle(shape: shape).find() : nil
    }

    /// Whether a title on a cover stands for the subject: of what is spoken, or submitted without an address.
    private var hasCover: Bool {
        guard shape.salutation == nil else { return false }
        return switch kind {
        case .testimony: true
        case .statement: Dateline.find(in: shape) == nil
        case .comment: !shape.text[shape.head].contains { $0.has(LineClues.place) }
        default: false
        }
    }

    private func marked() -> Evidenced<String>? {
        let limit = min(shape.text.count, shape.body + 6)
        for index in 0..<limit {
            let line = shape.text[index]
            if let match = LineClues.subject.firstMatch(in: line.text) {
                // "Regarding the first question …" in prose is no caption.
                if index >= shape.body, Prose.isProse(line), !line.string.contains(":") { continue }
                return joined(from: index, at: line.part(match.range).end)
            }
            if line.has(LineClues.bareSubject), index + 1 < limit {
                return joined(from: index + 1, at: 0)
            }
        }
        return nil
    }

    /// The caption's lines, joined.
    private func joined(from first: Int, at offset: Int) -> Evidenced<String>? {
        var last = first
        if shape.text[first].count > offset || isPart(first + 1, of: first, isFirst: true) {
            while isPart(last + 1, of: first, isFirst: shape.text[first].count <= offset && last == first) {
                last += 1
            }
        }
        let start = shape.text[first].count > offset ? first : first + 1
        guard start <= last || shape.text[first].count > offset else { return nil }
        let skipped = start == first ? offset : 0
        var words: [String] = []
        for index in start...max(start, last) {
            let line = shape.text[index]
            let scalars = Array(line.string.unicodeScalars)
            words.append(LetterLines.string(scalars[(index == start ? min(skipped, scalars.count) : 0)...]))
        }
        let value = SubjectText.clean(words)
        guard !value.isEmpty else { return nil }
        let evidence = shape.lines.evidence(
            from: shape.text[start], at: skipped, to: shape.text[max(start, last)], rule: "subject.caption",
            .high)
        return Evidenced(value, evidence)
    }

    /// Whether a line goes on with the caption that began at `first`.
    private func isPart(_ index: Int, of first: Int, isFirst: Bool) -> Bool {
        guard index < shape.text.count, index - first < 9 else { return false }
        let line = shape.text[index]
        if line.page != shape.text[first].page { return false }
        if line.has(LineClues.salutation) || line.has(LineClues.runInSalutation)
            || line.has(LineClues.greeting)
        {
            return false
        }
        if line.has(LineClues.submission) || line.has(LineClues.memoCaption) || line.has(LineClues.attention)
        {
            return false
        }
        if line.block == shape.text[index - 1].block {
            return !isOther(line) || line.block == shape.text[first].block
        }
        if isFirst { return !isOther(line) }
        // Between caption and salutation nothing else stands but the caption's further lines.
        guard let salutation = shape.salutation, salutation.line > first, salutation.line - first <= 8,
            index < salutation.line
        else { return false }
        return !isOther(line) && !Prose.isProse(line)
    }

    /// A line of another part of the head: a date, an address, a person.
    private func isOther(_ line: LetterLine) -> Bool {
        if line.count < 45, let match = DateReader().dates(in: line.string).first,
            DateLabel.of(line, match).isOwnLine
        {
            return true
        }
        return line.has(LineClues.place) && line.count < 60
            || PersonName.read(line.string)?.honorific != nil && line.count < 60
    }
}

/// Makes one line of a caption's lines.
enum SubjectText {
    static func clean(_ lines: [String]) -> String {
        var words: [Substring] = []
        for line in lines {
            for word in line.split(whereSeparator: { $0.isWhitespace }) {
                // The `)` column of a pleading.
                if word.allSatisfy({ $0 == ")" || $0 == ":" || $0 == "§" }) { continue }
                words.append(word)
            }
        }
        return words.joined(separator: " ")
    }
}
