import Correspondence
import Foundation
import Testing

@testable import Archiving

@Suite("Archive")
struct ArchiveTests {
    private let scratch: ScratchFolder
    private let archive: Archive

    init() throws {
        scratch = try ScratchFolder()
        archive = Archive(at: scratch.url.appendingPathComponent("archive"))
    }

    private func contents(_ path: String) throws -> Data {
        try Data(contentsOf: archive.folder.appendingPathComponent(path))
    }

    @Test("a letter comes back as it was written, without its relations")
    func roundTrip() throws {
        try archive.prepare()
        var letter = SampleLetter.full()
        letter.relations = [Relation(kind: .duplicate, id: "x")]
        let (entry, isChanged) = try archive.write(letter)
        #expect(isChanged)
        #expect(entry.path == "letters/00/00aa11bb22cc33dd.json")
        #expect(entry.recordSHA256 == SHA256.hex(of: try contents(entry.path)))
        letter.relations = nil
        #expect(try archive.read(letter.id) == letter)
    }

    @Test("unchanged bytes are not written again")
    func unchanged() throws {
        try archive.prepare()
        let first = try archive.write(SampleLetter.full())
        try archive.finish([first.entry])
        let path = archive.folder.appendingPathComponent(first.entry.path).path
        let manifest = archive.folder.appendingPathComponent("manifest.jsonl").path
        let number = { (path: String) in
            try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        }
        let before = [try number(path), try number(manifest)]
        let second = try archive.write(SampleLetter.full())
        try archive.finish([second.entry])
        #expect(!second.isChanged)
        // A replaced file is another file.
        #expect([try number(path), try number(manifest)] == before)
    }

    @Test("the manifest is sorted by id, whatever the order of writing, and keeps what is not named again")
    func manifest() throws {
        try archive.prepare()
        let ids = ["ffaa11bb22cc33dd", "00aa11bb22cc33dd-2", "00aa11bb22cc33dd", "0baa11bb22cc33dd"]
        for half in [ids.prefix(2), ids.suffix(2)] {
            try archive.finish(try half.map { try archive.write(SampleLetter.bare(id: $0)).entry })
        }
        var reader = try archive.manifest()
        var found: [String] = []
        while let entry = try reader.next() { found.append(entry.id) }
        #expect(found == ids.sorted())
        try archive.finish([], dropping: ["0baa11bb22cc33dd"])
        #expect(
            String(decoding: try contents("manifest.jsonl"), as: UTF8.self).split(separator: "\n").count == 3)
        #expect(throws: ArchiveError.noSuchLetter(id: "0baa11bb22cc33dd")) {
            try archive.read("0baa11bb22cc33dd")
        }
    }

    @Test("letters are read in the order of ids")
    func order() throws {
        try archive.prepare()
        let ids = ["00aa11bb22cc33dd", "00aa11bb22cc33dd-2", "00aa11bb22cc33de", "ffaa11bb22cc33dd"]
        for id in ids.shuffled() { _ = try archive.write(SampleLetter.bare(id: id)) }
        var reader = try archive.letters()
        var found: [String] = []
        while let letter = try reader.next() { found.append(letter.id) }
        #expect(found == ids)
    }

    @Test("a unique prefix finds its letter; a shared one names the candidates")
    func prefixes() throws {
        try archive.prepare()
        for id in ["00aa11bb22cc33dd", "00aa11bb22cc33dd-2", "0baa11bb22cc33dd"] {
            _ = try archive.write(SampleLetter.bare(id: id))
        }
        #expect(try archive.letter("0B").id == "0baa11bb22cc33dd")
        #expect(try archive.letter("00aa11bb22cc33dd").id == "00aa11bb22cc33dd")
        #expect(throws: ArchiveError.noSuchLetter(id: "../x")) { try archive.letter("../x") }
        #expect(throws: ArchiveError.noSuchLetter(id: "")) { try archive.letter("") }
        #expect(
            throws: ArchiveError.ambiguous(id: "00a", candidates: ["00aa11bb22cc33dd", "00aa11bb22cc33dd-2"])
        ) { try archive.letter("00a") }
    }

    @Test("relations come back by letter")
    func relations() throws {
        try archive.prepare()
        let relations = [
            "b": [Relation(kind: .campaign, id: "c-1", score: 0.5)],
            "a": [Relation(kind: .duplicate, id: "b"), Relation(kind: .replyTo, id: "c")],
        ]
        try archive.write(relations: relations)
        #expect(try archive.relations() == relations)
        #expect(
            String(decoding: try contents("relations.jsonl"), as: UTF8.self).hasPrefix(
                #"{"from":"a","to":"b","type":"duplicate"}"# + "\n"))
    }

    @Test("no archive, a cut record and one of a newer version are told apart, each with its remedy")
    func errors() throws {
        #expect(throws: ArchiveError.missing(path: archive.root)) { try archive.letters() }
        try archive.prepare()
        let entry = try archive.write(SampleLetter.bare()).entry
        let url = archive.folder.appendingPathComponent(entry.path)
        let record = String(decoding: try contents(entry.path), as: UTF8.self)
        try String(record.dropLast(40)).write(to: url, atomically: true, encoding: .utf8)
        #expect(throws: ArchiveError.damaged(path: url.path, reason: "not JSON")) {
            try archive.read("ffaa11bb22cc33dd")
        }
        let newer = record.replacingOccurrences(
            of: "\"schemaVersion\" : \(Letter.schemaVersion)", with: "\"schemaVersion\" : 99")
        try newer.write(to: url, atomically: true, encoding: .utf8)
        #expect(throws: ArchiveError.newerVersion(path: url.path, found: 99, known: Letter.schemaVersion)) {
            try archive.read("ffaa11bb22cc33dd")
        }
    }

    @Test("an output of a newer version is refused before anything is written")
    func newerOutput() throws {
        try archive.prepare()
        let url = archive.folder.appendingPathComponent(LetterSchema.path)
        let newer = String(decoding: LetterSchema.document, as: UTF8.self)
            .replacingOccurrences(of: "{\"const\": \(Letter.schemaVersion)}", with: #"{"const": 99}"#)
        try newer.write(to: url, atomically: true, encoding: .utf8)
        #expect(
            throws: ArchiveError.newerVersion(path: archive.root, found: 99, known: Letter.schemaVersion)
        ) { try archive.prepare() }
        #expect(try contents(LetterSchema.path) == Data(newer.utf8))
    }

    @Test("a place that cannot be written is named")
    func unwritable() throws {
        let file = scratch.url.appendingPathComponent("file")
        try Data().write(to: file)
        let error = #expect(throws: ArchiveError.self) {
            try Archive(at: file.appendingPathComponent("archive")).prepare()
        }
        #expect(error?.description.contains(file.path) == true)
        #expect(error?.description.contains("--output") == true)
    }

    @Test("no space left is told apart from a place that may not be written")
    func fullDisk() throws {
        errno = ENOSPC
        #expect(RecordFile.writeError("a") == .diskFull(path: "a"))
        errno = EACCES
        #expect(RecordFile.writeError("a") == .notWritable(path: "a", reason: "Permission denied"))
    }

    @Test("a write that is given up leaves the old bytes and no leftovers")
    func givenUp() throws {
        let path = scratch.url.appendingPathComponent("file").path
        try RecordFile.replace(path, with: [1])
        do {
            var writer = try ReplacingWriter(path)
            try writer.write([2, 3])
        }
        #expect(try RecordFile.bytes(at: path) == [1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["file"])
    }
}
