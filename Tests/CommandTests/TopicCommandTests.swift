import Foundation
import Testing

/// Commands of topics, on a workspace of two letters.
@Suite("Commands of topics", .timeLimit(.minutes(5)))
struct TopicCommandTests {
    private func workspace() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try FileManager.default.copyItem(
            at: checkout.appendingPathComponent("Pipeline"), to: folder.url.appendingPathComponent("Pipeline")
        )
        for (name, subject) in [("ferries", "Ferries in winter"), ("roads", "Roads in summer")] {
            try folder.write(
                """
                <!DOCTYPE html><html lang="en"><head><title>Comments</title></head><body><p>Riverbend Alliance<br>
                12 Mill Lane<br>Springfield, VA 22150</p><p>March 1, 2020</p><p>Re: \(subject)</p><p>Dear Director:</p>
                <p>We write about \(subject.lowercased()) and thank you for the time that you gave to our members.</p>
                <p>Sincerely,</p><p>Jane Q. Sample<br>President</p></body></html>
                """, to: "Corpus/\(name).html")
        }
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        return folder
    }

    private let ferries = """
        label: Ferries
        terms: [ferry]
        examples: {match: [Ferries in winter], noMatch: [Roads in summer]}

        """

    @Test("A new topic is tried without a trace, and the next night applies it without extracting again")
    func newTopic() throws {
        let folder = try workspace()
        let before = try Program.shell("cat Output/archive/letters/*/* | sha256sum", in: folder.url).output
        try folder.write(ferries, to: "Pipeline/topics/ferries.yaml")
        #expect(try Program.run("topics", "check", "ferries", in: folder.url).status == 0)
        let tried = try Program.run("topics", "try", "--topic", "ferries", in: folder.url)
        #expect(tried.output.contains("+ ferries"), "\(tried.output)\(tried.errors)")
        #expect(tried.output.contains("Ferries"))
        #expect(tried.output.contains("2 letters tried; nothing was changed."))
        #expect(
            try Program.shell("cat Output/archive/letters/*/* | sha256sum", in: folder.url).output == before)

        let night = try Program.run("nightly", "--quiet", in: folder.url)
        #expect(night.output.contains("0 new, "), "\(night.output)\(night.errors)")
        let report = try Program.shell(
            "ls Output/reports/*.json | tail -1 | xargs jq -c '[.changed[] | [.from, .topicsAdded]]'",
            in: folder.url)
        #expect(report.output.contains("[\"tag\",[\"ferries\"]]"), "\(report.output)")
        #expect(!report.output.contains("extract"))
        let again = try Program.run("topics", "try", "--topic", "ferries", in: folder.url)
        #expect(!again.output.contains("+ ferries"))
    }

    @Test("An unknown topic is named, with what is known")
    func unknown() throws {
        let folder = try workspace()
        #expect(try Program.run("topics", "try", "--topic", "zeppelins", in: folder.url).status == 66)
        #expect(try Program.run("topics", "suggest", "zeppelins", in: folder.url).status == 66)
    }

    @Test("A person's yes and no come out as labels, and teach terms")
    func labels() throws {
        let folder = try workspace()
        try folder.write(
            ferries.replacing("[ferry]", with: "[steamboat]"), to: "Pipeline/topics/ferries.yaml")
        for (name, flag) in [("ferries", "--add"), ("roads", "--remove")] {
            let line = """
                letterbook tag "$(letterbook export --format jsonl \
                | jq -r 'select(.original.paths[0] == "\(name).html").id')" \(flag) ferries --who "Jane Doe"
                """
            #expect(try Program.shell(line, in: folder.url).status == 0)
        }
        let labels = try Program.shell(
            "letterbook topics labels | jq -c '[.path, .topic, .hasTopic, .who]' | sort", in: folder.url)
        #expect(
            labels.output == """
                ["ferries.html","ferries",true,"Jane Doe"]
                ["roads.html","ferries",false,"Jane Doe"]

                """, "\(labels.errors)")
        let suggested = try Program.run("topics", "suggest", "ferries", in: folder.url)
        #expect(suggested.output.contains("1 letters with the topic and 1 without"), "\(suggested.errors)")
    }

    @Test("Topics are exported as SKOS and imported from N-Triples, switched off")
    func exchange() throws {
        let folder = try workspace()
        let turtle = try Program.run("topics", "export", in: folder.url)
        #expect(turtle.output.contains("<urn:letterbook:topics:ctsa> a skos:Concept ;"))
        let json = try Program.shell(
            "letterbook topics export --format jsonld | jq -r '.[\"@graph\"] | length'", in: folder.url)
        #expect(json.output == "13\n", "\(json.errors)")
        try folder.write(
            "<urn:x:1> <http://www.w3.org/2004/02/skos/core#prefLabel> \"Ferries at sea\"@en .\n", to: "c.nt")
        let imported = try Program.run("topics", "import", "c.nt", in: folder.url)
        #expect(imported.output.contains("written  ferries-at-sea"), "\(imported.errors)")
        let list = try Program.run("topics", in: folder.url).output
        #expect(list.split(separator: "\n").contains { $0.hasPrefix("ferries-at-sea") && $0.contains("off") })
        #expect(
            try Program.run("topics", "import", "c.nt", in: folder.url).output.contains(
                "kept     ferries-at-sea"))
    }
}
