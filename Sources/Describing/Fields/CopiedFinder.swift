import Correspondence
import Scanning

/// Finds who is copied: the lines after `cc:`.
struct CopiedFinder {
    let shape: LetterShape
    let bodies: BodyFinder

    func find() -> [Addressee] {
        guard let range = shape.copied else { return [] }
        var found: [Addressee] = []
        var last: LetterLine?
        for index in range {
            let line = shape.text[index]
            if line.has(LineClues.place) || line.has(LineClues.street) { continue }
            let offset = LineClues.copied.firstMatch(in: line.text)?.range.upperBound ?? 0
            for text in Self.separator.split(line.part(offset..<line.text.bytes.count).string) {
                take(PartyText.trimmed(text), line, last, &found)
            }
            last = line
        }
        return found
    }

    private static let separator = Pattern(literal: #"\s*;\s*(?:and\s+)?|\s{4,}"#)

    private func take(_ text: String, _ line: LetterLine, _ last: LetterLine?, _ found: inout [Addressee]) {
        guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return }
        var block = PartyBlock(lines: [line])
        if let person = PersonName.read(withoutMailbox(text)) {
            block.take(person)
        } else if TitleLine.isTitle(text), let index = found.indices.last, found[index].title == nil,
            last?.block == line.block
        {
            found[index].title = text
            return
        } else if let index = found.indices.last, found[index].name != nil, found[index].organization == nil,
            last?.block == line.block, OrganizationName.isBody(text)
        {
            found[index].organization = text
            found[index].agency = found[index].agency ?? bodies.agency(in: text)
            return
        } else if OrganizationName.isBody(text) || text.lowercased().hasPrefix("members of") {
            block.takeRole(text)
        } else {
            return
        }
        let words = block.name ?? block.organization ?? text
        found.append(
            Addressee(
                name: block.name, honorific: block.honorific, title: block.title, office: block.office,
                organization: block.organization, agency: bodies.agency(of: block),
                evidence: shape.lines.evidence(line, of: words, rule: "copied.list", .high)))
    }

    /// `Ana Lee (alee@example.org)` without the mailbox.
    private func withoutMailbox(_ text: String) -> String {
        guard text.contains("@"), let open = text.firstIndex(of: "(") else { return text }
        return PartyText.trimmed(String(text[..<open]))
    }
}
