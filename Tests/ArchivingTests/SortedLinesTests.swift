import Correspondence
import Foundation
import Testing

@testable import Archiving

@Suite struct SortedLinesTests {
    /// A manifest of more than 4 MiB, every other id left free.
    private func largeManifest() throws -> (archive: Archive, ids: [String]) {
        let place = URL(fileURLWithPath: NSTemporaryDirectory())
            .appendingPathComponent("sorted-\(UUID().uuidString)/archive")
        let archive = Archive(at: place)
        try archive.prepare()
        let ids = (0..<20_000).map { Self.id($0 * 2) }
        try archive.finish(ids.map { Self.entry($0, "a") })
        return (archive, ids)
    }

    private static func id(_ number: Int) -> String {
        let hex = String(number, radix: 16)
        return String(repeating: "0", count: 16 - hex.count) + hex
    }

    private static func entry(_ id: String, _ fixity: Character) -> ManifestEntry {
        ManifestEntry(
            id: id, originalSHA256: String(repeating: "b", count: 64), path: Archive.path(of: id),
            recordSHA256: String(repeating: fixity, count: 64))
    }

    private func entries(_ archive: Archive) throws -> [ManifestEntry] {
        var reader = try archive.manifest()
        var found: [ManifestEntry] = []
        while let entry = try reader.next() { found.append(entry) }
        return found
    }

    @Test func aLargeManifestTakesInNewReplacedAndDroppedLinesWhereTheyBelong() throws {
        let (archive, ids) = try largeManifest()
        defer { try? FileManager.default.removeItem(at: archive.folder.deletingLastPathComponent()) }
        let new = [Self.id(1), Self.id(20_001), Self.id(39_999), "ffffffffffffffff"]
        let replaced = [ids[0], ids[9_000], ids[19_999]]
        let dropped: Set<String> = [ids[1], ids[12_345]]
        try archive.finish((new + replaced).map { Self.entry($0, "c") }, dropping: dropped)

        var expected = Dictionary(uniqueKeysWithValues: ids.map { ($0, Self.entry($0, "a")) })
        for id in new + replaced { expected[id] = Self.entry(id, "c") }
        for id in dropped { expected[id] = nil }
        #expect(try entries(archive) == expected.values.sorted { $0.id < $1.id })
    }

    @Test func theIDsAreReadWithoutDecodingTheLines() throws {
        let archive = Archive(
            at: URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
                "ids-\(UUID().uuidString)"))
        defer { try? FileManager.default.removeItem(at: archive.folder) }
        #expect(throws: ArchiveError.self) { try archive.letterIDs() }
        try archive.prepare()
        try archive.finish([])
        #expect(try archive.letterIDs() == ([], []))
        var gone = Self.entry(Self.id(2), "a")
        gone.withdrawn = "2026-01-02"
        try archive.finish([Self.entry(Self.id(3), "a"), gone, Self.entry(Self.id(1) + "-2", "b")])
        #expect(try archive.letterIDs() == ([Self.id(1) + "-2", Self.id(3)], [Self.id(2)]))
    }

    @Test func aLargeManifestThatDoesNotChangeIsNotTouched() throws {
        let (archive, ids) = try largeManifest()
        defer { try? FileManager.default.removeItem(at: archive.folder.deletingLastPathComponent()) }
        let path = archive.full(Archive.manifestPath)
        let stamp = FileStamp(path)
        try archive.finish([Self.entry(ids[77], "a")])
        try archive.finish([])
        #expect(FileStamp(path) == stamp)
    }

    @Test func aDamagedLineOnTheWayIsLeftToTheReaderOfAllLines() throws {
        let (archive, ids) = try largeManifest()
        defer { try? FileManager.default.removeItem(at: archive.folder.deletingLastPathComponent()) }
        let path = archive.full(Archive.manifestPath)
        var bytes = try #require(try RecordFile.bytes(at: path))
        // The line in the middle, at which halving looks first.
        let line = try #require(bytes[..<(bytes.count / 2)].lastIndex(of: UInt8(ascii: "\n"))) + 1
        bytes[line] = UInt8(ascii: "#")
        try RecordFile.replace(path, with: bytes)
        try archive.finish([Self.entry(Self.id(1), "c")])
        let found = try entries(archive)
        #expect(found.count == ids.count)
        #expect(found[1].id == Self.id(1))
    }
}

