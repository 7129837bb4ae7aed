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

    /// The ids of the records that must be made again.
    private func repair(_ verification: Verification) throws -> Set<String> {
        try archive.repair(verification, settingAside: scratch.url.appendingPathComponent("aside")).taken
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
        #expect(try repair(verification) == [Self.id("0b")])
        #expect(try damage().isEmpty)
        #expect(try archive.ids() == [Self.id("00"), Self.id("ff")])
    }

    @Test("a missing record is found")
    func missing() throws {
        try FileManager.default.removeItem(at: record("ff"))
        #expect(try damage() == [.recordMissing])
    }

    @Test("a record whose original is lost too is said to be beyond repair, and moved so that nights go on")
    func lost() throws {
        try Data("{".utf8).write(to: record("ff"))
        try FileManager.default.removeItem(at: corpus.appendingPathComponent("ff.txt"))
        let verification = try archive.verify(corpus: corpus)
        #expect(verification.damage.map(\.kind) == [.recordDamaged])
        #expect(verification.damage.first?.remedy.contains("backup") == true)
        let aside = scratch.url.appendingPathComponent("aside")
        let outcome = try archive.repair(verification, settingAside: aside)
        #expect(outcome.lost == verification.damage)
        try archive.discard(outcome, besides: [])
        #expect(
            try String(
                contentsOf: aside.appendingPathComponent(Archive.path(of: Self.id("ff"))), encoding: .utf8)
                == "{")
        #expect(try damage().isEmpty)
    }

    @Test("a changed record whose original is lost is left as it is, and told of every time")
    func changedAndLost() throws {
        let text = try String(contentsOf: record("ff"), encoding: .utf8)
        try Data(text.replacing("Dear F", with: "Dear G").utf8).write(to: record("ff"))
        try FileManager.default.removeItem(at: corpus.appendingPathComponent("ff.txt"))
        let verification = try archive.verify(corpus: corpus)
        #expect(try repair(verification).isEmpty)
        #expect(try damage() == [.recordChanged])
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
        #expect(try repair(verification).isEmpty)
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
        #expect(try repair(verification).isEmpty)
        try archive.prepare()
        #expect(try damage().isEmpty)
    }

    @Test("manifest lines that were swapped, doubled or lost are found, and the manifest is written anew")
    func manifestOrder() throws {
        let manifest = archive.folder.appendingPathComponent("manifest.jsonl")
        let sound = try String(contentsOf: manifest, encoding: .utf8)
        let lines = sound.split(separator: "\n").map(String.init)
        for broken in [
            [lines[1], lines[0], lines[2]], [lines[0], lines[1], lines[1], lines[2]], [lines[0]], [],
        ] {
            try Data(broken.map { $0 + "\n" }.joined().utf8).write(to: manifest)
            let verification = try archive.verify(corpus: corpus)
            #expect(!verification.damage.isEmpty)
            #expect(try repair(verification).isEmpty)
            #expect(try String(contentsOf: manifest, encoding: .utf8) == sound)
        }
        try FileManager.default.removeItem(at: manifest)
        let verification = try archive.verify(corpus: corpus)
        #expect(
            verification.damage.map(\.kind) == [.recordExtra, .recordExtra, .recordExtra, .manifestDamaged])
        #expect(try repair(verification).isEmpty)
        #expect(try String(contentsOf: manifest, encoding: .utf8) == sound)
    }

    @Test("a file that is no part of the archive is found, and moved away rather than deleted")
    func strays() throws {
        let paths = ["notes.txt", "letters/00/00aa.json", "letters/00/0baa11bb22cc33dd.json", "letters/x"]
        for path in paths { try Data("mine".utf8).write(to: archive.folder.appendingPathComponent(path)) }
        let verification = try archive.verify(corpus: corpus)
        #expect(Set(verification.damage.map(\.path)).isSuperset(of: paths))
        #expect(try repair(verification).isEmpty)
        #expect(try damage().isEmpty)
        for path in paths {
            let moved = scratch.url.appendingPathComponent("aside/\(path)")
            #expect(try String(contentsOf: moved, encoding: .utf8) == "mine")
        }
    }

    @Test("originals that were swapped, or moved, are found where they are, and need no backup")
    func swappedOriginals() throws {
        let (a, b) = (corpus.appendingPathComponent("00.txt"), corpus.appendingPathComponent("ff.txt"))
        let bytes = try Data(contentsOf: a)
        try Data(contentsOf: b).write(to: a)
        try bytes.write(to: b)
        let damage = try archive.verify(corpus: corpus).damage
        #expect(damage.map(\.kind) == [.originalMoved, .originalMoved])
        #expect(damage.map(\.message).first == "holds other bytes: the original lies at ff.txt")
    }

    @Test("a damaged record of a withdrawn letter comes from the ledger, if the ledger has it")
    func withdrawnDamage() throws {
        var letter = SampleLetter.bare(id: Self.id("00"), text: "Dear A")
        letter.withdrawn = Withdrawal(since: "2026-11-21", reason: "removed from the corpus")
        letter.original.paths = ["gone.txt"]
        try archive.finish([try archive.write(letter).entry])
        try FileManager.default.removeItem(at: corpus.appendingPathComponent("00.txt"))
        let unknown = try archive.verify(corpus: corpus, tombstones: []).damage
        #expect(unknown.map(\.kind) == [.tombstoneUnknown])
        try Data("{".utf8).write(to: record("00"))
        let known = try archive.verify(corpus: corpus, tombstones: [Self.id("00")])
        #expect(
            known.damage.map(\.remedy) == ["'letterbook verify --repair' writes it again from the ledger"])
        #expect(try repair(known) == [Self.id("00")])
        let missing = try archive.verify(corpus: corpus, tombstones: [Self.id("00")]).damage
        #expect(missing.map(\.kind) == [.tombstoneMissing])
    }
}
