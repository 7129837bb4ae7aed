import Correspondence
import Dice
import Foundation

@testable import Definitions

/// The kinds of file that `Pipeline` holds.
enum FileKind: CaseIterable {
    case agencies, organizations, topic, events, source, query, correction, settings

    /// Reads a file as the program does.
    func read(_ file: URL, _ name: String) throws {
        switch self {
        case .agencies: _ = try AgencyDefinitions.load(file, named: name)
        case .organizations: _ = try OrganizationDefinitions.load(file, named: name)
        case .settings: _ = try Configuration(DefinitionFile.read(file, named: name, mayBeEmpty: true))
        case .correction: _ = try CorrectionDefinitions.load(file, named: name)
        case .topic, .events, .source, .query: try readText(DefinitionFile.text(file, named: name), name)
        }
    }

    private func readText(_ yaml: String, _ name: String) throws {
        switch self {
        case .topic: _ = try Topic.parse(yaml, id: "x", named: name)
        case .events: _ = try EventDefinitions.parse(yaml, named: name)
        case .source: _ = try Source.parse(yaml, id: "x", named: name)
        default: _ = try SavedQuery.parse(yaml, id: "x", named: name)
        }
    }

    /// The project's own, the first 120 lines of each.
    func ownFiles() throws -> [[UInt8]] {
        let pipeline = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Pipeline")
        let names: [String] =
            switch self {
            case .agencies: ["agencies.yaml"]
            case .organizations: ["organizations.yaml"]
            case .settings: ["letterbook.yaml"]
            case .source: ["sources/example.yaml"]
            case .topic:
                try FileManager.default.contentsOfDirectory(
                    atPath: pipeline.appendingPathComponent("topics").path
                ).filter { $0.hasSuffix(".yaml") }.sorted().map { "topics/\($0)" }
            case .events, .query, .correction: []
            }
        return try names.map { name in
            let text = try String(contentsOf: pipeline.appendingPathComponent(name), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(120)
            return Array(lines.joined(separator: "\n").utf8)
        }
    }

    /// A random one.
    func written(_ dice: inout Dice) -> WrittenYAML {
        switch self {
        case .agencies: RandomDefinitions.agencies(&dice).yaml
        case .organizations: RandomDefinitions.organizations(&dice).yaml
        case .topic: RandomDefinitions.topic(&dice).yaml
        case .events: RandomDefinitions.events(&dice).yaml
        case .source: RandomDefinitions.source(&dice).yaml
        case .query: RandomDefinitions.savedQuery(&dice).yaml
        case .correction: RandomDefinitions.correction(&dice).yaml
        case .settings: RandomDefinitions.configuration(&dice).yaml
        }
    }
}

/// A folder of its own for a file that is read, gone with the last reference.
final class Scratch: Sendable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The one file, named as a letter's corrections are.
    func file(_ bytes: [UInt8]) throws -> URL {
        let file = folder.appendingPathComponent("0123456789abcdef.yaml")
        try Data(bytes).write(to: file)
        return file
    }
}
