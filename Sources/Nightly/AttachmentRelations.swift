import Correspondence
import Planning

/// Which letters are attached to which, by the id of the attached one: to the first letter of what holds it.
func attachmentRelations(in memory: Memory) throws -> [String: [Relation]] {
    let known = try memory.originals()
    var byLetter: [String: [Relation]] = [:]
    for container in known.values.sorted(by: { $0.sha256 < $1.sha256 }) {
        guard case .archived(let ids) = container.outcome, let first = ids.first else { continue }
        for attached in Set((container.attachments ?? []).map(\.sha256)) {
            for id in known[attached]?.letters ?? [] {
                byLetter[id, default: []].append(Relation(kind: .attachmentOf, id: first))
            }
        }
    }
    return byLetter
}
