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
                let line = Line(from: id, to: relation.id, type: relation.kind, score: relation.score)
                do {
                    bytes += try CanonicalJSON.line(line)
                } catch {
                    throw ArchiveError.damaged(path: full(Self.relationsPath), reason: "\(error)")
                }
            }
        }
        try replaceIfChanged(Self.relationsPath, with: bytes)
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
}
