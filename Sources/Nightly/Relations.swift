import Archiving
import Correspondence
import Foundation
import Relating

/// Brings `archive/relations.jsonl` up to date: which letters are copies of one another, which share a template.
///
/// A letter's facts are remembered, so that only new letters are read; campaigns keep the ids that the ledger has.
///
/// - Returns: The letters whose relations changed, with all that relates them now.
func relateLetters(on desk: Desk) throws -> [String: [Relation]] {
    var facts = try desk.memory.facts(version: relatingVersion)
    let (standing, withdrawn) = try desk.archive.letterIDs()
    let missing = standing.filter { facts[$0] == nil }
    var learnt: [LetterFacts] = []
    for id in missing {
        let letter = LetterFacts(try desk.archive.read(id))
        facts[id] = letter
        learnt.append(letter)
    }
    try desk.memory.remember(learnt, version: relatingVersion)
    let ledger = CampaignLedger(in: desk.workspace.output)
    let known = try ledger.campaigns()
    let relations = relate(standing.compactMap { facts[$0] }, known: known)
    try ledger.append(relations.filter { $0.kind == .campaign && known[$0.from] != $0.id })
    var byLetter = try successions(of: withdrawn, in: desk.archive)
    byLetter.merge(try attachmentRelations(in: desk.memory)) { $0 + $1 }
    byLetter.merge(try versionRelations(in: desk.custody, holds: desk.archive.holds)) { $0 + $1 }
    for relation in relations {
        byLetter[relation.from, default: []].append(
            Relation(kind: relation.kind, id: relation.id, score: relation.score))
    }
    let changed = try desk.archive.write(relations: byLetter)
    return Dictionary(uniqueKeysWithValues: changed.map { ($0, byLetter[$0] ?? []) })
}

/// Which letters took the place of others, by the id of the later one.
private func successions(of withdrawn: [String], in archive: Archive) throws -> [String: [Relation]] {
    var byLetter: [String: [Relation]] = [:]
    for id in withdrawn {
        guard let later = try archive.read(id).withdrawn?.replacedBy, try archive.holds(later) else {
            continue
        }
        byLetter[later, default: []].append(Relation(kind: .supersedes, id: id))
    }
    return byLetter
}

/// Which campaign a letter was found to belong to: `Output/ledger/campaigns.jsonl`. Ids that were told stay.
private struct CampaignLedger {
    private struct Line: Codable {
        var letter: String
        var campaign: String
    }

    private let log: LedgerLog

    init(in output: URL) { log = LedgerLog(at: output.appendingPathComponent("ledger/campaigns.jsonl")) }

    /// Campaign ids by letter.
    func campaigns() throws -> [String: String] {
        var campaigns: [String: String] = [:]
        for line in try log.lines(of: Line.self) { campaigns[line.letter] = line.campaign }
        return campaigns
    }

    func append(_ relations: [LetterRelation]) throws {
        try log.append(relations.map { Line(letter: $0.from, campaign: $0.id) })
    }
}
