import Correspondence
import Definitions
import Foundation
import Planning

/// What people decided about letters: `Pipeline/corrections`, read once a night.
struct LetterCorrections: Sendable {
    private let corrections: [String: Correction]
    /// By the first 16 digits of the original's SHA-256, which all letters of a file share.
    private let fingerprints: [String: String]
    /// Originals of which a letter has words withheld.
    private let withheld: Set<String>

    /// - Throws: `DefinitionError` with file, line and remedy.
    init(in pipeline: URL) throws {
        corrections = try CorrectionDefinitions.loadAll(in: pipeline.appendingPathComponent("corrections"))
        let sorted = corrections.values.sorted { $0.id < $1.id }
        fingerprints = try Dictionary(grouping: sorted) { String($0.id.prefix(16)) }.mapValues {
            fingerprint(of: [String(decoding: try CanonicalJSON.line($0), as: UTF8.self)])
        }
        withheld = Set(sorted.filter { !$0.withheld.isEmpty }.map { String($0.id.prefix(16)) })
    }

    /// By a letter's id.
    subscript(id: String) -> Correction? { corrections[id] }

    /// A hash of all that was decided about an original's letters; empty where nothing was. Where it changes, its
    /// letters are described again.
    func circumstances(of sha256: String) -> String { fingerprints[String(sha256.prefix(16))] ?? "" }

    /// A hash of all decisions, by the first 16 digits of originals' SHA-256.
    var all: [String: String] { fingerprints }

    func isWithheld(from sha256: String) -> Bool { withheld.contains(String(sha256.prefix(16))) }

    /// For the plan: by SHA-256, where there are any.
    func circumstances(of originals: [PresentOriginal]) -> [String: String] {
        guard !fingerprints.isEmpty else { return [:] }
        return Dictionary(uniqueKeysWithValues: originals.map { ($0.sha256, circumstances(of: $0.sha256)) })
    }
}
