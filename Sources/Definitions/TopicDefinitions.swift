import Correspondence
import Foundation

extension Topic {
    /// Reads every `*.yaml` in a folder, `Pipeline/topics`, active or not, in order of their ids.
    ///
    /// - Parameter name: the folder as messages show it.
    /// - Throws: the first error, with file, line and remedy; also where a topic names another that is not there.
    public static func loadAll(
        in folder: URL, named name: String = "Pipeline/topics"
    ) throws(DefinitionError) -> [Topic] {
        let files = try DefinitionFolder.files(
            in: folder, named: name, remedy: "make the folder, or put it where it was")
        var topics: [Topic] = []
        for (file, name) in files { topics.append(try load(file, named: name)) }
        try checkReferences(topics, named: name)
        return topics
    }

    /// Reads one topic; its id is the file's name.
    ///
    /// - Parameter name: the file as messages show it: `Pipeline/topics/ctsa.yaml`.
    public static func load(_ file: URL, named name: String) throws(DefinitionError) -> Topic {
        let id = file.deletingPathExtension().lastPathComponent
        return try TopicReader.topic(id: id, DefinitionFile.read(file, named: name))
    }

    /// Reads a topic from YAML text, as `load` does from a file.
    public static func parse(
        _ yaml: String, id: String, named name: String
    ) throws(DefinitionError) -> Topic {
        try TopicReader.topic(id: id, DefinitionFile.parse(yaml, named: name))
    }

    private static func checkReferences(_ topics: [Topic], named name: String) throws(DefinitionError) {
        let ids = topics.map(\.id)
        for topic in topics {
            let others = topic.broader + topic.narrower + topic.related
            guard let missing = others.first(where: { !ids.contains($0) }) else { continue }
            let nearest = nearestNames(to: missing, among: ids).first.map { "did you mean \"\($0)\"?" }
            throw DefinitionError(
                file: "\(name)/\(topic.id).yaml",
                problem: "names the topic \"\(missing)\", which has no file",
                remedy: nearest ?? "add \(name)/\(missing).yaml or take the name out")
        }
    }
}
