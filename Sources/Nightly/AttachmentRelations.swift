import Correspondence
import Planning

/// Which letters are attached to which, by the id of the attached one: to the first letter of what holds it.
func attachmentRelations(in memory: Memory) throws -> [String: [Relation]] {
    let pairs = try memory.attachments()
    let known = try memory.originals(Set(pairs.flatMap { [$0.attached, $0.container] }))
    var byLetter: [String: [Relation]] = [:]
    for (attached, container) in pairs {
        guard case .archived(let ids)? = known[container]?.outcome, let first = ids.first else { continue }
        for id in known[attached]?.letters ?? [] {
            byLetter[id, default: []].append(Relation(kind: .attachmentOf, id: first))
        }
    }
    return byLetter
}
