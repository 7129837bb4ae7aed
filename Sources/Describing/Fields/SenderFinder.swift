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
        let stated = client() ?? wholeOverPart() ?? signatureBody() ?? joint()
        let headed = caption() ?? titledBody() ?? letterhead() ?? corroborated()
        let found = stated ?? inspector ?? headed ?? undersigned() ?? elsewhere()
        guard let found else { return nil }
        return joined(found)
    }

    /// `Statement of the League of Clinics for the record of the Subcommittee on …`: the lines below name who is told.
    private func titledBody() -> Found? {
        guard isSpoken, let found = titled(), OrganizationName.isBody(found.name),
            PersonName.read(found.name)?.honorific == nil
        else { return nil }
        return found
    }

    /// Where neither a signature nor a letterhead names a body.
    private func elsewhere() -> Found? {
        let own = titled() ?? ownWords() ?? foot()
        return own ?? press() ?? together() ?? unnamedBody() ?? site()
    }

    typealias Found = (name: String, evidence: Evidence)

    // MARK: Places

    private static let client = Pattern(
        literal: #"\b[Oo]n\s+behalf\s+of\s+(?:our|its|my)\s+clients?,?\s+(?:the\s+)?(?=\p{Lu})"#, options: [])

    /// A firm that files for a client is not the sender.
    private func client() -> Found? {
        if let found = ownWord(Self.client, rule: "sender.client", .medium) { return found }
        let head = shape.text[..<min(letterheadEnd(), 8)] + shape.text[shape.signature]
        guard head.contains(where: { $0.count < 120 && $0.has(Self.firm) }) else { return nil }
        return ownWord(Self.behalf, rule: "sender.client", .medium, onlyBodies: true)
    }

    private static let firm = Pattern(
        literal:
            #"\b(?:LLP|L\.L\.P\.|PLLC|P\.L\.L\.C\.|Attorneys\s+at\s+Law|Law\s+(?:Offices?|Firm|Group))(?:\W|\z)"#
    )

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
        named = spelled(named)
        let ids = directory.names.agencies(in: found.name)
        return Sender(
            organization: named, agency: directory.names.agency(named: named) ?? ids.first,
            evidence: found.evidence)
    }

    /// A known body's name as its register writes it: `INTERNAL REVENUE SERVICE`, `Senate Judiciary Committee`.
    private func spelled(_ name: String) -> String {
        guard let id = directory.names.agency(named: name), let agency = directory.agencies[id] else {
            return name
        }
        let isCommittee = ["us-house-", "us-senate-"].contains { id.hasPrefix($0) }
        let isShouted =
            !name.contains(where: \.isLowercase) && BodyNames.key(agency.name) == BodyNames.key(name)
        return isCommittee || isShouted ? agency.name : name
    }

    /// Where a department's name may stand: the head, then the first paragraphs.
    private func nearby() -> IndexedText {
        let head = shape.text[shape.head].map(\.string).joined(separator: "\n")
        let title = text.document.title ?? ""
        let rest = shape.text[shape.body...].prefix(400).map(\.string).joined(separator: "\n")
        return IndexedText(head + "\n" + title + "\n" + rest)
    }
}
