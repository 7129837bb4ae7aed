import Correspondence

/// Lists the public bodies that a letter is addressed to, copied to and sent by, each once in a role.
struct AgencyLister {
    let bodies: BodyFinder

    func list(_ description: Description, isTestimony: Bool) -> [AgencyReference] {
        var list: [AgencyReference] = []
        for addressee in description.addressees {
            guard let id = addressee.agency else { continue }
            add(
                AgencyReference(id: bodies.counted(id), role: .addressee, evidence: addressee.evidence),
                to: &list)
        }
        if isTestimony, let committee = bodies.committee() {
            let id = bodies.counted(committee.id)
            add(AgencyReference(id: id, role: .addressee, evidence: committee.evidence), to: &list)
            if id != committee.id {
                add(
                    AgencyReference(id: committee.id, role: .mentioned, evidence: committee.evidence),
                    to: &list)
            }
        }
        for line in bodies.shape.address.map({ bodies.shape.text[$0] }) {
            guard let match = LineClues.attention.firstMatch(in: line.text) else { continue }
            let name = line.part(match.range.upperBound..<line.text.bytes.count)
            guard let id = bodies.agency(in: name.string) else { continue }
            let evidence = bodies.shape.lines.evidence(
                line, name.start..<name.end, rule: "agency.attention", .medium)
            add(AgencyReference(id: bodies.counted(id), role: .addressee, evidence: evidence), to: &list)
        }
        if list.isEmpty, description.kind.value != .testimony { list += fallback(description) }
        for copied in description.copied {
            guard let id = copied.agency else { continue }
            add(AgencyReference(id: bodies.counted(id), role: .copied, evidence: copied.evidence), to: &list)
        }
        if let sender = description.sender, let id = sender.agency {
            add(AgencyReference(id: id, role: .sender, evidence: sender.evidence), to: &list)
        }
        return list
    }

    /// Where no address names a body: the mailbox to which the letter went, the body that it urges.
    private func fallback(_ description: Description) -> [AgencyReference] {
        if let address = description.submission?.address, let at = address.firstIndex(of: "@") {
            let domain = address[address.index(after: at)...].lowercased()
            let owner = bodies.directory.agencies.agencies.first { agency in
                agency.domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
            }
            let line = bodies.shape.text[bodies.shape.head].first { $0.range(of: address) != nil }
            if let owner, let line {
                let evidence = bodies.shape.lines.evidence(line, of: address, rule: "agency.mailbox", .medium)
                return [AgencyReference(id: bodies.counted(owner.id), role: .addressee, evidence: evidence)]
            }
        }
        guard !description.addressees.isEmpty,
            !description.addressees.contains(where: { $0.organization != nil }),
            let urged = bodies.urged()
        else { return [] }
        return [AgencyReference(id: bodies.counted(urged.id), role: .addressee, evidence: urged.evidence)]
    }

    private func add(_ reference: AgencyReference, to list: inout [AgencyReference]) {
        guard !list.contains(where: { $0.id == reference.id && $0.role == reference.role }) else { return }
        list.append(reference)
    }
}
