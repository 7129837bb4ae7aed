import Correspondence
import Foundation

extension Archive {
    static let relationsPath = "relations.jsonl"

    /// One line of `relations.jsonl`.
    private struct Line: Codable {
        var from: String
        var to: String
        var type: Relation.Kind
        var score: Double?
    }

    private static let opening = Array(#"{"from":""#.utf8)

    /// Replaces what relates letters to one another; unchanged relations are not touched.
    ///
    /// - Parameter relations: By letter id.
    /// - Returns: The letters whose relations are others now, or none any more.
    @discardableResult
    public func write(relations: [String: [Relation]]) throws(ArchiveError) -> Set<String> {
        var bytes: [UInt8] = []
        var groups: [(id: String, lines: Range<Int>)] = []
        for (id, list) in relations.sorted(by: { ManifestLine.precedes($0.key, $1.key) }) where !list.isEmpty
        {
            let start = bytes.count
            for relation in list { bytes += try Self.relationLine(from: id, relation) }
            groups.append((id, start..<bytes.count))
        }
        let changed = try changedGroups(bytes, groups)
        try replaceIfChanged(Self.relationsPath, with: bytes)
        return changed
    }

    /// Gives some letters other relations.
    ///
    /// - Parameter relations: By letter id; an empty list takes a letter's relations away.
    public func change(relations: [String: [Relation]]) throws(ArchiveError) {
        guard !relations.isEmpty else { return }
        var changes: [SortedLines.Change] = []
        for (id, list) in relations.sorted(by: { ManifestLine.precedes($0.key, $1.key) }) {
            var lines: [UInt8] = []
            for relation in list { lines += try Self.relationLine(from: id, relation) }
            changes.append(SortedLines.Change(key: id, lines: lines))
        }
        if try sortedRelations.replace(changes) { return }
        try write(relations: try self.relations().merging(relations) { $1 })
    }

    private var sortedRelations: SortedLines {
        SortedLines(path: full(Self.relationsPath), opening: Self.opening)
    }

    /// Of the letters that have lines in the file now or are to have them, those whose lines differ.
    private func changedGroups(
        _ bytes: [UInt8], _ groups: [(id: String, lines: Range<Int>)]
    ) throws(ArchiveError) -> Set<String> {
        var old: [String: [UInt8]] = [:]
        if var lines = try LineReader(full(Self.relationsPath)) {
            while let line = try lines.next() {
                let id = Self.opened(line)
                old[id, default: []] += line + [UInt8(ascii: "\n")]
            }
        }
        var changed: Set<String> = []
        for (id, place) in groups {
            if let before = old.removeValue(forKey: id), before.elementsEqual(bytes[place]) { continue }
            changed.insert(id)
        }
        return changed.union(old.keys)
    }

    /// The letter that a line begins with; empty for what is no line of relations.
    private static func opened(_ line: [UInt8]) -> String {
        guard line.starts(with: opening) else { return "" }
        return String(
            decoding: line.dropFirst(opening.count).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }

    static func relationLine(from id: String, _ relation: Relation) throws(ArchiveError) -> [UInt8] {
        if isPlain(id), isPlain(relation.id) { return plainLine(from: id, relation) }
        do {
            return [UInt8](
                try CanonicalJSON.line(
                    Line(from: id, to: relation.id, type: relation.kind, score: relation.score)))
        } catch {
            throw .damaged(path: relationsPath, reason: "\(error)")
        }
    }

    /// Nothing in it is written otherwise in JSON.
    private static func isPlain(_ id: String) -> Bool {
        id.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
        }
    }

    /// The same bytes without an encoder, which takes longer than all else about a million relations.
    private static func plainLine(from id: String, _ relation: Relation) -> [UInt8] {
        let score = relation.score.map { score in
            let whole = Int(exactly: score)
            return #","score":\#(whole.map(String.init) ?? "\(score)")"#
        }
        let line =
            #"{"from":"\#(id)"\#(score ?? ""),"to":"\#(relation.id)","type":"\#(relation.kind.rawValue)"}"#
        return Array(line.utf8) + [UInt8(ascii: "\n")]
    }

    /// What relates one letter to others, found without reading the rest; nil for nothing.
    public func relations(of id: String) throws(ArchiveError) -> [Relation]? {
        let path = full(Self.relationsPath)
        guard let file = try MappedFile(path) else { return nil }
        guard let place = sortedRelations.range(of: id, in: file.bytes) else {
            throw .damaged(path: path, reason: "it has lines that are no relations")
        }
        var found: [Relation] = []
        for line in file.bytes[place].split(separator: UInt8(ascii: "\n")) {
            do {
                let line = try CanonicalJSON.decode(Line.self, from: Data(line))
                found.append(Relation(kind: line.type, id: line.to, score: line.score))
            } catch {
                throw .damaged(path: path, reason: "a line of \(id) is no relation")
            }
        }
        return found.isEmpty ? nil : found
    }

    /// Relations by letter id; empty where none were written.
    public func relations() throws(ArchiveError) -> [String: [Relation]] {
        let path = full(Self.relationsPath)
        guard var lines = try LineReader(path) else { return [:] }
        var relations: [String: [Relation]] = [:]
        var number = 0
        while let bytes = try lines.next() {
            number += 1
            do {
                let line = try CanonicalJSON.decode(Line.self, from: Data(bytes))
                relations[line.from, default: []].append(
                    Relation(kind: line.type, id: line.to, score: line.score))
            } catch {
                throw ArchiveError.damaged(path: path, reason: "line \(number) is no relation")
            }
        }
        return relations
    }

    /// Relations of one letter after the other, in the order of ids: memory does not grow with the archive.
    public struct RelationReader: ~Copyable {
        private var lines: LineReader?
        private let path: String
        private var number = 0
        private var next: Line?

        init(_ path: String) throws(ArchiveError) {
            self.path = path
            lines = try LineReader(path)
            try advance()
        }

        /// What relates this letter to others; nil for nothing. Ids must be asked for in their order.
        public mutating func relations(of id: String) throws(ArchiveError) -> [Relation]? {
            var found: [Relation] = []
            while let line = next, !ManifestLine.precedes(id, line.from) {
                if line.from == id { found.append(Relation(kind: line.type, id: line.to, score: line.score)) }
                try advance()
            }
            return found.isEmpty ? nil : found
        }

        private mutating func advance() throws(ArchiveError) {
            next = nil
            guard var reader = lines.take() else { return }
            let bytes = try reader.next()
            lines = consume reader
            guard let bytes else { return }
            number += 1
            do {
                next = try CanonicalJSON.decode(Line.self, from: Data(bytes))
            } catch {
                throw ArchiveError.damaged(path: path, reason: "line \(number) is no relation")
            }
        }
    }

    public func relationReader() throws(ArchiveError) -> RelationReader {
        try RelationReader(full(Self.relationsPath))
    }
}
