import Correspondence
import Scanning

/// What shows that a letter ends within its pages: a closing, a name under it, and nothing after it but notes, copies
/// and further signatures.
struct LetterEnding {
    /// The first line under the closing that names who signs.
    let signature: String
    /// Whether the letter says that something is enclosed.
    let encloses: Bool

    /// Lines of running text after the signature: a postscript or a note that runs on.
    private static let proseLimit = 4

    /// - Parameters:
    ///   - pages: the letter's.
    ///   - salutation: the place of its salutation on the first of them.
    init?(_ pages: ArraySlice<LetterPage>, after salutation: Int) {
        var lines: [LetterLine] = []
        for (index, page) in pages.enumerated() {
            if index > 0, page.opensExhibit { return nil }
            lines += index == 0 ? page.lines.dropFirst(salutation + 1) : page.lines[...]
        }
        guard let closing = lines.indices.last(where: { Self.closes(lines, at: $0) }),
            let name = Self.name(lines, under: closing)
        else { return nil }
        guard Self.prose(after: name, in: lines) <= Self.proseLimit else { return nil }
        signature = lines[name].string
        encloses = lines.contains { $0.has(Self.enclosed) }
    }

    private static func closes(_ lines: [LetterLine], at index: Int) -> Bool {
        let line = lines[index]
        guard line.count < 80 else { return false }
        return line.has(LineClues.closing) || line.has(LineClues.runInClosing)
            || line.has(LineClues.weakClosing)
    }

    /// Who signs stands on the closing's own line or a few lines below it.
    private static func name(_ lines: [LetterLine], under closing: Int) -> Int? {
        if lines[closing].has(LineClues.runInClosing) { return closing }
        return lines.indices[(closing + 1)...].prefix(8).first {
            lines[$0].count < 80
                && (PersonName.read(lines[$0].string) != nil || OrganizationName.isBody(lines[$0].string))
        }
    }

    /// Lines of running text after the signature, those of notes left out: on a page a note is followed by notes.
    private static func prose(after name: Int, in lines: [LetterLine]) -> Int {
        var count = 0
        var notes: Int?
        for line in lines[(name + 1)...] {
            if line.kind == .footnote || line.has(LineClues.note) { notes = line.page }
            if notes != line.page, Prose.isProse(line) { count += 1 }
        }
        return count
    }

    private static let enclosed = Pattern(
        literal:
            #"\b(?:attach(?:ed|ing|ments?)|enclos(?:ed|es|ing|ures?)|append(?:ed|ing|ix|ices)|encls?\.|exhibits?)(?=\W|\z)"#,
        options: [.caseInsensitive])
}
