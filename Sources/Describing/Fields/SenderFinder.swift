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

    func find() -> Sender? {
        let found = client() ?? signatureBody() ?? letterhead() ?? ownWords() ?? site()
        guard let found else { return nil }
        return joined(found)
    }

    private typealias Found = (name: String, evidence: Evidence)

    // MARK: Places

    private static let client = Pattern(
        literal: #"\bon\s+behalf\s+of\s+(?:our|its|my)\s+clients?,?\s+(?:the\s+)?(?=\p{Lu})"#, options: [])

    /// A firm that files for a client is not the sender.
    private func client() -> Found? { ownWord(Self.client, rule: "sender.client", .medium) }

    private func signatureBody() -> Found? {
        let bodies = signatories.compactMap { signatory in
            signatory.organization.map { (name: $0, evidence: signatory.evidence) }
        }
        guard let first = bodies.first else { return nil }
        let keys = Set(bodies.map { BodyNames.key($0.name) })
        guard keys.count == 1 else { return nil }
        if signatories.count > 2, bodies.count < signatories.count { return nil }
        let holder = shape.text.first { $0.range(of: first.name) != nil && (shape.head.contains(0) || true) }
        let isSpoken = first.evidence.rule == "signatory.witness"
        let lines = isSpoken ? Array(shape.text[shape.head]) : Array(shape.text[shape.signature])
        let line = lines.first { $0.range(of: first.name) != nil } ?? holder
        let evidence = line.map {
            shape.lines.evidence(
                $0, of: first.name, rule: isSpoken ? "sender.cover" : "sender.signature", .high)
        }
        return (first.name, evidence ?? first.evidence)
    }

    /// A body named above the date and the address, or in the first page's running head.
    private func letterhead() -> Found? {
        if signatories.count > 1, Set(signatories.compactMap { $0.organization }).count > 1 { return nil }
        let addressed = addressees.flatMap { [$0.organization, $0.office, $0.title].compactMap { $0 } }
        let end = shape.text[shape.head].firstIndex {
            PersonName.read($0.string)?.honorific != nil || $0.has(LineClues.subject)
        }
        let top = shape.text[0..<min(end ?? shape.head.upperBound, 14)].filter {
            $0.kind != .heading || ($0.level ?? 1) > 1
        }
        let margin = shape.lines.margin.filter { $0.page == shape.text.first?.page && $0.role != .stamp }
        for line in margin + top {
            let name = PartyText.trimmed(line.string)
            guard line.count < 110, OrganizationName.isBody(name), !line.has(LineClues.place),
                !line.has(LineClues.contact),
                !line.has(LineClues.street), !TitleLine.isTitle(name), !line.has(Self.noLetterhead),
                PersonName.read(name) == nil,
                !addressed.contains(where: { $0.contains(name) || name.contains($0) })
            else { continue }
            return (name, shape.lines.evidence(line, of: name, rule: "sender.letterhead", .high))
        }
        return nil
    }

    private static let noLetterhead = Pattern(
        literal:
            #"\b(?:committee|subcommittee|hearing|comments?|testimony|statement|before|submission|response|notice|letter|docket|re:|page|request|attn|attention|submitted)\b"#,
        options: [.caseInsensitive])

    // MARK: What the letter says

    private static let behalf = Pattern(
        literal:
            #"\bon\s+behalf\s+of\s+(?:the\s+)?(?:(?:more|over|members)\s+.{0,60}\bof\s+(?:the\s+)?)?(?=\p{Lu})"#,
        options: [])
    private static let capacity = Pattern(
        literal:
            #"\b(?:Chair(?:man|woman|person)?|President|[Dd]irector|CEO|Officer|Secretary|Counsel|Analysis|Analyst|Fellow|Commissioner|Administrator)\s+(?:of|for|at|with|in)\s+(?:the\s+)?(?=\p{Lu})"#
    )
    private static let office = Pattern(
        literal: #"\b(?:in|at|with|of|from|by)\s+the\s+(?=(?:HHS\s+)?Office\s+of\s+(?:the\s+)?Inspector)"#)
    private static let subjectOf = Pattern(
        literal:
            #"(?:\A|[.:!?]\s+)(?:[Tt]he\s+)?(?=(?:\p{Lu}[\p{L}.&’'\-]*|of|for|and|the|on|in|&)(?:\s+(?:\p{Lu}[\p{L}.&’'\-]*|of|for|and|the|on|in|&)){1,10}\s+\([“"]?(?:the\s+[“"])?\p{Lu}[\p{L}&\-]{1,11}[”"]?\))"#
    )

    private func ownWords() -> Found? {
        ownWord(Self.behalf, rule: "sender.behalf", .medium)
            ?? ownWord(Self.subjectOf, rule: "sender.opening", .medium)
            ?? ownWord(Self.capacity, rule: "sender.capacity", .medium)
            ?? ownWord(Self.office, rule: "sender.opening", .low)
    }

    /// The name that follows a pattern in the first paragraphs.
    private func ownWord(_ pattern: Pattern, rule: String, _ confidence: Evidence.Confidence) -> Found? {
        let opening = shape.opening
        var found: Found?
        pattern.search(opening.text) { match in
            guard let phrase = OrganizationName.phrase(in: opening.text, at: match.range.upperBound),
                phrase.name.split(separator: " ").count > 1, !isAddressed(phrase.name)
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

    private func isAddressed(_ name: String) -> Bool {
        let key = BodyNames.key(name)
        return addressees.contains { addressee in
            [addressee.organization, addressee.office, addressee.name].contains {
                $0.map(BodyNames.key) == key
            }
        }
    }

    private func site() -> Found? {
        guard let name = text.document.siteName, !name.isEmpty else { return nil }
        return (name, Evidence(place: .field, quote: name, rule: "document.siteName", confidence: .low))
    }

    // MARK: Names

    private func joined(_ found: Found) -> Sender {
        let named = OfficeName(directory: directory).named(found.name, near: shape.opening.text)
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

/// Names an office that many departments have by its department: `HHS Office of Inspector General`.
struct OfficeName {
    let directory: Directory

    func named(_ name: String, near text: IndexedText) -> String {
        guard let office = Self.first(Self.office, in: IndexedText(name)) else { return cleaned(name) }
        let department =
            Self.first(Self.department, in: IndexedText(name)) ?? Self.first(Self.department, in: text)
        guard let department, let id = directory.names.agency(named: NameText.joined(department)),
            let short = directory.agencies[id]?.shortName
        else { return NameText.joined(office) }
        return "\(short) \(NameText.joined(office))"
    }

    private func cleaned(_ name: String) -> String {
        PartyText.trimmed(NameText.joined(name))
    }

    private static let office = Pattern(
        literal:
            #"\bOffice\s+of\s+(?:the\s+)?(?:Inspector\s+General|General\s+Counsel|the\s+Secretary|Inspector)\b"#,
        options: [.caseInsensitive])
    private static let department = Pattern(
        literal: #"\bDepartment\s+of\s+\p{Lu}\w+(?:(?:,?\s+(?:and|&)\s+|,?\s+)\p{Lu}\w+){0,4}"#)

    private static func first(_ pattern: Pattern, in text: IndexedText) -> String? {
        pattern.firstMatch(in: text).map { text[$0.range] }
    }
}