@Suite struct RelationLineTests {
    @Test func aLineIsTheSameWithAndWithoutAnEncoder() throws {
        struct Line: Encodable {
            var from: String
            var to: String
            var type: Relation.Kind
            var score: Double?
        }
        for score in [nil, 0, 1, 0.5, 0.97, 0.333, 0.001, 0.7, 0.6, 1e-05] as [Double?] {
            for kind in [Relation.Kind.campaign, .duplicate, .replyTo] {
                let relation = Relation(kind: kind, id: "campaign-00aa11bb22cc33dd-2", score: score)
                let id = "00aa11bb22cc33dd-3"
                let encoded = try CanonicalJSON.line(
                    Line(from: id, to: relation.id, type: kind, score: score))
                #expect(try Data(Archive.relationLine(from: id, relation)) == encoded)
            }
        }
    }

    @Test func theLettersWhoseRelationsChangedAreTold() throws {
        let archive = Archive(
            at: URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
                "rel-\(UUID().uuidString)"))
        defer { try? FileManager.default.removeItem(at: archive.folder) }
        try archive.prepare()
        let one = [Relation(kind: .duplicate, id: "bb", score: 1)]
        let other = [Relation(kind: .campaign, id: "campaign-aa", score: 0.5)]
        #expect(try archive.write(relations: ["aa": one, "cc": one]) == ["aa", "cc"])
        #expect(try archive.write(relations: ["aa": one, "cc": one]) == [])
        #expect(try archive.write(relations: ["aa": one, "cc": other, "dd": one]) == ["cc", "dd"])
        try archive.change(relations: ["aa": [], "bb": other])
        #expect(try archive.relations() == ["bb": other, "cc": other, "dd": one])
        #expect(try archive.relations(of: "cc") == other)
        #expect(try archive.relations(of: "aa") == nil)
        #expect(try archive.relations(of: "zz") == nil)
    }
}

@Suite struct FingerprintTests {
    private func archive() throws -> Archive {
        let output = URL(fileURLWithPath: NSTemporaryDirectory())
            .appendingPathComponent("fingerprint-\(UUID().uuidString)")
        let archive = Archive(at: output.appendingPathComponent("archive"))
        try archive.prepare()
        try FileManager.default.createDirectory(
            at: output.appendingPathComponent("cache"), withIntermediateDirectories: true)
        return archive
    }

    @Test func aNotedFingerprintIsUsedUntilTheManifestOrTheRelationsChange() throws {
        let archive = try archive()
        defer { try? FileManager.default.removeItem(at: archive.folder.deletingLastPathComponent()) }
        try archive.finish([try archive.write(SampleLetter.full()).entry])
        let first = try #require(try archive.fingerprint())
        usleep(40_000)
        try archive.noteFingerprint()
        // The note is believed: a wrong one shows.
        let note = archive.folder.deletingLastPathComponent().appendingPathComponent("cache/fingerprint.json")
        let text = try String(contentsOf: note, encoding: .utf8)
        try Data(text.replacing(first, with: "noted").utf8).write(to: note)
        #expect(try archive.fingerprint() == "noted")
        #expect(try archive.computedFingerprint() == first)

        try archive.write(relations: ["a": [Relation(kind: .duplicate, id: "b")]])
        let second = try #require(try archive.fingerprint())
        #expect(second != "noted" && second != first)
    }

    @Test func aNoteAsYoungAsTheManifestIsNotBelieved() throws {
        let archive = try archive()
        defer { try? FileManager.default.removeItem(at: archive.folder.deletingLastPathComponent()) }
        try archive.finish([])
        try archive.noteFingerprint()
        let path = archive.full(Archive.manifestPath)
        // Changed in place, within the same tick of the clock, as far as its times can tell.
        let before = try archive.fingerprint()
        try Data("{}\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try archive.fingerprint() != before)
    }
}
