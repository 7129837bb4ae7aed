import Correspondence
import Foundation

/// Reads and writes `Pipeline/corrections/<id>.yaml`: what people decided about single letters.
public enum CorrectionDefinitions {
    /// All of a folder, by the letter's id; none where there is no folder.
    ///
    /// - Throws: the first error, with file, line and remedy.
    public static func loadAll(
        in folder: URL, named name: String = "Pipeline/corrections"
    ) throws(DefinitionError) -> [String: Correction] {
        var corrections: [String: Correction] = [:]
        for (file, name) in try DefinitionFolder.filesIfAny(in: folder, named: name) {
            let correction = try load(file, named: name)
            corrections[correction.id] = correction
        }
        return corrections
    }

    /// Reads the corrections of one letter; its id is the file's name.
    public static func load(_ file: URL, named name: String) throws(DefinitionError) -> Correction {
        let id = file.deletingPathExtension().lastPathComponent
        return try CorrectionReader.correction(
            id: id, DefinitionFile.read(file, named: name, mayBeEmpty: true))
    }

    /// The same from YAML in memory.
    public static func parse(
        _ yaml: String, id: String, named name: String
    ) throws(DefinitionError) -> Correction {
        try CorrectionReader.correction(
            id: id, DefinitionFile.parse(yaml, named: name, mayBeEmpty: true))
    }

    /// Writes a letter's file; comments that a person put there stay.
    public static func save(_ correction: Correction, in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("\(correction.id).yaml")
        var yaml = CorrectionWriter.yaml(correction)
        if FileManager.default.fileExists(atPath: file.path) {
            let old = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            yaml = KeptComments.carried(from: old, to: yaml)
        }
        try Data(yaml.utf8).write(to: file, options: .atomic)
    }
}
