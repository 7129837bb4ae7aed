import Correspondence
import Scanning

/// Finds who is copied: the lines after `cc:`, one a line or in blocks like those of an address.
struct CopiedFinder {
    let shape: LetterShape
    let bodies: BodyFinder
    /// Whom the letter goes to: an office copied without its department is one of theirs.
    var addressees: [Addressee] = []

    /// A party copied, with the words by which its evidence is found.
    private struct Entry {
        var block: PartyBlock
        var line: LetterLine
        var isOpen = true
    }

    func find() -> [Addressee] {
        guard let range = shape.copied else { return [] }
        var entries: [Entry] = []
        var last: LetterLine?
        for index in range {
            let line = shape.text[index]
            if line.has(LineClues.place) || line.has(LineClues.street) {
                if let entry = entries.indices.last {
                    entries[entry].block.take(line)
                    if line.has(LineClues.place) { entries[entry].isOpen = false }
                }
                last = line
                continue
            }
            let offset = LineClues.copied.firstMatch(in: line.text)?.range.upperBound ?? 0
            for text in Self.separator.split(line.part(offset..<line.text.bytes.count).string) {
                take(PartyText.trimmed(text), line, last, &entries)
            }
            last = line
        }
        return entries.map(copied)
    }

    private static let separator = Pattern(literal: #"\s*;\s*(?:and\s+)?|\s{4,}"#)

    private func take(_ text: String, _ line: LetterLine, _ last: LetterLine?, _ entries: inout [Entry]) {
        guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return }
        if let open = entries.indices.last, goesOn(text, entries[open], line, last) {
            entries[open].block.lines.append(line)
            entries[open].block.takeRole(text)
            return
        }
        // Others on the same line say nothing of this one.
        var own = line
        own.string = text
        own.text = IndexedText(text)
        var block = PartyBlock(lines: [own])
        if let person = PersonName.read(withoutMailbox(text)) {
            block.take(person)
        } else if let (title, person) = titled(text) {
            block.take(person)
            block.title = title
        } else if OrganizationName.isBody(text) || text.lowercased().hasPrefix("members of") {
            block.takeRole(text)
        } else {
            return
        }
        entries.append(Entry(block: block, line: line))
    }

    /// Whether a line says more of the person above it: the rest of a line that broke off, a title, a body.
    private func goesOn(_ text: String, _ entry: Entry, _ line: LetterLine, _ last: LetterLine?) -> Bool {
        guard entry.isOpen, let last, last.start != line.start else { return false }
        if PartyText.isBrokenOff(last.string) { return true }
        guard entry.block.name != nil, last.block == line.block, PersonName.read(text) == nil else {
            return false
        }
        return TitleLine.isTitle(text) ? entry.block.title == nil : OrganizationName.isBody(text)
    }

    private func copied(_ entry: Entry) -> Addressee {
        let block = entry.block
        let words = block.name ?? block.organization ?? entry.line.string
        let agency =
            bodies.agency(of: block)
            ?? block.organization.flatMap { bodies.office(named: $0, besides: addressees) }
        return Addressee(
            name: block.name, honorific: block.honorific, title: block.title, office: block.office,
            organization: block.organization, agency: agency,
            address: block.address.isEmpty ? nil : block.address.joined(separator: "\n"),
            evidence: shape.lines.evidence(entry.line, of: words, rule: "copied.list", .high))
    }

    /// `Chief of Staff, Dr. Ana Lee`: the title before the name.
    private func titled(_ text: String) -> (title: String, person: PersonName)? {
        guard let comma = text.lastIndex(of: ",") else { return nil }
        let title = PartyText.trimmed(String(text[..<comma]))
        guard let person = PersonName.read(String(text[text.index(after: comma)...])), person.rest == nil,
            person.honorific != nil, TitleLine.isTitle(title)
        else { return nil }
        return (title, person)
    }

    /// `Ana Lee (alee@example.org)` without the mailbox.
    private func withoutMailbox(_ text: String) -> String {
        guard text.contains("@"), let open = text.firstIndex(of: "(") else { return text }
        return PartyText.trimmed(String(text[..<open]))
    }
}
