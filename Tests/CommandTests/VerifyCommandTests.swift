import Foundation
import Testing

/// `letterbook verify` as a user runs it: whatever is damaged is found and told, and `--repair` brings the archive
/// back byte for byte.
@Suite("The command verify", .serialized, .timeLimit(.minutes(10)))
struct VerifyCommandTests {
    private let folder: ScratchFolder
    private let output: URL
    /// Ids of the letters, in their order.
    private let ids: [String]

    /// A workspace with three letters and a tombstone.
    init() throws {
        folder = try ScratchFolder()
        output = folder.url.appendingPathComponent("Output")
        try FileManager.default.copyItem(
            at: checkout.appendingPathComponent("Pipeline"), to: folder.url.appendingPathComponent("Pipeline")
        )
        for name in ["one", "two", "three", "gone"] {
            try folder.write(Self.letter(name), to: "Corpus/\(name).txt")
        }
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("Corpus/gone.txt"))
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        let manifest = try String(
            contentsOf: output.appendingPathComponent("archive/manifest.jsonl"), encoding: .utf8)
        ids = manifest.split(separator: "\n").filter { !$0.contains("withdrawn") }
            .map { String($0.dropFirst(#"{"id":""#.count).prefix(16)) }
    }

    private static func letter(_ name: String) -> String {
        """
        Association of Invented Colleges
        12 Mill Lane, Springfield, VA 22150

        March 3, 2020

        Seema Verma
        Administrator
        Centers for Medicare & Medicaid Services

        RE: Maternal health in rural counties, letter \(name)

        Dear Administrator Verma:

        We urge CMS to extend postpartum coverage to twelve months in \(name) counties.

        Sincerely,

        Jane Q. Sample
        President
        """
    }

    private func record(_ place: Int) -> URL {
        output.appendingPathComponent("archive/letters/\(ids[place].prefix(2))/\(ids[place]).json")
    }

    private func change(_ file: URL, _ change: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: file)
        change(&data)
        try data.write(to: file)
    }

    /// Every file of the archive and the ledger.
    private func contents(_ names: [String] = ["archive", "ledger"]) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in names {
            for path in try FileManager.default.subpathsOfDirectory(
                atPath: output.appendingPathComponent(name).path)
            {
                let file = output.appendingPathComponent("\(name)/\(path)")
                if !file.hasDirectoryPath, let data = FileManager.default.contents(atPath: file.path) {
                    contents["\(name)/\(path)"] = data
                }
            }
        }
        return contents
    }

    @Test("A sound output is said to be so, and looking changes no byte")
    func sound() throws {
        let before = try contents(["archive", "ledger", "index", "cache"])
        let outcome = try Program.run("verify", in: folder.url)
        #expect(outcome.status == 0)
        #expect(outcome.output == "4 records and 3 originals checked: all sound.\n")
        #expect(try contents(["archive", "ledger", "index", "cache"]) == before)
    }

