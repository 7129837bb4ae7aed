import Correspondence
import Foundation

extension Archive {
    /// All records in the order of ids, one at a time: memory does not grow with the archive.
    public struct LetterReader {
        private let archive: Archive
        private var folders: ArraySlice<String>
        private var ids: ArraySlice<String> = []

        fileprivate init(_ archive: Archive) throws(ArchiveError) {
            self.archive = archive
            folders = try archive.folderNames()[...]
        }

        /// - Throws: `.damaged` for bytes that are no record; the next call goes on with the next record.
        public mutating func next() throws(ArchiveError) -> Letter? {
            guard let id = try nextID() else { return nil }
            return try archive.read(id)
        }

        /// The next id, without reading its record.
        public mutating func nextID() throws(ArchiveError) -> String? {
            while ids.isEmpty {
                guard let folder = folders.popFirst() else { return nil }
                ids = try archive.ids(in: folder)[...]
            }
            return ids.popFirst()
        }
    }

    /// - Throws: `.missing` where there is no archive.
    public func letters() throws(ArchiveError) -> LetterReader {
        try LetterReader(self)
    }

    /// The one letter whose id begins so.
    ///
    /// - Throws: `.noSuchLetter`, `.ambiguous` (an id that is given in full is never ambiguous), `.damaged`.
    public func letter(_ prefix: String) throws(ArchiveError) -> Letter {
        let id = try self.id(for: prefix)
        return try read(id)
    }

    /// The full id that a prefix stands for.
    public func id(for prefix: String) throws(ArchiveError) -> String {
        let prefix = prefix.lowercased()
        guard prefix.allSatisfy({ $0.isHexDigit || $0 == "-" }), !prefix.isEmpty else {
            throw .noSuchLetter(id: prefix)
        }
        let folders = try folderNames().filter { $0.hasPrefix(prefix.prefix(2)) }
        var found: [String] = []
        for folder in folders {
            found += try ids(in: folder).filter { $0.hasPrefix(prefix) }
        }
        if found.contains(prefix) { return prefix }
        guard let first = found.first else { throw .noSuchLetter(id: prefix) }
        guard found.count == 1 else { throw .ambiguous(id: prefix, candidates: Array(found.prefix(8))) }
        return first
    }

    /// The record of a full id.
    ///
    /// - Throws: `.noSuchLetter`, `.damaged`, `.newerVersion`.
    public func read(_ id: String) throws(ArchiveError) -> Letter {
        let path = full(Self.path(of: id))
        guard let bytes = try RecordFile.bytes(at: path) else { throw .noSuchLetter(id: id) }
        return try Self.letter(from: bytes, path: path)
    }

    /// Decodes a record's bytes; one of an older version is brought up to this one.
    static func letter(from bytes: [UInt8], path: String) throws(ArchiveError) -> Letter {
        try stored(from: bytes, path: path).letter
    }

    /// - Throws: `.damaged`, `.newerVersion`.
    static func stored(from bytes: [UInt8], path: String) throws(ArchiveError) -> StoredLetter {
        do {
            return try CanonicalJSON.decode(StoredLetter.self, from: Data(bytes))
        } catch RecordVersionError.newer(let version) {
            throw .newerVersion(path: path, found: version, known: Letter.schemaVersion)
        } catch {
            throw .damaged(path: path, reason: DecodingReason.text(error))
        }
    }

    func folderNames() throws(ArchiveError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: full("letters"))
                .filter { $0.utf8.count == 2 }.sorted(by: ManifestLine.precedes)
        } catch {
            guard FileManager.default.fileExists(atPath: full("letters")) else {
                throw ArchiveError.missing(path: root)
            }
            throw ArchiveError.notReadable(path: full("letters"), reason: "\(error)")
        }
    }

    func ids(in folder: String) throws(ArchiveError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: full("letters/\(folder)"))
                .filter { Self.isRecord($0, in: folder) }
                .map { String($0.dropLast(5)) }.sorted(by: ManifestLine.precedes)
        } catch {
            throw ArchiveError.notReadable(path: full("letters/\(folder)"), reason: "\(error)")
        }
    }
}

/// What is wrong with JSON, in a few words.
enum DecodingReason {
    static func text(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, let context):
            return "'\(key.stringValue)' is missing\(place(context))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "wrong sort of value\(place(context))"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty ? "not JSON" : context.debugDescription + place(context)
        @unknown default: return "\(error)"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        guard !context.codingPath.isEmpty else { return "" }
        return " at "
            + context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
