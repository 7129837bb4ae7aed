import Scanning

/// The organisations that sign a joint letter: listed under its closing, in one column or in several.
struct UndersignedBodies {
    let shape: LetterShape

    /// A name in the list, and the line that prints it.
    struct Body: Sendable {
        var name: String
        var line: LetterLine
    }

    /// In printed order; none where fewer than two bodies stand in a list of their own.
    func find() -> [Body] {
        guard let start = start() else { return [] }
        var all: [Body] = []
        for line in shape.text[start...].prefix(Self.limit) {
            if line.kind == .footnote || line.has(Self.heading) { continue }
            if Prose.isProse(line) || line.has(LineClues.copied) || line.has(LineClues.enclosure) { break }
            if line.has(LineClues.contact) || line.has(LineClues.place) || line.has(LineClues.street) {
                continue
            }
            all += Self.cells(of: line.string).map { Body(name: $0, line: line) }
        }
        return listed(all)
    }

    /// The bodies of a list. People who sign for a body each are no list of bodies.
    private func listed(_ all: [Body]) -> [Body] {
        let bodies = all.filter { OrganizationName.isBody($0.name) }
        let titles = all.count { TitleLine.isTitle($0.name) && !OrganizationName.isBody($0.name) }
        let people = all.count { PersonName.read($0.name) != nil }
        let isStated = Self.stated.isFound(in: shape.opening.text)
        // Where nobody has a title, all that stands among bodies is a body: `New Moms`, `Safe Cradle`.
        let isListed = titles == 0 || isStated && titles * 4 <= bodies.count
        let isWhole = isListed && bodies.count > 3 && (isStated || people * 4 < bodies.count * 3)
        guard isWhole else {
            return bodies.count > 1 && (people + titles) * 3 < bodies.count ? bodies : []
        }
        return all.filter { body in
            body.name.unicodeScalars.first?.properties.isUppercase == true && body.name.utf8.count > 3
        }
    }

    /// `The undersigned organizations`.
    private static let stated = Pattern(
        literal:
            #"\bundersigned\b|\b\d+\s+(?:\w+\s+){0,3}(?:organi[sz]ations|groups|associations|societies)\b|\bjoint\s+(?:letter|comments?)\b"#,
        options: [.caseInsensitive])

    /// Lines looked through after the closing: some hundreds of bodies.
    private static let limit = 400

    /// Behind the heading of the list, else behind the closing.
    private func start() -> Int? {
        let low = shape.closing ?? shape.body
        let heading = shape.text.indices.dropFirst(low).first {
            shape.text[$0].count < 80 && shape.text[$0].has(Self.heading)
        }
        return heading.map { $0 + 1 } ?? shape.closing.map { $0 + 1 }
    }

    /// `Signed by the following organizations:`, `Undersigned organizations`, `Signatories`.
    private static let heading = Pattern(
        literal: #"""
            \A\W*(?:(?:the\s+)?undersigned(?:\s+\w+)?|signator(?:y|ies)(?:\s+organizations)?|endorsed\s+by
            |(?:co-?)?sign(?:ed|ing)(?:\s+on)?(?:\s+by)?(?:\s+the\s+following)?\s+(?:organi[sz]ations|groups|societies)
            |on\s+behalf\s+of\s+the\s+undersigned|(?:national|state|local)\s+(?:and\s+\w+\s+)?organi[sz]ations)\W*\z
            """#, options: [.spaced, .caseInsensitive])

    /// The cells of a line that columns share: two blanks divide them.
    static func cells(of line: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var blanks = 0
        for character in line {
            if character == " " || character == "\t" {
                blanks += character == "\t" ? 2 : 1
                continue
            }
            if blanks > 1, !cell.isEmpty {
                cells.append(cell)
                cell = ""
            } else if blanks == 1, !cell.isEmpty {
                cell.append(" ")
            }
            blanks = 0
            cell.append(character)
        }
        return (cell.isEmpty ? cells : cells + [cell]).map(PartyText.trimmed).filter { !$0.isEmpty }
    }
}
