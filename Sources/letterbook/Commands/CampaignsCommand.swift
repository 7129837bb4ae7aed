import ArgumentParser
import Correspondence
import Foundation

struct CampaignsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaigns",
        abstract: "List letters that share a template, or lay one campaign bare.",
        discussion: """
            One campaign is shown with its template, its members, who signed, and the sentences that each member added \
            or altered. Name it by its id, or by a letter that belongs to it.

            EXAMPLE
              letterbook campaigns
              letterbook campaigns campaign-3f9a1c20
              letterbook campaigns 3f9a1c20 --json | jq '.members[] | {sender, own: [.own[].quote]}'
            """)

    @Argument(help: "A campaign's id, or a letter's, or the beginning of one.")
    var id: String?

    @Option(help: "Campaigns, or sentences of one's own for each member, to print at most; 0 for all.")
    var limit = 10

    @Flag(help: "Print JSON: Lines for the list, one document for a campaign.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        try checkLimit(limit)
    }

    func run() throws {
        do {
            let campaigns = try Campaigns(Library(place.workspace()).archive)
            if let id { try show(try chosen(id, of: campaigns)) } else { try list(campaigns) }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func list(_ campaigns: Campaigns) throws {
        let ids = campaigns.ids
        let shown = ids.prefix(limit == 0 || json ? .max : limit)
        for id in shown {
            let entry = try campaigns.entry(id)
            if json {
                printJSON(try CanonicalJSON.line(entry))
                continue
            }
            print("\(entry.id)  \(summary(entry))")
            if let title = entry.title { print("    \(fitted(printable(title), to: 90))") }
        }
        guard !json else { return }
        print(
            ids.isEmpty
                ? "No letters share a template."
                : "\(ids.count) campaigns"
                    + (shown.count < ids.count ? ", \(shown.count) shown: --limit 0 shows all." : "."))
    }

    private func chosen(_ id: String, of campaigns: Campaigns) throws -> CampaignAccount {
        let found = campaigns.matching(id)
        guard let one = found.first, found.count == 1 else {
            printError(
                found.isEmpty
                    ? "error: no campaign and no letter of a campaign begins with '\(printable(id))'; "
                        + "'letterbook campaigns' lists them"
                    : "error: '\(printable(id))' may mean \(found.prefix(5).joined(separator: ", ")); name more of it"
            )
            throw Exit.noInput
        }
        return try campaigns.account(one)
    }

    private func show(_ account: CampaignAccount) throws {
        guard !json else {
            printJSON(try CanonicalJSON.document(account))
            return
        }
        print("\(account.entry.id)  \(summary(account.entry))")
        print("\nTemplate, \(account.template.count) sentences, as \(account.templateOf) has it")
        for sentence in account.template { print("  \(printable(sentence))") }
        print("\nMembers")
        for member in account.members { show(member) }
    }

    private func show(_ member: CampaignAccount.Member) {
        let percent = "\(Int((member.shared * 100).rounded())) % template"
        let facts = [
            member.id, member.date ?? "no date", printable(member.sender ?? "unknown sender"), percent,
        ]
        print("  " + facts.joined(separator: "  "))
        if !member.signatories.isEmpty {
            let names = member.signatories.prefix(4).map(printable).joined(separator: ", ")
            let rest = member.signatories.count - 4
            print("      signed by \(names)" + (rest > 0 ? " and \(rest) more" : ""))
        }
        let own = member.own.prefix(limit == 0 ? .max : limit)
        for evidence in own {
            let kind = evidence.rule == "campaign.own" ? "own" : "changed"
            let quote = evidence.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            print("      \(padded(kind, to: 8))p. \(evidence.page ?? 1)  “\(printable(quote))”")
        }
        if own.count < member.own.count {
            print("      … \(member.own.count - own.count) more: --limit 0 shows all")
        }
    }

    private func summary(_ entry: CampaignEntry) -> String {
        var parts = ["\(entry.letters) letters", "\(entry.senders.count) senders"]
        if let from = entry.from, let to = entry.to { parts.append(from == to ? from : "\(from) to \(to)") }
        return parts.joined(separator: ", ")
    }
}
