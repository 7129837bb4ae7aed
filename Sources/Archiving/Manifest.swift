import Correspondence
import Foundation

extension Archive {
    static let manifestPath = "manifest.jsonl"

    /// The manifest's lines in the order of ids, read one by one.
    public struct ManifestReader: ~Copyable {
        private var lines: LineReader
        private let path: String
        private var number = 0

        fileprivate init?(_ path: String) throws(ArchiveError) {
            guard let lines = try LineReader(path) else { return nil }
            self.lines = lines
            self.path = path
        }

        public mutating func next() throws(ArchiveError) -> ManifestEntry? {
            guard let line = try lines.next() else { return nil }
            number += 1
            do {
                return try CanonicalJSON.decode(ManifestEntry.self, from: Data(line))
            } catch {
                throw .damaged(path: path, reason: "line \(number) is no manifest line")
            }
        }
    }

    /// - Throws: `.missing` where there is no archive.
    public func manifest() throws(ArchiveError) -> ManifestReader {
        guard let reader = try ManifestReader(full(Self.manifestPath)) else { throw .missing(path: root) }
        return reader
    }

    /// The ids of the letters that stand and of those that are withdrawn, each in the order of ids, without decoding the
    /// lines: a million take half a second.
    ///
    /// - Throws: `.missing`, `.damaged` for a line that is no manifest line.
    public func letterIDs() throws(ArchiveError) -> (standing: [String], withdrawn: [String]) {
        let path = full(Self.manifestPath)
        guard let file = try MappedFile(path) else { throw .missing(path: root) }
        var standing: [String] = []
        var withdrawn: [String] = []
        for line in file.bytes.split(separator: UInt8(ascii: "\n")) {
            guard let id = ManifestLine.id(line) else {
                throw .damaged(path: path, reason: "it has lines that are no manifest lines")
            }
            // The last key of a line, where it is there; its value is a day.
            if line.suffix(40).contains(sequence: ManifestLine.withdrawn) {
                withdrawn.append(id)
            } else {
                standing.append(id)
            }
        }
        return (standing, withdrawn)
    }

    /// The lines of some letters, in the order of ids, found without reading the others; letters that the manifest
    /// lacks are left out.
    public func entries(of ids: Set<String>) throws(ArchiveError) -> [ManifestEntry] {
        let path = full(Self.manifestPath)
        guard let file = try MappedFile(path) else { throw .missing(path: root) }
        let lines = SortedLines(path: path, opening: ManifestLine.opening)
        var entries: [ManifestEntry] = []
        for id in ids.sorted(by: ManifestLine.precedes) {
            guard let place = lines.range(of: id, in: file.bytes) else {
                throw .damaged(path: path, reason: "it has lines that are no manifest lines")
            }
            guard !place.isEmpty else { continue }
            do {
                entries.append(
                    try CanonicalJSON.decode(ManifestEntry.self, from: Data(file.bytes[place])))
            } catch {
                throw .damaged(path: path, reason: "the line of \(id) is no manifest line")
            }
        }
        return entries
    }

    /// Merges new lines into the sorted manifest; an unchanged manifest is not touched.
    func mergeManifest(_ entries: [ManifestEntry], dropping dropped: Set<String>) throws(ArchiveError) {
        let path = full(Self.manifestPath)
        let latest = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var new = latest.values.sorted { ManifestLine.precedes($0.id, $1.id) }[...]
        if try replaceLines(Array(new), dropping: dropped) { return }
        let old = try RecordFile.hash(of: path)
        var hash = SHA256()
        var writer = try ReplacingWriter(path)
        var lines = try LineReader(path)
        var line = try lines?.next()
        while line != nil || !new.isEmpty {
            var bytes: [UInt8]
            let id = line.flatMap(ManifestLine.id)
            if let entry = new.first, id.map({ !ManifestLine.precedes($0, entry.id) }) ?? true {
                new.removeFirst()
                if id == entry.id { line = try lines?.next() }
                bytes = try ManifestLine.bytes(entry)
            } else {
                bytes = (line ?? []) + [UInt8(ascii: "\n")]
                line = try lines?.next()
                if let id, dropped.contains(id) { continue }
                if id == nil { continue }
            }
            hash.update(bytes)
            try writer.write(bytes)
        }
        if hash.finalizeHex() != old { try writer.commit() }
    }

    /// The same for a large manifest.
    private func replaceLines(
        _ entries: [ManifestEntry], dropping dropped: Set<String>
    ) throws(ArchiveError) -> Bool {
        var changes: [SortedLines.Change] = []
        for entry in entries {
            changes.append(SortedLines.Change(key: entry.id, lines: try ManifestLine.bytes(entry)))
        }
        changes += dropped.subtracting(entries.map(\.id)).map { SortedLines.Change(key: $0, lines: []) }
        changes.sort { ManifestLine.precedes($0.key, $1.key) }
        return try SortedLines(path: full(Self.manifestPath), opening: ManifestLine.opening).replace(changes)
    }
}

/// A manifest line as bytes.
enum ManifestLine {
    static func bytes(_ entry: ManifestEntry) throws(ArchiveError) -> [UInt8] {
        do {
            return [UInt8](try CanonicalJSON.line(entry))
        } catch {
            throw .damaged(path: entry.path, reason: "cannot be encoded: \(error)")
        }
    }

    static let opening = Array(#"{"id":""#.utf8)
    static let withdrawn = Array(#""withdrawn":""#.utf8)

    /// The id, which stands first in the line; nil for what is no manifest line.
    static func id(_ line: some RandomAccessCollection<UInt8>) -> String? {
        guard line.starts(with: opening),
            case let rest = line.dropFirst(opening.count), let end = rest.firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// The order of the manifest: by the bytes of the id.
    static func precedes(_ a: String, _ b: String) -> Bool {
        a.utf8.lexicographicallyPrecedes(b.utf8)
    }
}

extension Collection<UInt8> {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: sequence) }
    }
}
