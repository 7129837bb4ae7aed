import Foundation

/// Definition files as they lie there: their names and texts, by which a night knows that they changed.
public enum DefinitionContents {
    /// Name and text of each, one after another: a renamed file is another one.
    ///
    /// - Parameters:
    ///   - names: relative to the folder.
    ///   - pipeline: the folder `Pipeline`.
    public static func of(_ names: [String], in pipeline: URL) throws(DefinitionError) -> [String] {
        var contents: [String] = []
        for name in names {
            let file = pipeline.appendingPathComponent(name)
            contents += [name, try DefinitionFile.text(file, named: "Pipeline/\(name)")]
        }
        return contents
    }

    /// The same of all topics, in order of their names.
    public static func ofTopics(in pipeline: URL) throws(DefinitionError) -> [String] {
        let files = try DefinitionFolder.files(
            in: pipeline.appendingPathComponent("topics"), named: "Pipeline/topics",
            remedy: "make the folder, or put it where it was")
        return try of(files.map { "topics/\($0.file.lastPathComponent)" }, in: pipeline)
    }
}
