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

    /// Replaces what relates letters to one another; unchanged relations are not touched.
    ///
    /// - Parameter relations: By letter id.
    public func write(relations: [String: [Relation]]) throws(ArchiveError) {
        var bytes: [UInt8] = []
        for (id, list) in relations.sorted(by: { ManifestLine.precedes($0.key, $1.key) }) {
            for relation in list {
                bytes += try Self.relationLine(from: id, relation)
            }
        }
        try replaceIfChanged(Self.relationsPath, with: bytes)
    }

    static func relationLine(from id: String, _ relation: Relation) throws(ArchiveError) -> [UInt8] {
        do {
            return [UInt8](
                try CanonicalJSON.line(
                    Line(from: id, to: relation.id, type: relation.kind, score: relation.score)))
        } catch {
            throw .damaged(path: relationsPath, reason: "\(error)")
        }
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
