import Correspondence
import Scanning

/// The sender as the letterhead names it.
extension SenderFinder {
    /// A body named above the date and the address, or in the first page's running head.
    func letterhead() -> Found? {
        let margin = shape.lines.margin.filter {
            $0.page == shape.text.first?.page && ($0.role == .header || $0.role == nil)
        }
        // The first heading of a web page is its title; of a printed page, its letterhead.
        let isPrinted = text.mediaType == .pdf
        let top = shape.text[0..<min(letterheadEnd(), 14)].filter {
            isPrinted || $0.kind != .heading || ($0.level ?? 1) > 1
        }
        let reader = LetterheadReader(lines: margin + top)
        for (index, line) in reader.lines.enumerated() where line.count < 160 && mayHead(line) {
            guard let name = reader.names(at: index).first(where: isHeadName) else { continue }
            if let office = narrower(than: name, in: reader, after: index) { return office }
            return child(of: name) ?? found(name, on: line)
        }
        return nil
    }

    private func found(_ name: String, on line: LetterLine) -> Found {
        (name, shape.lines.evidence(line, of: name, rule: "sender.letterhead", .high))
    }

    private func mayHead(_ line: LetterLine) -> Bool {
        !line.has(Self.noLetterhead) && !line.has(Self.sidebar) && !(isSpoken && line.has(Self.forum))
            && (!line.has(LineClues.contact) || line.count > 40)
    }

    private func isHeadName(_ name: String) -> Bool {
        let text = IndexedText(name)
        return name.utf8.count < 110 && !TitleLine.isTitle(name) && PersonName.read(name) == nil
            && (!LineClues.place.isFound(in: text) || name.contains("Office of"))
            && !LineClues.contact.isFound(in: text) && !LineClues.street.isFound(in: text)
    }

    /// A department's letterhead names the office that writes under it.
    private func narrower(than name: String, in reader: LetterheadReader, after index: Int) -> Found? {
        guard let parent = directory.names.agency(named: name) else { return nil }
        for next in reader.lines.indices.dropFirst(index).prefix(4) {
            for other in reader.names(at: next) where isHeadName(other) {
                guard let id = directory.names.agency(named: other), id != parent,
                    directory.agencies.ancestors(of: id).contains(parent)
                else { continue }
                return found(other, on: reader.lines[next])
            }
        }
        return nil
    }

    private static let captionTo = Pattern(literal: #"\A(?:TO|FROM)\s*:"#, options: [.caseInsensitive])

    /// Headings of a letterhead's list of its people.
    private static let sidebar = Pattern(
        literal:
            #"\A\W*(?:(?:honorary\s+)?boards?\s+of\s+(?:trustees|directors|governors|regents|managers|overseers|advisors)|(?:executive|advisory|steering)\s+(?:committee|board|council|staff)|administration|officers|staff|leadership|members?|council)\W*\z"#,
        options: [.caseInsensitive])

    /// The first line that belongs to the letter: its date, its address, its subject.
    func letterheadEnd() -> Int {
        if shape.salutation == nil,
            let caption = shape.head.first(where: { shape.text[$0].has(Self.captionTo) })
        {
            return caption
        }
        let hasAddress =
            shape.salutation != nil || shape.address.contains { shape.text[$0].has(LineClues.place) }
        let first = hasAddress && !addressees.isEmpty ? shape.address.first { !isOwnTop($0) } : nil
        let address = first ?? shape.head.upperBound
        let marked = shape.head.first { index in
            let line = shape.text[index]
            return line.has(LineClues.subject) || AddressLines.isDate(line) && index > 0
        }
        return min(address, marked ?? shape.head.upperBound)
    }

    /// Address lines of an undated letter may begin with its letterhead.
    func isOwnTop(_ index: Int) -> Bool {
        let line = shape.text[index]
        let isDated = shape.text[..<index].contains { AddressLines.isDate($0) }
        guard !isDated, index < 3, PersonName.read(line.string) == nil, shape.salutation != nil else {
            return false
        }
        return !addressees.contains { addressee in
            [addressee.organization, addressee.office, addressee.title, addressee.name].contains {
                $0.map { line.string.contains($0) } ?? false
            }
        }
    }

    /// A department's letterhead over the letter of one of its administrations: `FEMA and the Council …`.
    func child(of name: String) -> Found? {
        guard let parent = directory.names.agency(named: name), signatories.contains(where: isHead) else {
            return nil
        }
        let text = shape.opening.text
        let named = Self.possessive.matches(in: text).compactMap { match -> (String, Range<Int>)? in
            guard let range = match[1], let id = directory.names.agency(named: text[range]),
                directory.agencies[id]?.parent == parent
            else { return nil }
            return (text[range], range)
        }
        guard Set(named.map(\.0)).count == 1, let (short, range) = named.first else { return nil }
        let scalars = text.scalarRange(ofBytes: range)
        let start = shape.opening.start
        return (
            short,
            shape.lines.evidence(
                page: shape.opening.page, .text, start + scalars.lowerBound, start + scalars.upperBound,
                rule: "sender.letterhead", .medium)
        )
    }

    /// On a cover, these are who is spoken to.
    static let forum = Pattern(
        literal: #"\b(?:sub-?)?comm?itt?ees?\b|\bhouse\b|\bsenate\b|\blegislature\b"#,
        options: [.caseInsensitive])
    static let possessive = Pattern(literal: #"\b(\p{Lu}{3,8})[’']s\b"#)

    func isHead(_ signatory: Signatory) -> Bool {
        let words = (signatory.title ?? "").split(separator: " ").map { NameText.bare($0) }
        return words.contains { ["administrator", "director", "commissioner"].contains($0) }
    }

    static let noLetterhead = Pattern(
        literal:
            #"\Ato\b|\b(?:hearing|comments?|testimony|statement|before|submission|response|notice|letter|docket|re:|page|request|attn|attention|submitted|notification|application|form)\b"#,
        options: [.caseInsensitive])
}
