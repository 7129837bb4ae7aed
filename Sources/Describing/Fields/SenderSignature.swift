import Correspondence
import Scanning

/// The sender as those who sign name it.
extension SenderFinder {
    /// A department, institute or unit in which people sign is not the sender where a letterhead names the whole.
    func wholeOverPart() -> Found? {
        let bodies = signatories.compactMap(\.organization)
        guard let first = bodies.first, !isSpoken, bodies.allSatisfy(isPart), let head = letterhead(),
            BodyNames.key(head.name) != BodyNames.key(first)
        else { return nil }
        return head
    }

    /// Whether a body stands within a title, `Director, Center for …`, or calls itself a part.
    func isPart(_ name: String) -> Bool {
        if directory.names.agency(named: name) != nil { return false }
        if directory.organizations.organization(named: name) != nil { return false }
        if Self.part.isFound(in: IndexedText(name)) { return true }
        let lines = shape.text[shape.signature].filter { $0.range(of: name) != nil }
        return !lines.isEmpty && lines.allSatisfy { $0.string != name && TitleLine.isTitle($0.string) }
    }

    static let part = Pattern(
        literal:
            #"\A(?:Departments?|Divisions?|Office|Section|Unit|Program|Faculty)\s+(?:of|for)\b|\s(?:Division|Section|Unit|Program|Committee|Research)\z"#
    )

    /// The first of the organisations that sign a joint letter.
    func undersigned() -> Found? {
        let bodies = UndersignedBodies(shape: shape).find()
        guard let lead = bodies.first, !signatories.contains(where: { $0.organization != nil }) else {
            return nil
        }
        return (lead.name, shape.lines.evidence(lead.line, of: lead.name, rule: "sender.joint", .medium))
    }

    func signatureBody() -> Found? {
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
            whole(first.name),
            line.map { shape.lines.evidence($0, of: first.name, rule: rule, .high) } ?? first.evidence
        )
    }

    /// Two or three bodies whose people sign side by side; of more, the first.
    func together() -> Found? {
        var seen: Set<String> = []
        let signed = signatories.filter { signatory in
            signatory.organization.map { seen.insert(BodyNames.key($0)).inserted } ?? false
        }
        let names = signed.compactMap(\.organization)
        guard names.count > 1, let first = names.first, let evidence = signed.first?.evidence else {
            return nil
        }
        let name = names.count > 3 ? first : names.joined(separator: "; ")
        let line = shape.text[shape.signature].first { $0.range(of: first) != nil }
        return (
            name,
            line.map { shape.lines.evidence($0, of: first, rule: "sender.joint", .medium) } ?? evidence
        )
    }

    /// What stands under a signatory's title and over an address, though no word says that it is a body's.
    func unnamedBody() -> Found? {
        guard signatories.count == 1, signatories[0].title != nil else { return nil }
        let lines = Array(shape.text[shape.signature])
        for (line, next) in zip(lines, lines.dropFirst()) {
            let isAddress =
                next.has(LineClues.street) || next.has(LineClues.place) || next.has(LineClues.contact)
            guard isAddress, OrganizationName.isCapitalized(line.string), !TitleLine.isTitle(line.string),
                !line.has(LineClues.street), !line.has(LineClues.place), !line.has(LineClues.contact),
                PersonName.read(line.string)?.name != signatories[0].name, line.count > 4, line.count < 70
            else { continue }
            let name = PartyText.trimmed(line.string)
            return (name, shape.lines.evidence(line, of: name, rule: "sender.signature", .low))
        }
        return nil
    }

    /// `Department of Epidemiology, Fairmount College`: the whole, not its part.
    func whole(_ name: String) -> String {
        var parts = name.split(separator: ",").map { PartyText.trimmed(String($0)) }
        while parts.count > 1, let first = parts.first, let last = parts.last,
            Self.branch.isFound(in: IndexedText(first)), !first.hasPrefix("Office"),
            OrganizationName.isBody(last), directory.names.agency(named: last) == nil
        {
            parts.removeFirst()
        }
        return parts.joined(separator: ", ")
    }

    private static let branch = Pattern(
        literal:
            #"\A(?:Departments?|Divisions?|Section|Unit|Program|Faculty|Center|School|College)\s+(?:of|for)\b|\s(?:Division|Section|Unit|Program|Research)\z"#
    )

    /// A department that stands for its inspector general.
    func isInspector(_ name: String) -> Bool {
        !name.contains("Inspector General")
            && signatories.contains { $0.title?.contains("Inspector General") ?? false }
    }
}
