import Correspondence
import Foundation
import Testing

@testable import Archiving

@Suite("Versions of the record")
struct MigrationTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private static func fixture(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: fixtures.appendingPathComponent(path)))
    }

    private let scratch: ScratchFolder
    private let archive: Archive

    init() throws {
        scratch = try ScratchFolder()
        archive = Archive(at: scratch.url.appendingPathComponent("archive"))
    }

    /// An archive as version 1 left it.
    private func makeOldArchive(_ names: [String]) throws {
        try RecordFile.makeFolder(archive.full("schema"))
        try RecordFile.replace(
            archive.full(LetterSchema.path), with: Self.fixture("schemas/letter-1.schema.json"))
        var entries: [ManifestEntry] = []
        for name in names {
            let bytes = try Self.fixture("records/\(name).json")
            let letter = try Archive.letter(from: bytes, path: name)
            let path = Archive.path(of: letter.id)
            try RecordFile.makeFolder(archive.full("letters/\(letter.id.prefix(2))"))
            try RecordFile.replace(archive.full(path), with: bytes)
            entries.append(
                ManifestEntry(
                    id: letter.id, originalSHA256: letter.original.sha256, path: path,
                    recordSHA256: SHA256.hex(of: bytes), withdrawn: letter.withdrawn?.since))
        }
        try archive.finish(entries)
    }

    @Test("there is one step for every version since the first, in their order")
    func chain() {
        #expect(RecordMigrations.all.steps.map(\.version) == Array(2...Letter.schemaVersion))
        #expect(RecordMigrations.all.steps.allSatisfy { !$0.summary.isEmpty })
    }

    @Test("a record of every older version is valid under its schema, and when brought up to date")
    func fixtures() throws {
        let check = try SchemaCheck(schema: LetterSchema.document)
        for version in 1..<Letter.schemaVersion {
            let old = try SchemaCheck(schema: Self.fixture("schemas/letter-\(version).schema.json"))
            for name in ["full", "bare"] {
                let bytes = try Self.fixture("records/\(version)-\(name).json")
                #expect(old.violation(in: bytes) == nil)
                let stored = try Archive.stored(from: bytes, path: name)
                #expect(stored.version == version && stored.letter.schemaVersion == Letter.schemaVersion)
                #expect(check.violation(in: try Archive.record(of: stored.letter)) == nil)
            }
        }
    }

    @Test("a schema that was published is never changed again")
    func published() throws {
        let hashes = try (1..<Letter.schemaVersion).map {
            SHA256.hex(of: try Self.fixture("schemas/letter-\($0).schema.json"))
        }
        #expect(hashes == ["84a6816223ce38c744347003ce24227a979a698fb31f7305afbe0d4bc6f688d7"])
    }

    @Test("the first version's record says the same after its way to this one")
    func nothingLost() throws {
        var expected = SampleLetter.full()
        expected.withdrawn = Withdrawal(
            since: "2026-11-21", reason: "the original is no longer in the corpus")
        expected.withheld = ["addressees.0.address"]
        #expect(try Archive.letter(from: Self.fixture("records/1-full.json"), path: "") == expected)
    }

    @Test("an archive of an older version is brought up to date before anything is written to it")
    func upgrade() throws {
        try makeOldArchive(["1-full", "1-bare"])
        try archive.prepare()
        #expect(try archive.publishedVersion() == Letter.schemaVersion)
        let verification = try archive.verify(corpus: nil)
        #expect(verification.damage.isEmpty && verification.records == 2)
        #expect(try archive.read("00aa11bb22cc33dd").withdrawn?.since == "2026-11-21")
        #expect(try archive.read("ffaa11bb22cc33dd") == SampleLetter.bare())
        let fingerprint = try archive.fingerprint()
        try archive.prepare()
        #expect(try archive.fingerprint() == fingerprint)
    }

    @Test("a damaged record of an older version gets no new fixity that would hide its damage")
    func damaged() throws {
        try makeOldArchive(["1-full", "1-bare"])
        let path = archive.full(Archive.path(of: "ffaa11bb22cc33dd"))
        let text = String(decoding: try #require(try RecordFile.bytes(at: path)), as: UTF8.self)
        try RecordFile.replace(path, with: Array(text.replacing("Dear Sir", with: "Dear Sin").utf8))
        try archive.prepare()
        let damage = try archive.verify(corpus: nil).damage
        #expect(damage.map(\.id) == ["ffaa11bb22cc33dd"])
    }

    @Test("a migration that was cut off between a record and the manifest is taken up again")
    func interrupted() throws {
        try makeOldArchive(["1-full", "1-bare"])
        _ = try archive.write(SampleLetter.bare())
        try archive.prepare()
        #expect(try archive.verify(corpus: nil).damage.isEmpty)
    }

    @Test("an old record that was put back into a new archive is read, and said to be old")
    func outdated() throws {
        try archive.prepare()
        try archive.finish([try archive.write(SampleLetter.bare()).entry])
        let path = archive.full(Archive.path(of: "ffaa11bb22cc33dd"))
        try RecordFile.replace(path, with: Self.fixture("records/1-bare.json"))
        #expect(try archive.read("ffaa11bb22cc33dd") == SampleLetter.bare())
        #expect(try archive.verify(corpus: nil).damage.map(\.kind) == [.recordChanged])
    }

    @Test("a record of a newer version is refused, even where its shape is another")
    func newer() throws {
        try archive.prepare()
        try archive.finish([try archive.write(SampleLetter.bare()).entry])
        let path = archive.full(Archive.path(of: "ffaa11bb22cc33dd"))
        try RecordFile.replace(path, with: Array(#"{"schemaVersion":99,"id":{"new":"shape"}}"#.utf8))
        #expect(throws: ArchiveError.newerVersion(path: path, found: 99, known: Letter.schemaVersion)) {
            try archive.read("ffaa11bb22cc33dd")
        }
    }

    @Test("steps run in order, each from the version before it, and only those that are needed")
    func steps() throws {
        let steps = RecordMigrations([
            RecordMigration(version: 2, summary: "'from' is called 'sender'") { record in
                record["sender"] = record.removeValue(forKey: "from")
            },
            RecordMigration(version: 3, summary: "there may be several senders") { record in
                record["senders"] = .list([record.removeValue(forKey: "sender") ?? .null])
            },
        ])
        let first: [String: JSONValue] = [
            "schemaVersion": .integer(1), "from": .text("A"), "n": .number(0.5),
        ]
        #expect(
            try steps.migrated(first) == [
                "schemaVersion": .integer(3), "senders": .list([.text("A")]), "n": .number(0.5),
            ])
        let second: [String: JSONValue] = ["schemaVersion": .integer(2), "sender": .text("A")]
        #expect(try steps.migrated(second)["senders"] == .list([.text("A")]))
        #expect(throws: RecordVersionError.newer(4)) { try steps.migrated(["schemaVersion": .integer(4)]) }
        #expect(throws: RecordVersionError.none) { try steps.migrated([:]) }
    }

    @Test("what a step does not touch comes through as it was, numbers too")
    func values() throws {
        let text = #"{"a":[1,-2,0.25,1e300,true,false,null,"é\n",{"b":[]}],"schemaVersion":1}"#
        let value = try CanonicalJSON.decode(JSONValue.self, from: Data(text.utf8))
        #expect(try CanonicalJSON.line(value) == Data((text.replacing("1e300", with: "1e+300") + "\n").utf8))
    }
}
