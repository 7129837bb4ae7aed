import Foundation
import Testing

/// The commands with which people decide, on a workspace of three letters.
@Suite("Commands for people's decisions", .timeLimit(.minutes(5)))
struct DecisionCommandTests {
    private func workspace() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try FileManager.default.copyItem(
            at: checkout.appendingPathComponent("Pipeline"), to: folder.url.appendingPathComponent("Pipeline")
        )
        for number in 1...3 {
            try folder.write(
                """
                <!DOCTYPE html><html lang="en"><head><title>Comments</title></head><body>
                <p>Riverbend Alliance of Teaching Clinics<br>12 Mill Lane<br>Springfield, VA 22150</p>
                <p>March \(number), 2020</p><p>Seema Verma<br>Administrator<br>
                Centers for Medicare &amp; Medicaid Services<br>7500 Security Boulevard<br>Baltimore, MD 21244</p>
                <p>Re: Maternal mortality in rural counties, part \(number)</p><p>Dear Administrator Verma:</p>
                <p>We write about maternal mortality and postpartum care in rural hospitals, and urge CMS to extend
                coverage to twelve months. This is letter number \(number).</p>
                <p>Sincerely,</p><p>Jane Q. Sample<br>President</p></body></html>
                """, to: "Corpus/letter-\(number).html")
        }
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        return folder
    }

    private func id(of path: String, in folder: ScratchFolder) throws -> String {
        let line = "letterbook export --format jsonl | jq -r 'select(.original.paths[0] == \"\(path)\").id'"
        let id = try Program.shell(line, in: folder.url).output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        try #require(id.count == 16)
        return id
    }

    @Test("Correct, tag and withhold write one file, which a night for that letter applies")
    func decisions() throws {
        let folder = try workspace()
        let id = try id(of: "letter-2.html", in: folder)
        let who = ["--who", "Jane Doe", "--why", "she knows"]
        for command in [
            ["correct", id, "sender", "Riverbend Clinics"], ["tag", id, "--add", "ctsa"],
            ["withhold", id, "addressees.0.address"],
        ] {
            let outcome = try Program.run(command + who, in: folder.url)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("Pipeline/corrections/\(id).yaml"))
        }
        let file = folder.url.appendingPathComponent("Pipeline/corrections/\(id).yaml")
        let yaml = try String(contentsOf: file, encoding: .utf8)
        #expect(yaml.contains("old: \"Riverbend Alliance of Teaching Clinics\""))
        #expect(yaml.contains("who: \"Jane Doe\""))
        #expect(!yaml.contains("Security Boulevard"))
        let night = try Program.run("nightly", "--quiet", "--letter", id, in: folder.url)
        #expect(night.output.contains("0 new, 1 changed, 2 unchanged"), "\(night.output)\(night.errors)")
        let shown = try Program.run("show", id, in: folder.url).output
        #expect(shown.contains("Riverbend Clinics"))
        #expect(shown.contains("by person"))
        #expect(!(try Program.run("show", id, "--format", "json", in: folder.url).output.contains("7500")))
    }

    @Test("A second correction of a field keeps what the rules said")
    func secondThoughts() throws {
        let folder = try workspace()
        let id = try id(of: "letter-1.html", in: folder)
        for name in ["First", "Second"] {
            try #require(
                try Program.run("correct", id, "sender", name, "--who", "J", in: folder.url).status == 0)
            try #require(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        }
        let file = folder.url.appendingPathComponent("Pipeline/corrections/\(id).yaml")
        let yaml = try String(contentsOf: file, encoding: .utf8)
        #expect(yaml.contains("old: \"Riverbend Alliance of Teaching Clinics\""))
        #expect(yaml.contains("new: \"Second\"") && !yaml.contains("First"))
    }

    @Test("What cannot be decided is refused, and nothing is written")
    func refusals() throws {
        let folder = try workspace()
        let id = try id(of: "letter-1.html", in: folder)
        let cases: [(arguments: [String], status: Int32, message: String)] = [
            (["correct", id, "sendr", "X"], 64, "no field"),
            (["correct", id, "date", "31/05/2020"], 64, "must be a date"),
            (["correct", "ffff", "sender", "X"], 66, "ffff"),
            (["correct", id, "addressees.7.name", "X", "--who", "J"], 65, "the next is number 1"),
            (["tag", id], 64, "--add or --remove"), (["tag", id, "--add", "ctsb"], 66, "did you mean ctsa"),
            (["withhold", id, "addressees.0.address"], 64, "--why"),
            (
                ["withhold", id, "addressees.9.address", "--why", "x", "--who", "J"], 66,
                "has no addressees.9"
            ),
        ]
        for (arguments, status, message) in cases {
            let outcome = try Program.run(arguments, in: folder.url)
            #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
            #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
        }
        let corrections = folder.url.appendingPathComponent("Pipeline/corrections")
        #expect(!FileManager.default.fileExists(atPath: corrections.path))
    }

    @Test("Review lists what is in doubt until a person has said what is so")
    func review() throws {
        let folder = try workspace()
        try folder.write(
            "<!DOCTYPE html><html><body><p>Dear Colleague:</p><p>We urge you to act on rural care soon, and to say "
                + "so in public.</p><p>Sincerely,</p><p>Jane Q. Sample</p></body></html>",
            to: "Corpus/undated.html")
        _ = try Program.run("nightly", "--quiet", in: folder.url)
        let id = try id(of: "undated.html", in: folder)
        let before = try Program.run("review", "--field", "date", "--json", in: folder.url).output
        #expect(before.contains(id) && before.contains("\"field\":\"date\""))
        let senders = try Program.run("review", "--senders", in: folder.url).output
        #expect(senders.contains("3      Riverbend Alliance of Teaching Clinics"), "\(senders)")
        _ = try Program.run("correct", id, "date", "2020-05", "--who", "J", in: folder.url)
        _ = try Program.run("nightly", "--quiet", in: folder.url)
        #expect(!(try Program.run("review", "--json", "--field", "date", in: folder.url).output.contains(id)))
    }

    @Test("Evaluate holds records to labels, whatever the files are called")
    func evaluation() throws {
        let folder = try workspace()
        let letter = try String(
            contentsOf: folder.url.appendingPathComponent("Corpus/letter-1.html"), encoding: .utf8)
        try folder.write(letter, to: "labels/renamed.html")
        try folder.write(
            """
            {"file": "renamed.html", "kind": "letter", "date": "2020-03-01", "sender_org": "Somebody Else"}
            {"file": "absent.html", "kind": "letter", "date": "2020-03-01"}
            """, to: "labels/gold.jsonl")
        let outcome = try Program.run("evaluate", "labels/gold.jsonl", "--misses", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("date ") && $0.hasSuffix("1 of 2") }, "\(outcome.output)")
        #expect(
            outcome.output.contains(
                "renamed.html: found Riverbend Alliance of Teaching Clinics, wanted Somebody"))
        #expect(outcome.errors.contains("1 labelled files have no record"))
        try folder.write("path\ttopics\nrenamed.html\tmaternal-health,ctsa\n", to: "labels/topics.tsv")
        let topics = try Program.run("topics", "evaluate", "labels/topics.tsv", "--misses", in: folder.url)
        #expect(topics.output.contains("renamed.html: missed ctsa"), "\(topics.output)\(topics.errors)")
        #expect(topics.output.contains("all                   0.667"))
        try folder.write("file,topics\n", to: "labels/wrong.tsv")
        #expect(try Program.run("topics", "evaluate", "labels/wrong.tsv", in: folder.url).status == 65)
        try folder.write("{}\n", to: "labels/wrong.jsonl")
        let wrong = try Program.run("evaluate", "labels/wrong.jsonl", in: folder.url)
        #expect(wrong.status == 65 && wrong.errors.contains("wrong.jsonl:1"))
    }
}
