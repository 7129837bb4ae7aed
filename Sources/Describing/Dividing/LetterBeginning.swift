import Correspondence
import Scanning

/// What shows that a letter begins on a page: a date or an inside address above a salutation, with running text
/// below it.
struct LetterBeginning {
    /// The salutation's place among the page's lines.
    let salutation: Int
    let date: EDTFDate?
    /// Who is greeted and at which address, letter by letter as printed.
    let addressee: [String]

    /// Lines looked through for a salutation: a letterhead and several addressees.
    private static let headLimit = 60

    init?(_ page: LetterPage) {
        guard !page.opensExhibit, let salutation = Self.salutation(of: page.lines) else { return nil }
        let head = page.lines[..<salutation]
        let dated = head.first { AddressLines.isDate($0) }
        let isPlaced = head.contains { $0.has(LineClues.place) }
        let isNamed = head.contains {
            PersonName.read($0.string)?.honorific != nil || TitleLine.isTitle($0.string)
        }
        let isAbout = head.contains { $0.has(LineClues.subject) || $0.has(LineClues.bareSubject) }
        guard dated != nil || isPlaced else { return nil }
        guard [dated != nil, isPlaced, isNamed, isAbout].count(where: { $0 }) >= 2 else { return nil }
        self.salutation = salutation
        date = dated.flatMap { DateReader(readsDamaged: true).dates(in: $0.string).first?.value }
        addressee = page.lines[...salutation].suffix(6).map(\.string)
    }

    private static func salutation(of lines: [LetterLine]) -> Int? {
        var prose = 0
        for (index, line) in lines.prefix(headLimit).enumerated() {
            if line.count < 160, line.has(LineClues.salutation) {
                let isOpen = line.has(placeholder)
                let isFollowed = lines[(index + 1)...].prefix(8).contains { Prose.isProse($0) }
                return isOpen || !isFollowed ? nil : index
            }
            if Prose.isProse(line) { prose += 1 }
            // A subject may run over several lines; a letter's text may not stand above its salutation.
            if prose > 4 { return nil }
        }
        return nil
    }

    /// A model of a letter for others to fill in: `Dear [Representative],`, `Dear ________:`.
    private static let placeholder = Pattern(
        literal: #"[\[<{]|__|\.{4}|\bXX|\b(?:insert|name\s+of)\b"#, options: [.caseInsensitive])
}
