import Correspondence
import Foundation

/// A BagIt bag (rfc-editor.org/rfc/rfc8493) of records and originals, for repositories and for keeping.
///
/// `data/letters/` holds the records as the archive has them, `data/originals/` their originals by SHA-256,
/// `data/relations.jsonl` how they stand to one another, `data/schema/` what describes them. The bag is made beside
/// its place and moved there when it is whole; it says no time, so that equal letters make equal bags.
public struct Bag: ~Copyable {
    private let archive: Archive
    private let corpus: URL
    private let place: String
    private let part: String
    private var manifest: BagFile
    private var relations: BagFile
    private var reader: Archive.RelationReader
    private var payload = (bytes: 0, files: 0)
    private var lastOriginal = ""
    /// Letters whose originals are not in the corpus as they were.
    public private(set) var lacking: [String] = []

    /// - Throws: `.notWritable` where something is in the bag's place already.
    public init(of archive: Archive, corpus: URL, at place: URL) throws(ArchiveError) {
        let part = place.path + ".part"
        try Self.makeRoom(at: place.path, part: part)
        let manifest = try BagFile("\(part)/manifest-sha256.txt")
        let relations = try BagFile("\(part)/data/relations.jsonl")
        let reader = try archive.relationReader()
        self.archive = archive
        self.corpus = corpus
        self.place = place.path
        self.part = part
        self.manifest = manifest
        self.relations = relations
        self.reader = reader
    }

    private static func makeRoom(at place: String, part: String) throws(ArchiveError) {
        guard !FileManager.default.fileExists(atPath: place) else {
            throw .notWritable(path: place, reason: "it is there already; a bag needs a new name")
        }
        do {
            if FileManager.default.fileExists(atPath: part) {
                try FileManager.default.removeItem(atPath: part)
            }
        } catch {
            throw .notWritable(path: part, reason: "\(error)")
        }
        for folder in ["data/letters", "data/originals", "data/schema"] {
            try RecordFile.makeFolder("\(part)/\(folder)")
        }
    }

    /// Puts a letter's record, its relations and its original into the bag. Letters come in the order of ids.
    ///
    /// - Returns: An original that is no file of the corpus but attached to one: whoever can take it out gives its
    ///   bytes to `put(_:of:)`.
    @discardableResult
    public mutating func add(_ id: String) throws(ArchiveError) -> Letter? {
        let path = Archive.path(of: id)
        guard let bytes = try RecordFile.bytes(at: archive.full(path)) else { throw .noSuchLetter(id: id) }
        let letter = try Archive.letter(from: bytes, path: path)
        try RecordFile.makeFolder("\(part)/data/letters/\(id.prefix(2))")
        try put(bytes, at: "data/\(path)")
        for relation in try reader.relations(of: id) ?? [] {
            try relations.write(Archive.relationLine(from: id, relation))
        }
        guard letter.original.sha256 != lastOriginal else { return nil }
        lastOriginal = letter.original.sha256
        if try putOriginal(letter.original) || letter.withdrawn != nil { return nil }
        if letter.original.paths.contains(where: { !OriginalPath($0).attachments.isEmpty }) { return letter }
        lacking.append(id)
        return nil
    }

    /// Puts an original into the bag that was taken out of what holds it.
    ///
    /// - Parameter bytes: nil, or others than those that were archived, where it could not be taken out: then the
    ///   letter is among the `lacking`.
    public mutating func put(_ bytes: [UInt8]?, of letter: Letter) throws(ArchiveError) {
        guard let bytes, SHA256.hex(of: bytes) == letter.original.sha256 else {
            lacking.append(letter.id)
            return
        }
        let path = letter.original.paths.first ?? ""
        try put(bytes, at: "data/originals/\(letter.original.sha256)\(Self.suffix(of: path))")
    }

    /// Ends the bag and moves it to its place.
    ///
    /// - Parameters:
    ///   - description: What is in it: the query and the count.
    ///   - program: `letterbook 0.1.0`.
    public consuming func finish(description: String, program: String) throws(ArchiveError) {
        try put(LetterSchema.document, at: "data/\(LetterSchema.path)")
        try enter("data/relations.jsonl", relations.digest(), relations.bytes)
        let info = [
            "Bag-Software-Agent: \(Self.line(program))", "External-Description: \(Self.line(description))",
            "Internal-Sender-Description: data/originals holds originals by the original.sha256 of data/letters",
            "Payload-Oxum: \(payload.bytes).\(payload.files)",
        ]
        let tags = [
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            ("bag-info.txt", info.map { $0 + "\n" }.joined()),
        ]
        var tagManifest = try BagFile("\(part)/tagmanifest-sha256.txt")
        for (name, text) in tags {
            var file = try BagFile("\(part)/\(name)")
            try file.write(text.utf8)
            try tagManifest.write("\(file.digest())  \(name)\n".utf8)
        }
        try tagManifest.write("\(manifest.digest())  manifest-sha256.txt\n".utf8)
        sync()
        guard rename(part, place) == 0 else { throw RecordFile.writeError(place) }
    }

    /// One line of printable text.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
    }

    private mutating func put(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
        var file = try BagFile("\(part)/\(path)")
        try file.write(bytes)
        try enter(path, file.digest(), file.bytes)
    }

    private mutating func enter(_ path: String, _ digest: String, _ bytes: Int) throws(ArchiveError) {
        try manifest.write("\(digest)  \(path)\n".utf8)
        payload = (payload.bytes + bytes, payload.files + 1)
    }

    /// The first of its paths at which the original's own bytes lie; false where there is none.
    private mutating func putOriginal(_ original: Original) throws(ArchiveError) -> Bool {
        for path in original.paths {
            let file = corpus.appendingPathComponent(path).path
            guard let bytes = try RecordFile.bytes(at: file), SHA256.hex(of: bytes) == original.sha256 else {
                continue
            }
            try put(bytes, at: "data/originals/\(original.sha256)\(Self.suffix(of: path))")
            return true
        }
        return false
    }

    /// A file's ending where it is a plain one: `.pdf`.
    private static func suffix(of path: String) -> String {
        guard let dot = path.lastIndex(of: "."), path[dot...].utf8.count <= 6 else { return "" }
        let ending = path[path.index(after: dot)...].lowercased()
        let isPlain =
            !ending.isEmpty && ending.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        return isPlain ? ".\(ending)" : ""
    }
}
