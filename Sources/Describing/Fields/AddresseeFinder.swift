import Correspondence
import Scanning

/// Finds who a letter is written to: the inside address, checked against the salutation; of testimony, the
/// members whom it greets; of a submission, the body that its cover names.
struct AddresseeFinder {
    let shape: LetterShape
    let bodies: BodyFinder
    let isTestimony: Bool
    var isNotice = false
    /// The document's own title.
    let title: String?

    func find() -> [Addressee] {
        if isTestimony { return greeted() }
        // A notice is published, not sent: the people in it sign or are named.
        if isNotice, shape.salutation == nil { return [] }
        if shape.salutation == nil, !shape.address.contains(where: { shape.text[$0].has(LineClues.place) }) {
            let onCover = submittedTo() + openLetter()
            return onCover.isEmpty ? coverBody() : onCover
        }
        if let abreast = AbreastAddresses(shape: shape, bodies: bodies).find() { return abreast }
        var blocks = AddressReader.read(MemberList.without(shape.address.map { shape.text[$0] }))
        blocks = withoutLetterhead(blocks)
        let greeted = salutationPeople()
        var addressees = blocks.flatMap { members(of: $0) ?? addressee($0, greeted).map { [$0] } ?? [] }
        if !addressees.contains(where: { $0.name != nil }) { addressees = named(addressees, by: greeted) }
        for index in addressees.indices
        where addressees[index].name == nil && addressees[index].organization == nil {
            addressees[index].name = addressees[index].title
            addressees[index].title = nil
        }
        return addressees.isEmpty ? submittedTo() + openLetter() : addressees
    }

    // MARK: Inside address

    /// A block with telephone or web addresses, or bodies before the first person of an undated letter, are
    /// the sender's.
    private func withoutLetterhead(_ blocks: [PartyBlock]) -> [PartyBlock] {
        guard blocks.contains(where: { $0.name != nil }) else {
            return blocks.count > 1 ? blocks.filter { !$0.hasContact } : blocks
        }
        let isDated = shape.text[shape.head].contains(where: AddressLines.isDate)
        let first = blocks.firstIndex { $0.name != nil } ?? 0
        return blocks.enumerated().filter { index, block in
            if index < first, !isDated || block.hasContact { return false }
            return true
        }.map(\.element)
    }

    private func addressee(_ block: PartyBlock, _ greeted: [SalutationReader.Person]) -> Addressee? {
        guard let line = block.lines.first else { return nil }
        if block.name == nil, block.organization == nil {
            guard let redacted = block.lines.first(where: { $0.has(LineClues.redacted) }) else {
                return block.title.flatMap { role($0, block) }
            }
            return Addressee(
                name: redacted.string,
                evidence: shape.lines.evidence(redacted, rule: "addressee.redacted", .low))
        }
        let isGreeted =
            block.name.map { name in greeted.contains { Surname.of($0.name) == Surname.of(name) } } ?? false
        let words = block.name ?? block.organization ?? ""
        let holder = block.lines.first { $0.range(of: words) != nil } ?? line
        let evidence = shape.lines.evidence(
            holder, of: words, rule: "addressee.address",
            isGreeted ? .high : (greeted.isEmpty ? .high : .medium))
        return Addressee(
            name: block.name, honorific: block.honorific, title: block.title, office: block.office,
            organization: block.organization, agency: bodies.agency(of: block),
            address: block.address.isEmpty ? nil : block.address.joined(separator: "\n"), evidence: evidence)
    }

