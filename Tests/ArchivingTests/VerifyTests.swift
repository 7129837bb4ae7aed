import Correspondence
import Foundation
import Testing

@testable import Archiving

@Suite("Verify")
struct VerifyTests {
    private let scratch: ScratchFolder
    private let archive: Archive
    private let corpus: URL
    private let texts = ["00": "Dear A", "0b": "Dear B", "ff": "Dear F"]

    /// Three letters, each with its original.
    init() throws {
        scratch = try ScratchFolder()
        archive = Archive(at: scratch.url.appendingPathComponent("archive"))
        corpus = scratch.url.appendingPathComponent("corpus")
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        try archive.prepare()
        var entries: [ManifestEntry] = []
        for (start, text) in texts {
            try Data(text.utf8).write(to: corpus.appendingPathComponent("\(start).txt"))
            var letter = SampleLetter.bare(id: Self.id(start), text: text)
            letter.original.paths = ["\(start).txt"]
            entries.append(try archive.write(letter).entry)
        }
        try archive.finish(entries)
    }

    private static func id(_ start: String) -> String { "\(start)aa11bb22cc33dd" }

    private func record(_ start: String) -> URL {
        archive.folder.appendingPathComponent(Archive.path(of: Self.id(start)))
    }

    private func damage() throws -> [Damage.Kind] {
        try archive.verify(corpus: corpus).damage.map(\.kind)
    }

    @Test("a sound archive has no damage, and everything was looked at")
    func sound() throws {
        let verification = try archive.verify(corpus: corpus)
        #expect(verification.damage.isEmpty)
        #expect(verification.records == 3 && verification.originals == 3)
    }

    @Test("one flipped bit in a record is found")
    func bitRot() throws {
        var bytes = try Data(contentsOf: record("0b"))
        let place = try #require(bytes.firstRange(of: Data("Dear B".utf8))?.lowerBound)
        bytes[place] ^= 1
        try bytes.write(to: record("0b"))
        #expect(try damage() == [.recordChanged])
    }

    @Test("a truncated record is found, and made room for")
    func truncated() throws {
        try Data(try Data(contentsOf: record("0b")).dropLast(9)).write(to: record("0b"))
        let verification = try archive.verify(corpus: corpus)
        #expect(verification.damage.map(\.kind) == [.recordDamaged])
        #expect(verification.damage.first?.id == Self.id("0b"))
        #expect(try archive.repair(verification) == [Self.id("0b")])
        #expect(try damage().isEmpty)
        #expect(try archive.ids() == [Self.id("00"), Self.id("ff")])
    }

    @Test("a missing record is found")
    func missing() throws {
        try FileManager.default.removeItem(at: record("ff"))
        #expect(try damage() == [.recordMissing])
    }

    @Test("a record whose original is lost too is said to be beyond repair, and left alone")
    func lost() throws {
        try Data().write(to: record("ff"))
        try FileManager.default.removeItem(at: corpus.appendingPathComponent("ff.txt"))
        let verification = try archive.verify(corpus: corpus)
        #expect(verification.damage.map(\.kind) == [.recordDamaged, .originalMissing])
        #expect(try archive.repair(verification).isEmpty)
        #expect(FileManager.default.fileExists(atPath: record("ff").path))
    }

    @Test("two records that were swapped are both found")
    func swapped() throws {
        let other = try Data(contentsOf: record("ff"))
        try Data(contentsOf: record("00")).write(to: record("ff"))
        try other.write(to: record("00"))
        #expect(try damage() == [.recordMisplaced, .recordMisplaced])
    }

    @Test("a record that the manifest does not list is found, and entered if it is sound")
    func extra() throws {
        _ = try archive.write(SampleLetter.bare(id: Self.id("0c"), text: "Dear A"))
        let verification = try archive.verify(corpus: nil)
        #expect(verification.damage.map(\.kind) == [.recordExtra])
        #expect(try archive.repair(verification).isEmpty)
        #expect(try archive.verify(corpus: nil).damage.isEmpty)
        #expect(try archive.verify(corpus: nil).records == 4)
    }

    @Test("a record that is against the schema is found, although its hash is right")
    func schema() throws {
        var letter = SampleLetter.bare(id: Self.id("00"), text: texts["00"] ?? "")
        letter.original.paths = ["00.txt"]
        letter.language = ""
        try archive.finish([try archive.write(letter).entry])
        let damage = try archive.verify(corpus: corpus).damage
        #expect(damage.map(\.kind) == [.recordAgainstSchema])
        #expect(damage.first?.message == "is against the schema (record.language: is empty)")
    }

    @Test("a changed original and a missing one are told apart, with what restores them")
    func originals() throws {
        try Data("Dear X".utf8).write(to: corpus.appendingPathComponent("00.txt"))
        try FileManager.default.removeItem(at: corpus.appendingPathComponent("ff.txt"))
        let damage = try archive.verify(corpus: corpus).damage
        #expect(damage.map(\.kind) == [.originalChanged, .originalMissing])
        #expect(damage.allSatisfy { $0.remedy.contains("backup") })
    }

    @Test("the original of a withdrawn letter need not be there")
    func withdrawn() throws {
        var letter = SampleLetter.bare(id: Self.id("00"), text: texts["00"] ?? "")
        letter.withdrawn = Withdrawal(since: "2026-11-21", reason: "removed from the corpus")
        letter.original.paths = ["gone.txt"]
        try archive.finish([try archive.write(letter).entry])
        #expect(try damage().isEmpty)
    }

    @Test("a damaged manifest line, damaged relations, another schema and leftovers are found and mended")
    func others() throws {
        let manifest = archive.folder.appendingPathComponent("manifest.jsonl")
        var lines = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n").map(String.init)
        lines[1] = "{\"id\":"
        try (lines.joined(separator: "\n") + "\n").write(to: manifest, atomically: true, encoding: .utf8)
        try Data("{}\n".utf8).write(to: archive.folder.appendingPathComponent("relations.jsonl"))
        try Data("{}\n".utf8).write(to: archive.folder.appendingPathComponent(LetterSchema.path))
        try Data().write(to: archive.folder.appendingPathComponent("letters/00/.x.json.part"))
        let verification = try archive.verify(corpus: corpus)
        #expect(
            Set(verification.damage.map(\.kind))
                == [.schemaChanged, .manifestDamaged, .recordExtra, .leftover, .relationsDamaged])
        #expect(try archive.repair(verification).isEmpty)
        try archive.prepare()
        #expect(try damage().isEmpty)
    }
}
