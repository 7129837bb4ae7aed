import Foundation
import Testing

/// A workspace in which everything that people or documents may name holds what a terminal would obey.
struct HostileWorkspace {
    /// A sequence that colours, marks that reverse, hide or isolate, and a delete.
    static let mark = "\u{9B}31m\u{202E}gnp\u{2066}d\u{200B}\u{FEFF}\u{7F}\u{AD}e"
    /// With what ends lines for some.
    private static let text = "\u{85}a\u{2028}b\u{2029}" + mark

    /// The id of a letter; another letter from the same template.
    let first: String
    let second: String
    private let folder: ScratchFolder
    private let url: URL

    init() throws {
        folder = try ScratchFolder()
        url = folder.url.appendingPathComponent("box\(Self.text)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: checkout.appendingPathComponent("Pipeline"), to: url.appendingPathComponent("Pipeline"))
        let letters = [
            ("Corpus/a.txt", Self.letter("Riverbend Alliance of Teaching Clinics", "March 1, 2020")),
            (
                "Corpus/b\(Self.text).txt",
                Self.letter("Union of County Hospitals", "March 3, 2020", "Ferries cross the bay in winter.")
            ),
            ("Corpus/c.txt", Self.letter("League of Academic Medical Centers", "March 2, 2020")),
            ("Corpus/undated\(Self.text).txt", Self.note("Harbour masters write to you.")),
            ("Corpus/d.txt", Self.note("Harbour masters ask you for help.")),
            ("Corpus/e.txt", Self.note("Harbour masters thank you for help.")),
            ("Corpus/f.txt", Self.note("Harbour masters met you in spring.")),
            ("Corpus/broken\(Self.text).pdf", "%PDF-1.4\nbroken\n"),
            ("Letters/n\(Self.text).txt", Self.note("We write about boats.")),
            ("\(Self.text).txt", Self.note("We write about bridges.")),
        ]
        let definitions = [
            ("topics/ferries", "label: \(Self.quoted)\nterms: [ferries]\n"),
            ("topics/midwives", "label: \(Self.quoted)\nterms: [zeppelins]\n"),
            ("sources/box", "kind: folder\nname: \(Self.quoted)\nurls: [Letters]\n"),
        ]
        let files = letters + definitions.map { ("Pipeline/\($0).yaml", $1) }
        for (path, contents) in files { try Self.write(contents, to: path, in: url) }
        _ = try Self.run(["nightly", "--quiet"], in: url)
        let ids = try Self.ids(in: url)
        first = try #require(ids["a.txt"])
        second = try #require(ids["b\(Self.text).txt"])
        try decide(ids)
        try nameAgency()
        _ = try Self.run(["nightly", "--quiet"], in: url)
    }

    /// What people said of the letters: half of them are of ferries, enough to learn from.
    private func decide(_ ids: [String: String]) throws {
        for id in [first, second] {
            for field in ["sender", "title", "subject"] {
                let value = "\(id.prefix(2))\(Self.text)"
                #expect(try Self.run(["correct", id, field, value, "--who", Self.text], in: url).status == 0)
            }
        }
        let others = Set(["undated\(Self.text).txt", "d.txt", "e.txt", "f.txt"])
        for (path, id) in ids {
            let answer = others.contains(path) ? "--add" : "--remove"
            #expect(
                try Self.run(["tag", id, answer, "ferries", "--who", Self.text], in: url).status == 0)
        }
    }

    private func nameAgency() throws {
        let file = url.appendingPathComponent("Pipeline/agencies.yaml")
        let yaml = try String(contentsOf: file, encoding: .utf8)
        let list = try #require(yaml.range(of: "aliases: ["))
        try yaml.replacingCharacters(in: list, with: "aliases: [\(Self.quoted), ")
            .write(to: file, atomically: true, encoding: .utf8)
    }

    /// Puts into the archive what extraction would have taken out of a text; and into a topic, labels and a file's name.
    func poisonRecords() throws {
        for record in try records() {
            let text = try String(contentsOf: record, encoding: .utf8)
            let poisoned = text.replacing("Ferries cross", with: "Ferries \(Self.mark) cross")
                .replacing("midwives to every", with: "midwives \(Self.mark) to every")
                .replacing("Harbour masters", with: "Harbour masters \(Self.mark)")
            try Data(poisoned.utf8).write(to: record)
        }
        let files = [
            ("Pipeline/topics/midwives.yaml", "label: \(Self.quoted)\nterms: [midwives]\n"),
            ("topics.tsv", "path\ttopics\n\(Self.mark).txt\tferries\n"),
            (
                "gold.jsonl",
                "{\"file\": \"\(Self.mark).txt\", \"kind\": \"letter\", \"date\": \"2020-03-01\"}\n"
            ),
            ("Output/archive/letters/\(first.prefix(2))/\(Self.mark).json", "{}"),
        ]
        for (path, contents) in files { try Self.write(contents, to: path, in: url) }
    }

    /// Runs a line of which A and B stand for ids, X for hostile text.
    func run(_ words: String) throws -> Program.Outcome {
        let arguments = words.split(separator: " ").map { word -> String in
            switch word {
            case "A": first
            case "B": second
            default: String(word).replacing("X", with: Self.text)
            }
        }
        return try Self.run(arguments, in: url)
    }

    func records() throws -> [URL] {
        try files(in: "Output/archive/letters").flatMap { folder in
            try files(in: "Output/archive/letters/\(folder.lastPathComponent)")
        }
    }

    /// By name.
    func files(in path: String) throws -> [URL] {
        let folder = url.appendingPathComponent(path, isDirectory: true)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .map { folder.appendingPathComponent($0) }
    }

    private static func run(_ arguments: [String], in url: URL) throws -> Program.Outcome {
        try Program.run(arguments, in: url)
    }

    /// The ids of letters by the names of their files.
    private static func ids(in url: URL) throws -> [String: String] {
        struct Record: Decodable {
            struct Original: Decodable { var paths: [String] }
            var id: String
            var original: Original
        }
        let lines = try Program.run("export", "--format", "jsonl", in: url).output.split(separator: "\n")
        let records = try lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
        return Dictionary(records.map { ($0.original.paths.first ?? "", $0.id) }) { first, _ in first }
    }

    private static func write(_ text: String, to path: String, in url: URL) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// A double-quoted YAML text.
    private static var quoted: String {
        let scalars = text.unicodeScalars.map { scalar in
            guard scalar.value > 0x7E else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "\"\(scalars.joined())\""
    }

    private static func note(_ text: String) -> String {
        "Guild of Village Boats\n\nDear Director:\n\n\(text)\n\nSincerely,\n\nJane Doe\n"
    }

    private static func letter(_ sender: String, _ date: String, _ own: String = "") -> String {
        """
        \(sender)
        12 Mill Lane, Springfield, VA 22150

        \(date)

        Seema Verma
        Administrator
        Centers for Medicare & Medicaid Services

        RE: Midwives

        Dear Administrator Verma:

        We write to urge the Centers for Medicare and Medicaid Services to extend coverage of midwives to every county. \
        Coverage now ends sixty days after birth, and most deaths come later than that, as the review committees found. \
        Rural hospitals close their maternity wards, and families drive for hours to see a clinician they can trust. \
        The final rule should come before the end of the year, so that states have time to prepare their programs. \
        We thank the agency for its work and stand ready to help with data from our members in all fifty states. \(own)

        Sincerely,

        Jane Q. Sample
        President
        """
    }
}
