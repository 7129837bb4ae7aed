import Correspondence
import Scanning

/// Finds the organisation that writes: signature block, cover, letterhead, what the letter says of its
/// writer, and a web page's site as the last resort.
///
/// The spellings of one organisation are joined by `organizations.yaml`; others stay as printed.
struct SenderFinder {
    let shape: LetterShape
    let text: ExtractedText
    let directory: Directory
    let signatories: [Signatory]
    let addressees: [Addressee]
    /// Testimony or a statement, whose head is a cover.
    var isSpoken = false

    func find() -> Sender? {
        let inspector = isSpoken ? self.inspector() : nil
        let found =
            client() ?? signatureBody() ?? joint() ?? inspector ?? letterhead() ?? ownWords() ?? site()
        guard let found else { return nil }
        return joined(found)
    }

    private typealias Found = (name: String, evidence: Evidence)

    // MARK: Places

    private static let client = Pattern(
        literal: #"\b[Oo]n\s+behalf\s+of\s+(?:our|its|my)\s+clients?,?\s+(?:the\s+)?(?=\p{Lu})"#, options: [])

    /// A firm that files for a client is not the sender.
    private func client() -> Found? { ownWord(Self.client, rule: "sender.client", .medium) }

    private func signatureBody() -> Found? {
        let bodies = signatories.compactMap { signatory in
            signatory.organization.map { (name: $0, evidence: signatory.evidence) }
        }
        guard let first = bodies.first, Set(bodies.map { BodyNames.key($0.name) }).count == 1 else {
            return nil
        }
        if signatories.count > 2, bodies.count < signatories.count { return nil }
        if bodies.count == signatories.count, isInspector(first.name), let found = inspector() {
            return found
        }
        let isSpoken = first.evidence.rule == "signatory.witness"
        let lines = isSpoken ? shape.text[shape.head] : shape.text[shape.signature]
        let rule = isSpoken ? "sender.cover" : "sender.signature"
        let line = lines.first { $0.range(of: first.name) != nil }
        return (
            first.name,
            line.map { shape.lines.evidence($0, of: first.name, rule: rule, .high) } ?? first.evidence
        )
    }

    /// A department that stands for its inspector general.
    private func isInspector(_ name: String) -> Bool {
        !name.contains("Inspector General")
            && signatories.contains { $0.title?.contains("Inspector General") ?? false }
    }

    /// A body named above the date and the address, or in the first page's running head.
    private func letterhead() -> Found? {
        if signatories.count > 1, Set(signatories.compactMap { $0.organization }).count > 1 { return nil }
        let margin = shape.lines.margin.filter {
            $0.page == shape.text.first?.page && ($0.role == .header || $0.role == nil)
        }
        let top = shape.text[0..<min(letterheadEnd(), 14)].filter {
            $0.kind != .heading || ($0.level ?? 1) > 1
        }
        for line in margin + top {
            let name = PartyText.trimmed(line.string)
            guard line.count < 110, OrganizationName.isBody(name),
                !line.has(LineClues.place) || name.contains("Office of"), !line.has(LineClues.contact),
                !line.has(LineClues.street), !TitleLine.isTitle(name), !line.has(Self.noLetterhead),
                !(isSpoken && line.has(Self.forum)),
                PersonName.read(name) == nil
            else { continue }
            return child(of: name) ?? (
                name, shape.lines.evidence(line, of: name, rule: "sender.letterhead", .high)
            )
        }
        return nil
    }

    /// The first line that belongs to the letter: its date, its address, its subject.
    private func letterheadEnd() -> Int {
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
    private func isOwnTop(_ index: Int) -> Bool {
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
    private func child(of name: String) -> Found? {
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
    private static let forum = Pattern(
        literal: #"\b(?:sub-?)?comm?itt?ees?\b|\bhouse\b|\bsenate\b|\blegislature\b"#,
        options: [.caseInsensitive])
    private static let possessive = Pattern(literal: #"\b(\p{Lu}{3,8})[’']s\b"#)

    private func isHead(_ signatory: Signatory) -> Bool {
        let words = (signatory.title ?? "").split(separator: " ").map { NameText.bare($0) }
        return words.contains { ["administrator", "director", "commissioner"].contains($0) }
    }

    private static let noLetterhead = Pattern(
        literal:
            #"\Ato\b|\b(?:hearing|comments?|testimony|statement|before|submission|response|notice|letter|docket|re:|page|request|attn|attention|submitted)\b"#,
        options: [.caseInsensitive])

    // MARK: What the letter says

    private static let behalf = Pattern(
        literal:
            #"\b[Oo]n\s+behalf\s+of\s+(?:the\s+)?(?:(?:more|over|members)\s+.{0,60}\bof\s+(?:the\s+)?)?(?=\p{Lu})"#
    )
    /// `As Chair of …`, `I am the executive director of …`, `in my capacity as President of …`.
    private static let capacity = Pattern(
        literal: #"""
            (?:\b[Aa]s\s+|\bI\s+am\s+|\bI[’']m\s+|\b(?:I\s+am|[Mm]y\s+name\s+is)\s+\p{Lu}[^.;:]{3,60}?,?\s+)[^.;:]{0,70}?
            \b(?:[Cc]hair(?:man|woman|person)?|[Pp]resident|[Dd]irector|CEO|[Oo]fficer|[Cc]ounsel|[Aa]nalyst|[Ff]ellow)
            \s+(?:of|for|at|with)\s+(?:the\s+)?(?=\p{Lu})
            """#, options: [.spaced])
    /// `The National Grange (NG) …`: a name with its initials in brackets.
    private static let abbreviated = Pattern(
        literal:
            #"(?<!\bof the )(?<!\bof )(?<!\bby the )(?<!\bto the )(?<!\bfrom the )(?=\b\p{Lu}[\p{L}.&’'\-]*(?:\s+(?:\p{Lu}[\p{L}.,&’'\-]*|of|for|and|the|on|in|&)){1,10}\s+\([“"]?(?:the\s+[“"])?(\p{Lu}[\p{L}&\-]{1,11})[”"]?\))"#
    )
    /// `The National Grange submits …`, at a sentence's beginning.
    private static let subjectOf = Pattern(
        literal:
            #"(?:\A|[.!?]\s+)(?:[Tt]he\s+)?(?=\p{Lu}[\p{L}.&’'\-]*(?:\s+(?:\p{Lu}[\p{L}.&’'\-]*|of|for|and|the|on|in|&)){1,10}\s+(?:\([^)]{2,24}\)\d{0,2}\s+)?(?:submits?|appreciates?|is\s+(?:pleased|writing|an?\b)|writes?|thanks?|urges?|respectfully|welcomes?|supports?|commends?|applauds?|offers?|has\s+(?:reviewed|long)|are\s+pleased|strongly))"#
    )

    private func ownWords() -> Found? {
        ownWord(Self.behalf, rule: "sender.behalf", .medium)
            ?? inspector()
            ?? ownWord(Self.capacity, rule: "sender.capacity", .medium)
            ?? ownWord(Self.subjectOf, rule: "sender.opening", .medium, onlyBodies: true)
            ?? mailbox()
            ?? ownWord(Self.abbreviated, rule: "sender.opening", .low, onlyBodies: true)
    }

    private static let office = Pattern(literal: #"\bOffice\s+of\s+(?:the\s+)?Inspector\s+General\b"#)

    /// A department's inspector, who seldom names more than the office.
    private func inspector() -> Found? {
        let lines = shape.text[shape.signature] + shape.text[shape.head]
        guard
            signatories.contains(where: { $0.title?.contains("Inspector General") ?? false })
                || lines.contains(where: { $0.string.contains("Inspector General") })
        else { return nil }
        let text = shape.opening.text
        if let match = Self.office.firstMatch(in: text) {
            let scalars = text.scalarRange(ofBytes: match.range)
            let start = shape.opening.start
            let evidence = shape.lines.evidence(
                page: shape.opening.page, .text, start + scalars.lowerBound, start + scalars.upperBound,
                rule: "sender.opening", .medium)
            return (NameText.joined(text[match.range]), evidence)
        }
        guard let line = lines.first(where: { $0.string.contains("Inspector General") }) else { return nil }
        return (
            "Office of Inspector General",
            shape.lines.evidence(line, of: "Inspector General", rule: "sender.title", .low)
        )
    }

    /// The name that follows a pattern in the first paragraphs.
    private func ownWord(
        _ pattern: Pattern, rule: String, _ confidence: Evidence.Confidence, onlyBodies: Bool = false
    ) -> Found? {
        let opening = shape.opening
        var found: Found?
        pattern.search(opening.text) { match in
            guard let phrase = OrganizationName.phrase(in: opening.text, at: match.range.upperBound),
                phrase.name.split(separator: " ").count > 1, !isAddressed(phrase.name),
                !isYours(match.range.lowerBound),
                !onlyBodies || OrganizationName.isBody(phrase.name) && !TitleLine.isTitle(phrase.name)
            else { return true }
            let scalars = opening.text.scalarRange(ofBytes: phrase.range)
            let evidence = shape.lines.evidence(
                page: opening.page, .text, opening.start + scalars.lowerBound,
                opening.start + scalars.upperBound,
                rule: rule, confidence)
            found = (phrase.name, evidence)
            return false
        }
        return found
    }

    /// `In your capacity as Chair of …`, `your request on behalf of …`: the addressee's, not the writer's.
    private func isYours(_ byte: Int) -> Bool {
        let text = shape.opening.text
        return Self.yours.isFound(in: text, range: max(0, byte - 45)..<byte)
    }

    private static let yours = Pattern(literal: #"\b[Yy]our\b"#)

    private static let mail = Pattern(literal: #"[\w.+\-]+@([\w\-]+(?:\.[\w\-]+)+)"#)

    /// The mailbox that a letter gives for answers, where it is a known agency's.
    private func mailbox() -> Found? {
        let end = shape.signature.upperBound > 0 ? shape.signature.upperBound : shape.text.count
        for line in shape.text[max(shape.body, min(end, shape.text.count) - 40)..<min(end, shape.text.count)]
        where line.string.contains("@") {
            guard let part = line.group(of: Self.mail) else { continue }
            let domain = part.string.lowercased()
            let owner = directory.agencies.agencies.first { agency in
                agency.domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
            }
            guard let owner, !addressees.contains(where: { $0.agency == owner.id }) else { continue }
            return (
                owner.name, shape.lines.evidence(line, part.start..<part.end, rule: "sender.mailbox", .medium)
            )
        }
        return nil
    }

    private static let together = Pattern(
        literal: #"\bjoint\s+(?:submission|comments?|letter)\s+(?:by|of|from)\b"#, options: [.caseInsensitive]
    )

    /// `A joint submission by the following organizations`, each in a heading of its own.
    private func joint() -> Found? {
        guard shape.salutation == nil, Self.together.isFound(in: shape.opening.text) else { return nil }
        let lines = shape.text[shape.body...].prefix(60).enumerated().filter { offset, line in
            let before = offset > 0 ? shape.text[shape.body + offset - 1].block : -1
            return line.count < 80 && line.block != before && OrganizationName.isBody(line.string)
        }.map(\.element)
        guard lines.count > 1, let first = lines.first else { return nil }
        return (
            lines.prefix(6).map { PartyText.trimmed($0.string) }.joined(separator: "; "),
            shape.lines.evidence(first, rule: "sender.joint", .medium)
        )
    }

    private func isAddressed(_ name: String) -> Bool {
        let key = BodyNames.key(name)
        return addressees.contains { addressee in
            [addressee.organization, addressee.office, addressee.name].contains {
                $0.map(BodyNames.key) == key
            }
        }
    }

    private func site() -> Found? {
        if let title = text.document.title,
            let head = title.split(whereSeparator: { $0 == ":" || $0 == "|" }).first,
            head.utf8.count < title.utf8.count, OrganizationName.isBody(PartyText.trimmed(String(head)))
        {
            let name = PartyText.trimmed(String(head))
            return (name, Evidence(place: .field, quote: name, rule: "document.title", confidence: .low))
        }
        guard let name = text.document.siteName, !name.isEmpty else { return nil }
        if let id = directory.recognizer.agency(ofAddress: name), let agency = directory.agencies[id] {
            return (
                agency.name, Evidence(place: .field, quote: name, rule: "document.siteName", confidence: .low)
            )
        }
        return (name, Evidence(place: .field, quote: name, rule: "document.siteName", confidence: .low))
    }

    // MARK: Names

    private func joined(_ found: Found) -> Sender {
        var named = OfficeName(directory: directory).named(found.name, near: nearby())
        if directory.names.agency(named: named) == nil, let whole = directory.names.only(beginningWith: named)
        {
            named = whole
        }
        if let organization = directory.organizations.organization(named: named) {
            return Sender(
                organization: organization.name, agency: directory.names.agency(named: organization.name),
                evidence: found.evidence)
        }
        let ids = directory.names.agencies(in: found.name)
        return Sender(
            organization: named, agency: directory.names.agency(named: named) ?? ids.first,
            evidence: found.evidence)
    }
}

extension SenderFinder {
    /// Where a department's name may stand: the head, then the first paragraphs.
    private func nearby() -> IndexedText {
        let head = shape.text[shape.head].map(\.string).joined(separator: "\n")
        let title = text.document.title ?? ""
        let rest = shape.text[shape.body...].prefix(400).map(\.string).joined(separator: "\n")
        return IndexedText(head + "\n" + title + "\n" + rest)
    }
}

/// Names an office that many departments have by its department: `HHS Office of Inspector General`.
struct OfficeName {
    let directory: Directory

    func named(_ name: String, near text: IndexedText) -> String {
        guard let office = Self.first(Self.office, in: IndexedText(name)) else { return cleaned(name) }
        let department =
            Self.first(Self.department, in: IndexedText(name)) ?? Self.first(Self.department, in: text)
        guard let department, let id = directory.names.agencies(in: NameText.joined(department)).first,
            let short = directory.agencies[id]?.shortName
        else { return NameText.joined(office) }
        return "\(short) \(NameText.joined(office))"
    }

    private func cleaned(_ name: String) -> String {
        PartyText.withoutAbbreviation(PartyText.trimmed(NameText.joined(name)))
    }

    private static let office = Pattern(
        literal:
            #"\bOffice\s+of\s+(?:the\s+)?(?:Inspector\s+General|General\s+Counsel|the\s+Secretary|Inspector)\b"#,
        options: [.caseInsensitive])
    private static let department = Pattern(
        literal: #"\bDepartment\s+[Oo]f\s+\p{Lu}\w+(?:(?:,?\s+(?:and|&)\s+|,?\s+)\p{Lu}\w+){0,4}"#)

    private static func first(_ pattern: Pattern, in text: IndexedText) -> String? {
        pattern.firstMatch(in: text).map { text[$0.range] }
    }
}
