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
            client() ?? wholeOverPart() ?? signatureBody() ?? joint() ?? inspector ?? letterhead()
            ?? undersigned() ?? ownWords() ?? site()
        guard let found else { return nil }
        return joined(found)
    }

    typealias Found = (name: String, evidence: Evidence)

    // MARK: Places

    private static let client = Pattern(
        literal: #"\b[Oo]n\s+behalf\s+of\s+(?:our|its|my)\s+clients?,?\s+(?:the\s+)?(?=\p{Lu})"#, options: [])

    /// A firm that files for a client is not the sender.
    private func client() -> Found? { ownWord(Self.client, rule: "sender.client", .medium) }

    /// A department, institute or unit in which people sign is not the sender where a letterhead names the whole.
    private func wholeOverPart() -> Found? {
        let bodies = signatories.compactMap(\.organization)
        guard let first = bodies.first, !isSpoken, bodies.allSatisfy(isPart), let head = letterhead(),
            BodyNames.key(head.name) != BodyNames.key(first)
        else { return nil }
        return head
    }

    /// Whether a body stands within a title, `Director, Center for …`, or calls itself a part.
    private func isPart(_ name: String) -> Bool {
        if directory.names.agency(named: name) != nil { return false }
        if directory.organizations.organization(named: name) != nil { return false }
        if Self.part.isFound(in: IndexedText(name)) { return true }
        let lines = shape.text[shape.signature].filter { $0.range(of: name) != nil }
        return !lines.isEmpty && lines.allSatisfy { $0.string != name && TitleLine.isTitle($0.string) }
    }

    private static let part = Pattern(
        literal:
            #"\A(?:Departments?|Divisions?|Office|Section|Unit|Program|Faculty)\s+(?:of|for)\b|\s(?:Division|Section|Unit|Program|Committee|Research)\z"#
    )

    /// The first of the organisations that sign a joint letter.
    private func undersigned() -> Found? {
        let bodies = UndersignedBodies(shape: shape).find()
        guard let lead = bodies.first, !signatories.contains(where: { $0.organization != nil }) else {
            return nil
        }
        return (lead.name, shape.lines.evidence(lead.line, of: lead.name, rule: "sender.joint", .medium))
    }

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

    /// Where a department's name may stand: the head, then the first paragraphs.
    private func nearby() -> IndexedText {
        let head = shape.text[shape.head].map(\.string).joined(separator: "\n")
        let title = text.document.title ?? ""
        let rest = shape.text[shape.body...].prefix(400).map(\.string).joined(separator: "\n")
        return IndexedText(head + "\n" + title + "\n" + rest)
    }
}
