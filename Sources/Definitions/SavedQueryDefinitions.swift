import Correspondence
import Foundation

extension SavedQuery {
    /// Reads every `*.yaml` in a folder, `Pipeline/queries`, in order of their ids; none where there is no folder.
    ///
    /// - Parameter name: the folder as messages show it.
    /// - Throws: the first error, with file, line and remedy. Whether a query can be read is for who asks it.
    public static func loadAll(
        in folder: URL, named name: String = "Pipeline/queries"
    ) throws(DefinitionError) -> [SavedQuery] {
        var queries: [SavedQuery] = []
        for (file, name) in try DefinitionFolder.filesIfAny(in: folder, named: name) {
            let id = file.deletingPathExtension().lastPathComponent
            queries.append(try read(id, DefinitionFile.read(file, named: name)))
        }
        return queries
    }

    /// Reads one query from YAML text.
    public static func parse(
        _ yaml: String, id: String, named name: String
    ) throws(DefinitionError) -> SavedQuery {
        try read(id, DefinitionFile.parse(yaml, named: name))
    }

    private static func read(_ id: String, _ file: DefinitionValue) throws(DefinitionError) -> SavedQuery {
        let fields = try file.fields(["query", "why", "command"])
        let command = try fields["command"]?.strings()
        if let value = fields["command"], command?.isEmpty != false {
            throw value.mustBe("a program and its arguments", remedy: "write command: [./notify, --mail]")
        }
        return SavedQuery(
            id: id, query: try fields.required("query").string(), why: try fields.required("why").string(),
            command: command)
    }
}
