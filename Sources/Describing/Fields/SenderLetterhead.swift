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
        let reader = LetterheadReader(lines: margin + top, opening: shape.opening.text, cutsAtBars: isWritten)
        for (index, line) in reader.lines.enumerated() where line.count < 160 && mayHead(line) {
            guard let name = reader.names(at: index).first(where: isHeadName) else { continue }
            if let office = narrower(than: name, in: reader, after: index) { return office }
            if let chamber = chamber(name, in: reader) { return chamber }
            return child(of: name) ?? found(reader.withGovernment(name, at: index), on: line)
        }
        return isPrinted && isWritten ? large(Array(top)) : nil
    }

    /// It greets, closes or is signed: its largest type is no book's title.
    var isWritten: Bool { shape.salutation != nil || shape.closing != nil || !signatories.isEmpty }

    /// `Congress of the United States` over the name of a chamber.
    private func chamber(_ name: String, in reader: LetterheadReader) -> Found? {
        guard name.lowercased().hasPrefix("congress of the united") else { return nil }
        for line in reader.lines {
            guard let part = line.group(of: Self.chamberName) else { continue }
            return (
                part.string,
                shape.lines.evidence(line, part.start..<part.end, rule: "sender.letterhead", .high)
            )
        }
        return nil
    }

    private static let chamberName = Pattern(
        literal:
            #"\b((?:(?:U\.S\.|United\s+States)\s+)?House\s+of\s+Representatives|United\s+States\s+Senate)\b"#,
        options: [.caseInsensitive])

    /// A name in the largest type of the page, above the date and the address, though no word says that it is a body's.
    private func large(_ top: [LetterLine]) -> Found? {
        let sizes = shape.text[shape.body...].prefix(12).compactMap(\.size).sorted()
        guard !sizes.isEmpty else { return nil }
        let usual = sizes[sizes.count / 2]
        for line in top.prefix(4) where mayHead(line) && line.count < 70 {
            guard let size = line.size, size > usual * 1.2, size > usual + 2 else { continue }
            let name = PartyText.trimmed(line.string)
            let isPerson = signatories.contains { signatory in
                signatory.name.split(separator: " ").last.map { name.contains($0) } ?? false
            }
            guard OrganizationName.isCapitalized(name), name.split(separator: " ").count < 9,
                isHeadName(name, true),
                !isPerson, !isAddressed(name), !AddressLines.isDate(line)
            else { continue }
            return (name, shape.lines.evidence(line, of: name, rule: "sender.largeType", .medium))
        }
        return nil
    }

    private func found(_ name: String, on line: LetterLine) -> Found {
        (name, shape.lines.evidence(line, of: name, rule: "sender.letterhead", .high))
    }

    func mayHead(_ line: LetterLine) -> Bool {
        !line.has(Self.noLetterhead) && !line.has(Self.sidebar) && !(isSpoken && line.has(Self.forum))
            && (!line.has(LineClues.contact) || line.count > 40)
    }

    func isHeadName(_ name: String) -> Bool { isHeadName(name, false) }

    /// - Parameter isLarge: set in large type, where a body's name may look like a person's.
    func isHeadName(_ name: String, _ isLarge: Bool) -> Bool {
        let text = IndexedText(name)
        return name.utf8.count < 110 && !name.hasSuffix(":") && !PartyText.isBrokenOff(name)
            && !TitleLine.isTitle(name)
            && (isLarge || PersonName.read(name) == nil)
            && (!LineClues.place.isFound(in: text) || name.contains("Office of"))
            && !LineClues.contact.isFound(in: text) && !LineClues.street.isFound(in: text)
    }

    /// A department's letterhead names the office that writes under it.
    private func narrower(than name: String, in reader: LetterheadReader, after index: Int) -> Found? {
        guard let parent = directory.names.agency(named: name) else { return nil }
        var best: (found: Found, depth: Int)?
        for next in reader.lines.indices.dropFirst(index).prefix(5) {
            for other in reader.names(at: next) + [reader.whole(at: next)] where isHeadName(other) {
                guard let (id, name) = agency(other, within: parent), id != parent else { continue }
                let ancestors = directory.agencies.ancestors(of: id)
                guard ancestors.contains(parent), isSigned(id, of: parent),
                    ancestors.count >= best?.depth ?? 0
                else { continue }
                best = (found(name, on: reader.lines[next]), ancestors.count)
            }
        }
        return best?.found
    }

    /// A body by its name, and a chamber's committee by what its letterhead prints: `COMMITTEE ON FINANCE`.
    private func agency(_ name: String, within parent: String) -> (id: String, name: String)? {
        if ["us-house", "us-senate"].contains(parent) {
            let whole = parent == "us-house" ? "House \(name)" : "Senate \(name)"
            if let id = directory.names.agency(named: whole), let agency = directory.agencies[id] {
                return (id, agency.name)
            }
        }
        return directory.names.agency(named: name).map { ($0, name) }
    }

    /// A member's letterhead lists the committees that the member sits on; only a chair writes for one.
    private func isSigned(_ id: String, of parent: String) -> Bool {
        guard ["us-house", "us-senate", "congress"].contains(parent) else { return true }
        if ["us-house", "us-senate"].contains(id) { return true }
        return signatories.contains { Self.leads.isFound(in: IndexedText($0.title ?? "")) }
            || shape.text[shape.head].count { $0.has(Self.roster) } > 2
    }

    private static let leads = Pattern(literal: #"\bchair|\branking\b"#, options: [.caseInsensitive])

    /// `ANN LOWE, OREGON`: a committee's letterhead lists its members.
    private static let roster = Pattern(
        literal: #"\p{Lu}[\p{Lu}.’' \-]{3,30},\s+\p{Lu}{4,}(?:,|\s{2}|\s*\z)"#)

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
        let first =
            hasAddress && !addressees.isEmpty && !isUnplaced ? shape.address.first { !isOwnTop($0) } : nil
        let address = first ?? shape.head.upperBound
        let marked = shape.head.first { index in
            let line = shape.text[index]
            return line.has(LineClues.subject) || AddressLines.isDate(line) && index > 0
        }
        return min(address, marked ?? shape.head.upperBound, shape.salutation?.line ?? shape.head.upperBound)
    }

    /// Lines over the date that name no place and no person: a letterhead, though nobody is addressed below it.
    private var isUnplaced: Bool {
        guard let last = shape.address.last, shape.salutation != nil,
            shape.text[last...].prefix(6).contains(where: { AddressLines.isDate($0) })
        else { return false }
        return !shape.address.contains { index in
            let line = shape.text[index]
            return line.has(LineClues.place) || line.has(LineClues.street) || TitleLine.isTitle(line.string)
                || PersonName.read(line.string) != nil
        }
    }

    /// Address lines of an undated letter may begin with its letterhead.
    func isOwnTop(_ index: Int) -> Bool {
        let line = shape.text[index]
        let isDated = shape.text[..<index].contains { AddressLines.isDate($0) }
        // Nobody writes an addressee's telephone number over a letter.
        guard !isDated, index < 3 || index < 8 && line.has(LineClues.contact),
            PersonName.read(line.string) == nil, shape.salutation != nil
        else {
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
            #"\Ato\b|\b(?:hearing|comments?|testimony|statement|before|submission|response|notice|letter|docket|re:|page|request|attn|attention|submitted|notification|application|form|dockets?|delivered|presented|sent|joint\s+statement)\b"#,
        options: [.caseInsensitive])
}