    @Test("Each damage to the archive is named, and mended byte for byte")
    func archive() throws {
        let before = try contents()
        let manifest = output.appendingPathComponent("archive/manifest.jsonl")
        let damages: [(said: String, make: () throws -> Void)] = [
            ("was changed since it was written", { try change(record(0)) { $0[$0.count / 2] ^= 1 } }),
            ("cannot be read", { try change(record(1)) { $0.removeLast($0.count / 2) } }),
            ("cannot be read", { try Data().write(to: record(1)) }),
            ("is missing", { try FileManager.default.removeItem(at: record(2)) }),
            (
                "holds the record of",
                {
                    let (first, second) = (try Data(contentsOf: record(0)), try Data(contentsOf: record(1)))
                    try second.write(to: record(0))
                    try first.write(to: record(1))
                }
            ),
            (
                "is no part of the archive",
                { try Data("x".utf8).write(to: record(0).appendingPathExtension("bak")) }
            ),
            (
                "is not in the manifest",
                {
                    try FileManager.default.createDirectory(
                        at: output.appendingPathComponent("archive/letters/ab"),
                        withIntermediateDirectories: true)
                    try Data("{}".utf8).write(
                        to: output.appendingPathComponent("archive/letters/ab/abababababababab.json"))
                }
            ),
            ("is no manifest line", { try change(manifest) { $0[2] = UInt8(ascii: "}") } }),
            ("is missing", { try FileManager.default.removeItem(at: manifest) }),
            (
                "is no relation",
                { try Data("{\n".utf8).write(to: output.appendingPathComponent("archive/relations.jsonl")) }
            ),
            (
                "is not the schema of this version",
                {
                    try Data("{}".utf8).write(
                        to: output.appendingPathComponent("archive/schema/letter.schema.json"))
                }
            ),
        ]
        for damage in damages {
            try damage.make()
            let damaged = try contents()
            let found = try Program.run("verify", in: folder.url)
            #expect(
                found.status == 1 && found.output.contains(damage.said), "\(damage.said): \(found.output)")
            #expect(try contents() == damaged, "looking writes nothing")
            let mended = try Program.run("verify", "--repair", in: folder.url)
            #expect(mended.status == 0, "\(damage.said): \(mended.output)\(mended.errors)")
            #expect(mended.output.contains("Mended."))
            let after = try contents()
            #expect(after == before, "\(damage.said): \(Set(after.keys).symmetricDifference(before.keys))")
        }
    }

    @Test("An index that is gone, damaged or behind is found, and built again")
    func index() throws {
        let file = output.appendingPathComponent("index/letterbook.sqlite")
        let sound = try Data(contentsOf: file)
        let damages: [(said: String, make: () throws -> Void)] = [
            ("is missing", { try FileManager.default.removeItem(at: file) }),
            ("damaged", { try change(file) { $0.replaceSubrange(4096..<9000, with: Data(count: 4904)) } }),
            ("damaged", { try Data("no database at all".utf8).write(to: file) }),
            (
                "is not in step with the archive",
                {
                    try folder.write(Self.letter("four"), to: "Corpus/four.txt")
                    #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
                    try sound.write(to: file)
                }
            ),
        ]
        for damage in damages {
            try damage.make()
            let found = try Program.run("verify", in: folder.url)
            #expect(found.status == 1 && found.output.contains("index/letterbook.sqlite"), "\(found.output)")
            #expect(found.output.contains(damage.said), "\(found.output)")
            let mended = try Program.run("verify", "--repair", in: folder.url)
            #expect(mended.status == 0, "\(mended.output)\(mended.errors)")
            let asked = try Program.run("query", "postpartum", "--format", "jsonl", in: folder.url)
            #expect(asked.status == 0 && asked.errors.isEmpty, "\(asked.errors)")
        }
    }

    @Test("A tombstone that the archive or the ledger lost comes back from the other")
    func tombstones() throws {
        let before = try contents()
        let stone = try #require(
            before.keys.first { path in
                path.hasPrefix("archive/letters/") && !ids.contains { path.contains($0) }
            })
        let ledger = output.appendingPathComponent("ledger/tombstones.jsonl")
        let damages: [(said: String, make: () throws -> Void)] = [
            ("from the ledger", { try Data("{".utf8).write(to: output.appendingPathComponent(stone)) }),
            (
                "from the ledger",
                { try FileManager.default.removeItem(at: output.appendingPathComponent(stone)) }
            ),
            ("does not know it", { try FileManager.default.removeItem(at: ledger) }),
            ("is no tombstone", { try change(ledger) { $0[0] = UInt8(ascii: "x") } }),
        ]
        for damage in damages {
            try damage.make()
            let found = try Program.run("verify", in: folder.url)
            #expect(found.status == 1 && found.output.contains(damage.said), "\(found.output)")
            let mended = try Program.run("verify", "--repair", in: folder.url)
            #expect(mended.status == 0, "\(damage.said): \(mended.output)\(mended.errors)")
            #expect(try contents() == before, "\(damage.said)")
        }
    }

    @Test("A changed original is told, with what restores it, and what was archived of it stays")
    func original() throws {
        let file = folder.url.appendingPathComponent("Corpus/one.txt")
        let sound = try Data(contentsOf: file)
        try change(file) { $0[30] ^= 1 }
        let found = try Program.run("verify", "--json", in: folder.url)
        #expect(found.status == 1)
        let line = try #require(
            try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
        #expect(line["kind"] as? String == "originalChanged" && line["path"] as? String == "one.txt")
        #expect((line["remedy"] as? String)?.contains("backup") == true)
        try sound.write(to: file)
        #expect(try Program.run("verify", in: folder.url).status == 0)
        try FileManager.default.moveItem(
            at: file, to: folder.url.appendingPathComponent("Corpus/renamed.txt"))
        let moved = try Program.run("verify", in: folder.url)
        #expect(moved.output.contains("the original lies at renamed.txt"))
        #expect(try Program.run("verify", "--repair", in: folder.url).status == 0)
    }
}
