import Foundation
import Testing

/// `campaigns` and `diff`, on a workspace of three letters from one template and an annual letter.
@Suite("Commands for letters that share their text", .timeLimit(.minutes(5)))
struct CampaignCommandTests {
    private static let template = """
        We write to urge the Centers for Medicare and Medicaid Services to extend coverage of midwives to every county. \
        Coverage now ends sixty days after birth, and most deaths come later than that, as the review committees found. \
        Rural hospitals close their maternity wards, and families drive for hours to see a clinician they can trust. \
        The final rule should come before the end of the year, so that states have time to prepare their programs. \
        We thank the agency for its work and stand ready to help with data from our members in all fifty states.
        """

    private func write(
        _ name: String, sender: String, date: String, own: String = "", in folder: ScratchFolder
    ) throws {
        try folder.write(
            """
            <!DOCTYPE html><html lang="en"><head><title>Comments</title></head><body><p>\(sender)<br>12 Mill Lane<br>
            Springfield, VA 22150</p><p>\(date)</p><p>Seema Verma<br>Administrator<br>Centers for Medicare &amp; Medicaid
            Services<br>7500 Security Boulevard<br>Baltimore, MD 21244</p><p>Re: Midwives</p><p>Dear Administrator Verma:
            </p><p>\(Self.template) \(own)</p><p>Sincerely,</p><p>Jane Q. Sample<br>President</p></body></html>
            """, to: "Corpus/\(name).html")
    }

    private func workspace() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try FileManager.default.copyItem(
            at: checkout.appendingPathComponent("Pipeline"), to: folder.url.appendingPathComponent("Pipeline")
        )
        try write("a", sender: "Riverbend Alliance of Teaching Clinics", date: "March 1, 2020", in: folder)
        try write("b", sender: "League of Academic Medical Centers", date: "March 2, 2020", in: folder)
        try write(
            "c", sender: "Union of County Hospitals", date: "March 3, 2020",
            own: "In our own county the last maternity ward closed in January.", in: folder)
        try write("d", sender: "Union of County Hospitals", date: "March 3, 2021", in: folder)
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        return folder
    }

    private func id(of name: String, in folder: ScratchFolder) throws -> String {
        let line =
            "letterbook export --format jsonl | jq -r 'select(.original.paths[0] == \"\(name).html\").id'"
        let id = try Program.shell(line, in: folder.url).output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        try #require(id.count == 16)
        return id
    }

    @Test("A campaign is listed, and shown with its template, its signers and what each added")
    func campaign() throws {
        let folder = try workspace()
        let list = try Program.run("campaigns", in: folder.url)
        #expect(list.output.contains("3 senders"), "\(list.output)\(list.errors)")
        let member = try id(of: "c", in: folder)
        let shown = try Program.run("campaigns", member, in: folder.url)
        #expect(
            shown.output.contains("“In our own county the last maternity ward closed in January.”"),
            "\(shown.output)")
        #expect(shown.output.contains("signed by Jane Q. Sample"))
        #expect(shown.output.contains("  Coverage now ends sixty days after birth"))
        let own = try Program.shell(
            "letterbook campaigns \(member) --json | jq -r '[.members[].own | length] | sort | last'",
            in: folder.url)
        #expect(own.output == "1\n", "\(own.errors)")
        let unknown = try Program.run("campaigns", "zzz", in: folder.url)
        #expect(unknown.status == 66)
        #expect(unknown.errors.contains("no campaign and no letter of a campaign"))
    }

    @Test("Campaigns keep their ids when a letter joins them")
    func stableIDs() throws {
        let folder = try workspace()
        let ids = "letterbook campaigns --json | jq -r .id | sort"
        let before = try Program.shell(ids, in: folder.url).output
        try write("0", sender: "Guild of Village Clinics", date: "March 4, 2020", in: folder)
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        #expect(try Program.shell(ids, in: folder.url).output == before)
        #expect(try Program.run("campaigns", in: folder.url).output.contains("4 senders"))
    }

    @Test("A year's letter is told from last year's with the reason, an altered word within its sentence")
    func difference() throws {
        let folder = try workspace()
        let (c, d) = (try id(of: "c", in: folder), try id(of: "d", in: folder))
        let shown = try Program.run("diff", c, d, in: folder.url)
        #expect(shown.output.contains("two letters, not duplicates"), "\(shown.output)\(shown.errors)")
        #expect(shown.output.contains("their dates lie 365 days apart"))
        #expect(shown.output.contains("- In our own county the last maternity ward closed in January."))
        #expect(shown.output.contains("sentences in common)"))
        #expect(!shown.output.contains("\u{1B}"))
        let json = try Program.shell(
            "letterbook diff \(c) \(d) --json | jq -r '.relation.kind'", in: folder.url)
        #expect(json.output == "null\n")
    }
}
