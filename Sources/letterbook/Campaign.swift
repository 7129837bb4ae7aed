import Archiving
import Correspondence
import Foundation
import Relating

/// Letters that share a template, as `letterbook campaigns` lists them.
struct CampaignEntry: Encodable {
    var id: String
    var letters: Int
    /// Organisations, sorted, each once.
    var senders: [String]
    /// The earliest and the latest date of a member.
    var from: String?
    var to: String?
    /// Of the member with the lowest id.
    var title: String?
}

/// One campaign: its template, who signed, and what each member adds.
struct CampaignAccount: Encodable {
    struct Member: Encodable {
        var id: String
        var date: String?
        var sender: String?
        var signatories: [String]
        var shared: Double
        var own: [Evidence]
    }

    var entry: CampaignEntry
    /// As the member has it that has most of it.
    var template: [String]
    var templateOf: String
    var members: [Member]
}

/// The campaigns of an archive.
struct Campaigns {
    let archive: Archive
    /// Ids of letters by campaign, both in order.
    let members: [String: [String]]

    init(_ archive: Archive) throws {
        self.archive = archive
        var members: [String: [String]] = [:]
        for (letter, relations) in try archive.relations() {
            for relation in relations where relation.kind == .campaign {
                members[relation.id, default: []].append(letter)
            }
        }
        self.members = members.mapValues { $0.sorted() }
    }

    /// Largest first, then by id.
    var ids: [String] {
        members.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    }

    /// The campaigns that a person means: by id, the beginning of one, with or without `campaign-`, or a letter of it.
    func matching(_ text: String) -> [String] {
        if members[text] != nil { return [text] }
        let found = ids.filter { $0.hasPrefix(text) || $0.hasPrefix("campaign-\(text)") }
        if !found.isEmpty { return found }
        return ids.filter { members[$0]?.contains { $0.hasPrefix(text) } == true }
    }

    func entry(_ id: String) throws -> CampaignEntry {
        var entry = CampaignEntry(id: id, letters: 0, senders: [])
        var senders: Set<String> = []
        for member in members[id] ?? [] { add(try archive.read(member), to: &entry, &senders) }
        entry.senders = senders.sorted()
        return entry
    }

    private func add(_ letter: Letter, to entry: inout CampaignEntry, _ senders: inout Set<String>) {
        entry.letters += 1
        if let sender = letter.sender?.organization { senders.insert(sender) }
        if entry.title == nil { entry.title = letter.title }
        guard let date = letter.date?.value else { return }
        entry.from = [entry.from, date.earliestDay].compactMap { $0 }.min()
        entry.to = [entry.to, date.latestDay].compactMap { $0 }.max()
    }

    /// Reads the members twice, one at a time: once to learn the template, once to hold each to it.
    func account(_ id: String) throws -> CampaignAccount {
        let ids = members[id] ?? []
        var text = CampaignText()
        for member in ids { text.learn(try archive.read(member).pages) }
        var account = CampaignAccount(entry: try entry(id), template: [], templateOf: "", members: [])
        for member in ids {
            let letter = try archive.read(member)
            let found = text.member(letter.pages)
            if account.templateOf.isEmpty || found.template.count > account.template.count {
                account.template = found.template
                account.templateOf = member
            }
            account.members.append(
                CampaignAccount.Member(
                    id: member, date: letter.date?.value.description, sender: letter.sender?.organization,
                    signatories: letter.signatories.map(\.name),
                    shared: found.shared, own: found.own))
        }
        return account
    }
}
