import Correspondence
import Foundation

/// One line of `Output/quarantine.jsonl`: an original that could not be processed, and why.
public struct QuarantineEntry: Sendable, Hashable, Codable {
    /// Sorted, relative to the corpus.
    public var paths: [String]
    /// Absent where the file could not even be read.
    public var sha256: String?
    public var reason: String

    public init(paths: [String], sha256: String? = nil, reason: String) {
        self.paths = paths
        self.sha256 = sha256
        self.reason = reason
    }
}

/// The originals that could not be processed, with reasons.
public struct Quarantine: Sendable {
    private let file: URL

    public init(in output: URL) { file = output.appendingPathComponent("quarantine.jsonl") }

    /// Empty where there is none.
    public func entries() throws -> [QuarantineEntry] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(QuarantineEntry.self, from: Data($0)) }
    }

    /// Replaces the list; unchanged bytes are not touched.
    func replace(with entries: [QuarantineEntry]) throws {
        let sorted = entries.sorted { $0.paths.first ?? "" < $1.paths.first ?? "" }
        try replaceIfChanged(file, with: try CanonicalJSON.lines(sorted))
    }
}
