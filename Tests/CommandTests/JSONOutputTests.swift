import Foundation
import Testing

/// What a terminal would obey is written as numbers in the JSON of every command, and reads as it was.
@Suite("JSON on standard output", .timeLimit(.minutes(5)))
struct JSONOutputTests {
    /// A command, in words; A and B stand for ids of letters, X for hostile text.
    struct Line {
        var words: String
        /// Hostile text is among the values. It is not where names are made safe and quotations normalised.
        var isHostile = true
        var status: Int32 = 0
    }

    private static let night = [
        Line(words: "sources list --json"), Line(words: "sources check --json"),
        Line(words: "sources add https://www.regulations.gov/docket/CMS-2024-0001 --json"),
        Line(words: "collect --quiet --json"), Line(words: "nightly --quiet --json"),
        Line(words: "report --json"), Line(words: "quarantine --json"), Line(words: "review --json"),
        Line(words: "review --senders --json"),
        Line(words: "agencies --all --json"), Line(words: "add X.txt --note X --json", isHostile: false),
        Line(words: "extract X.txt"),
    ]

    private static let letters = [
        Line(words: "show A --format json"), Line(words: "query --format json"),
        Line(words: "query --format jsonl"), Line(words: "query --count-by sender --format jsonl"),
        Line(words: "campaigns --json"), Line(words: "campaigns A --json"), Line(words: "diff A B --json"),
        Line(words: "topics list --json"), Line(words: "topics explain B ferries --json", isHostile: false),
        Line(words: "topics labels"), Line(words: "topics suggest ferries --json", isHostile: false),
        Line(words: "topics export --format jsonld"), Line(words: "topics try --topic midwives --json"),
        Line(words: "topics evaluate topics.tsv --json"), Line(words: "evaluate gold.jsonl --json"),
        Line(words: "verify --json", status: 1), Line(words: "doctor --json"),
    ]

    @Test("No command prints a character that a terminal obeys, and what it prints reads as it was")
    func hostile() throws {
        let workspace = try HostileWorkspace()
        for line in Self.night { try check(line, workspace) }
        try workspace.poisonRecords()
        for line in Self.letters { try check(line, workspace) }
    }

    private func check(_ line: Line, _ workspace: HostileWorkspace) throws {
        let outcome = try workspace.run(line.words)
        #expect(outcome.status == line.status, "\(line.words): \(outcome.errors)")
        #expect(Self.obeyed(in: outcome.output) == [], "\(line.words)")
        let texts = try Self.values(outcome.output).flatMap(Self.texts)
        #expect(!texts.isEmpty, "\(line.words) prints nothing")
        let isHostile = texts.contains { $0.unicodeScalars.contains(HostileWorkspace.mark.unicodeScalars) }
        #expect(isHostile == line.isHostile, "\(line.words)")
    }

    /// The numbers of characters that a terminal obeys or that hide.
    private static func obeyed(in text: String) -> [UInt32] {
        let categories: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
        return text.unicodeScalars.filter { $0 != "\n" && categories.contains($0.properties.generalCategory) }
            .map(\.value)
    }

    @Test("A record and a report are printed with the values of their files")
    func same() throws {
        let workspace = try HostileWorkspace()
        let report = try #require(
            try workspace.files(in: "Output/reports").last { $0.pathExtension == "json" })
        let printed = try Self.values(try workspace.run("report --json").output)
        #expect(printed == (try Self.values(String(contentsOf: report, encoding: .utf8))))
        let record = try #require(
            try workspace.records().first { $0.lastPathComponent.hasPrefix(workspace.first) })
        let shown = try #require(
            try Self.values(workspace.run("show A --format json").output).first as? NSDictionary)
        let kept = try #require(
            try Self.values(String(contentsOf: record, encoding: .utf8)).first as? NSDictionary)
        #expect(kept.count > 5)
        for (key, value) in kept { #expect(shown[key] as? NSObject == value as? NSObject, "\(key)") }
    }

    @Test("Every command that prints JSON is among these")
    func all() throws {
        let help = try Program.run("--experimental-dump-help", in: checkout).output
        let root = try #require(try Self.values(help).first as? [String: Any])
        let commands = try #require(root["command"] as? [String: Any])
        let known = (Self.night + Self.letters).map(\.words)
        let printing = Self.commandsWithJSON(commands, [])
        #expect(printing.count > 15)
        for command in printing {
            #expect(
                known.contains { "\($0) ".hasPrefix("\(command) ") && $0.hasSuffix("--json") }, "\(command)")
        }
    }

    private static func commandsWithJSON(_ command: [String: Any], _ above: [String]) -> [String] {
        let arguments = command["arguments"] as? [[String: Any]] ?? []
        let names = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }.compactMap {
            $0["name"] as? String
        }
        let below = (command["subcommands"] as? [[String: Any]] ?? []).flatMap {
            commandsWithJSON($0, above + [$0["commandName"] as? String ?? ""])
        }
        return (names.contains("json") ? [above.joined(separator: " ")] : []) + below
    }

    /// One document, or a value a line.
    private static func values(_ json: String) throws -> [NSObject] {
        do {
            return [try value(json)]
        } catch {
            return try json.split(separator: "\n").map { try value(String($0)) }
        }
    }

    private static func value(_ json: String) throws -> NSObject {
        try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSObject)
    }

    private static func texts(_ value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(texts)
        case let object as [String: Any]: object.flatMap { [$0.key] + texts($0.value) }
        default: []
        }
    }
}
