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
        for copied in description.copied {
            guard let id = copied.agency else { continue }
            add(AgencyReference(id: bodies.counted(id), role: .copied, evidence: copied.evidence), to: &list)
        }
        if let sender = description.sender, let id = sender.agency {
            add(AgencyReference(id: id, role: .sender, evidence: sender.evidence), to: &list)
        }
        return list
    }

    private func add(_ reference: AgencyReference, to list: inout [AgencyReference]) {
        guard !list.contains(where: { $0.id == reference.id && $0.role == reference.role }) else { return }
        list.append(reference)
    }
}
