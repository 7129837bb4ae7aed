import Correspondence
import Foundation
import Testing

@testable import Archiving

@Suite("Bag")
struct BagTests {
    private let scratch: ScratchFolder
    private let archive: Archive
    private let corpus: URL

    init() throws {
        scratch = try ScratchFolder()
        archive = Archive(at: scratch.url.appendingPathComponent("archive"))
        corpus = scratch.url.appendingPathComponent("corpus")
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        try archive.prepare()
        var entries: [ManifestEntry] = []
        for (id, text) in [("00aa11bb22cc33dd", "Dear A"), ("0baa11bb22cc33dd", "Dear B")] {
            var letter = SampleLetter.bare(id: id, text: text)
            letter.original.paths = ["\(text)\n=%.TXT"]
            try Data(text.utf8).write(to: corpus.appendingPathComponent(letter.original.paths[0]))
            entries.append(try archive.write(letter).entry)
        }
        try archive.finish(entries)
        try archive.write(relations: [
            "0baa11bb22cc33dd": [Relation(kind: .duplicate, id: "00aa11bb22cc33dd")]
        ])
    }

    /// The ids of letters whose originals the bag lacks.
    private func pack(_ name: String, _ ids: [String]) throws -> [String] {
        var bag = try Bag(of: archive, corpus: corpus, at: place(name))
        for id in ids { try bag.add(id) }
        let lacking = bag.lacking
        try bag.finish(description: "2 letters · a\nb", program: "letterbook 0")
        return lacking
    }

    private func place(_ name: String) -> URL { scratch.url.appendingPathComponent(name) }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: place(path), encoding: .utf8)
    }

    private static let both = ["00aa11bb22cc33dd", "0baa11bb22cc33dd"]

    @Test("a bag holds records as the archive has them, originals by their hash, and what relates them")
    func contents() throws {
        #expect(try pack("bag", Self.both).isEmpty)
        for id in Self.both {
            #expect(
                try Data(contentsOf: place("bag/data/\(Archive.path(of: id))"))
                    == Data(contentsOf: archive.folder.appendingPathComponent(Archive.path(of: id))))
        }
        #expect(try text("bag/data/originals/\(SHA256.hex(of: "Dear A".utf8)).txt") == "Dear A")
        #expect(try text("bag/data/relations.jsonl") == text("archive/relations.jsonl"))
        #expect(!FileManager.default.fileExists(atPath: place("bag.part").path))
    }

    @Test("every payload file stands in the manifest with its hash, and every tag file in the tag manifest")
    func manifests() throws {
        _ = try pack("bag", Self.both)
        for (name, count) in [("manifest-sha256.txt", 6), ("tagmanifest-sha256.txt", 3)] {
            let lines = try text("bag/\(name)").split(separator: "\n")
            #expect(lines.count == count)
            for line in lines {
                let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
                let path = parts[1].trimmingCharacters(in: .whitespaces)
                #expect(try RecordFile.hash(of: place("bag/\(path)").path) == parts[0])
            }
        }
        let info = try text("bag/bag-info.txt")
        #expect(info.contains("External-Description: 2 letters · a b\n"))
        #expect(try text("bag/bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    }

    @Test("equal letters make equal bags")
    func same() throws {
        _ = try pack("one", Self.both)
        _ = try pack("two", Self.both)
        for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"] {
            #expect(try text("one/\(name)") == text("two/\(name)"))
        }
    }

    @Test("an original that is another or gone is said, and never packed in place of the true one")
    func lacking() throws {
        try Data("Dear X".utf8).write(to: corpus.appendingPathComponent("Dear A\n=%.TXT"))
        #expect(try pack("bag", Self.both) == ["00aa11bb22cc33dd"])
        let originals = try FileManager.default.contentsOfDirectory(atPath: place("bag/data/originals").path)
        #expect(originals == ["\(SHA256.hex(of: "Dear B".utf8)).txt"])
    }

    @Test("a bag takes the place of nothing, and a part that was left is begun anew")
    func place() throws {
        try FileManager.default.createDirectory(at: place("bag.part"), withIntermediateDirectories: true)
        _ = try pack("bag", Self.both)
        #expect(throws: ArchiveError.self) { _ = try Bag(of: archive, corpus: corpus, at: place("bag")) }
    }

    @Test("relations come one letter after the other, whatever is left out")
    func relations() throws {
        let all = ["a": 1, "b": 2, "d": 1].mapValues { count in
            (0..<count).map { Relation(kind: .nearDuplicate, id: "x\($0)", score: 0.5) }
        }
        try archive.write(relations: all)
        for wanted in [["a", "b", "c", "d"], ["b", "e"], ["0", "d"], ["c"]] {
            var reader = try archive.relationReader()
            for id in wanted { #expect(try reader.relations(of: id) == all[id]) }
        }
    }
}