    private static let member = Pattern(
        literal: #"\((?:The\s+)?Hon(?:orable|\.)\s+(\p{Lu}[^()]{3,40})\)"#)

    /// People in brackets after the committees that they chair: `(Hon. Ana Lee)`.
    private func members(of block: PartyBlock) -> [Addressee]? {
        guard block.name == nil else { return nil }
        let text = IndexedText(block.lines.map(\.string).joined(separator: " "))
        let names = Self.member.matches(in: text).compactMap { $0[1].map { text[$0] } }
        guard !names.isEmpty else { return nil }
        return names.compactMap { name in
            let surname = String(name.split(separator: " ").last ?? "")
            guard let line = block.lines.first(where: { $0.range(of: surname) != nil }) else { return nil }
            return Addressee(
                name: name, honorific: "Hon.", organization: block.organization,
                agency: bodies.agency(of: block),
                address: block.address.isEmpty ? nil : block.address.joined(separator: "\n"),
                evidence: shape.lines.evidence(line, of: surname, rule: "addressee.member", .medium))
        }
    }

    /// `The President`, `Clerk of Court`: a role where no person is named.
    private func role(_ title: String, _ block: PartyBlock) -> Addressee? {
        guard let line = block.lines.first(where: { $0.range(of: title) != nil }),
            !block.address.isEmpty || block.lines.count > 1
        else { return nil }
        let evidence = shape.lines.evidence(line, of: title, rule: "addressee.role", .medium)
        return Addressee(
            title: title, agency: bodies.agency(of: block),
            address: block.address.isEmpty ? nil : block.address.joined(separator: "\n"), evidence: evidence)
    }

    // MARK: Salutation

    private func salutationPeople() -> [SalutationReader.Person] {
        guard let salutation = shape.salutation else { return [] }
        var text = salutation.part.string
        // A long salutation runs over its line.
        if !text.contains(":"), text.count > 40, salutation.line + 1 < shape.text.count {
            let next = shape.text[salutation.line + 1]
            if next.count < 80, next.string.hasSuffix(":") { text += " " + next.string }
        }
        return SalutationReader.people(in: text)
    }

    /// The salutation names the person whom the address leaves out.
    private func named(_ addressees: [Addressee], by greeted: [SalutationReader.Person]) -> [Addressee] {
        guard let salutation = shape.salutation else { return addressees }
        let line = shape.text[salutation.line]
        if greeted.isEmpty {
            guard line.has(Self.anyone) else { return addressees }
            let words = PartyText.trimmed(salutation.part.string.filter { $0 != ":" })
            let evidence = shape.lines.evidence(
                line, salutation.part.start..<salutation.part.end, rule: "addressee.salutation", .medium)
            let isLetterhead = addressees.first.map { stands(aboveDate: $0) && $0.agency == nil } ?? true
            var first = (isLetterhead ? nil : addressees.first) ?? Addressee(evidence: evidence)
            first.name = words
            first.evidence = evidence
            return [first] + addressees.dropFirst()
        }
        var named = addressees
        for (index, person) in greeted.enumerated() {
            let evidence = shape.lines.evidence(line, of: person.name, rule: "addressee.salutation", .medium)
            if named.indices.contains(index), named[index].name == nil,
                addressees.count == 1 || addressees.count == greeted.count
            {
                named[index].name = person.name
                named[index].honorific = person.honorific
                named[index].evidence = evidence
            } else {
                named.append(Addressee(name: person.name, honorific: person.honorific, evidence: evidence))
            }
        }
        return named
    }

    /// What stands above the date, without a person, is the letterhead of a letter to nobody in particular.
    private func stands(aboveDate addressee: Addressee) -> Bool {
        guard let date = shape.text[shape.head].first(where: AddressLines.isDate) else { return false }
        return addressee.evidence.page == date.page && (addressee.evidence.start ?? 0) < date.start
    }

    private static let anyone = Pattern(literal: #"\bWhom\b"#, options: [.caseInsensitive])

    // MARK: Greetings and covers

    /// The members whom testimony greets by name.
    private func greeted() -> [Addressee] {
        guard let index = shape.greeting ?? shape.salutation?.line else { return submittedTo() }
        let lines = shape.text[index...].prefix(3)
        let text = lines.map(\.string).joined(separator: " ")
        let agency = bodies.committee()
        return SalutationReader.people(in: String(text.prefix(400))).compactMap { person in
            guard let line = lines.first(where: { $0.range(of: person.name) != nil }), line.count > 0 else {
                return nil
            }
            guard NameWords.isOffice(person.honorific) else { return nil }
            return Addressee(
                name: person.name, honorific: person.honorific, agency: agency?.id,
                evidence: shape.lines.evidence(line, of: person.name, rule: "addressee.greeting", .medium))
        }
    }

    private static let submission = Pattern(
        literal:
            #"\A(?:Submission|Submitted|Comments?|Statement|Presented|Response)\s+(?:submitted\s+)?(?:to|before)\s+(?:the\s+)?"#
    )

    /// `Submission to the Office of …` on a cover, or a body alone on one of its lines.
    private func submittedTo() -> [Addressee] {
        guard !isTestimony || shape.greeting == nil else { return [] }
        for index in shape.head {
            let line = shape.text[index]
            guard let match = Self.submission.firstMatch(in: line.text),
                let phrase = OrganizationName.phrase(in: line.text, at: match.range.upperBound)
            else { continue }
            let part = line.part(phrase.range)
            if isTestimony, phrase.name.lowercased().contains("committee") { continue }
            return [
                Addressee(
                    organization: phrase.name, agency: bodies.agency(in: phrase.name),
                    evidence: shape.lines.evidence(
                        line, part.start..<part.end, rule: "addressee.cover", .medium))
            ]
        }
        return []
    }

    /// A public body on a line of a cover of its own.
    private func coverBody() -> [Addressee] {
        for index in shape.head {
            let line = shape.text[index]
            guard let id = bodies.directory.names.agency(named: line.string) else { continue }
            return [
                Addressee(
                    organization: line.string, agency: id,
                    evidence: shape.lines.evidence(line, rule: "addressee.cover", .medium))
            ]
        }
        return []
    }

    private static let open = Pattern(
        literal: #"\bopen\s+letter\s+to\s+(?:the\s+)?(\S.+)\z"#, options: [.caseInsensitive])

    /// `An open letter to health care providers`.
    private func openLetter() -> [Addressee] {
        if let title, let match = Self.open.firstMatch(in: IndexedText(title)), let range = match[1] {
            let evidence = Evidence(place: .field, quote: title, rule: "document.title", confidence: .medium)
            return [Addressee(name: IndexedText(title)[range], evidence: evidence)]
        }
        for index in shape.head {
            let line = shape.text[index]
            guard let part = line.group(of: Self.open) else { continue }
            return [
                Addressee(
                    name: part.string,
                    evidence: shape.lines.evidence(
                        line, part.start..<part.end, rule: "addressee.openLetter", .medium))
            ]
        }
        return []
    }
}

/// The surname by which one spelling of a name is compared with another.
enum Surname {
    static func of(_ name: String) -> String {
        let words = name.split(separator: " ").map { NameText.bare($0) }
        return words.last { !NameWords.suffixes.contains($0) && !$0.isEmpty } ?? ""
    }
}

extension NameWords {
    /// Whether an honorific is an office: `Chairman`, `Ranking Member`, not `Mr.`
    static func isOffice(_ honorific: String) -> Bool {
        honorific.split(separator: " ").contains { offices.contains(NameText.bare($0)) }
    }
}
