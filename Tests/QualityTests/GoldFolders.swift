import Foundation

/// Where labelled letters lie.
enum GoldFolders {
    /// The package's root, wherever it was checked out.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let samples = root.appendingPathComponent("Corpus/samples")

    /// Real letters, outside the project: the folder that `LETTERBOOK_GOLD` names, else `../shared/real`.
    static let real: URL? = {
        let named = ProcessInfo.processInfo.environment["LETTERBOOK_GOLD"]
        let folder = named.map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent("../shared/real")
        let labels = folder.appendingPathComponent("letters-gold.jsonl")
        return FileManager.default.fileExists(atPath: labels.path) ? folder.standardizedFileURL : nil
    }()

    static let absence: String =
        "no real letters here: set LETTERBOOK_GOLD to a folder with letters-gold.jsonl and topics-gold.tsv"

    static func text(_ name: String, in folder: URL) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }
}
