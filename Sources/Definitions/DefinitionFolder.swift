import Foundation

/// A folder under `Pipeline/` with one or more YAML files in it.
enum DefinitionFolder {
    /// Its YAML files in order of their names, each as messages show it: `Pipeline/topics/ctsa.yaml`. Hidden files are
    /// passed over.
    ///
    /// - Parameter name: the folder as messages show it.
    /// - Throws: where the folder cannot be listed, or is not there.
    static func files(
        in folder: URL, named name: String, remedy: String = "check its owner and permissions"
    ) throws(DefinitionError) -> [(file: URL, name: String)] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw DefinitionError(
                file: name, problem: "cannot be listed: \(error.localizedDescription)", remedy: remedy)
        }
        return names.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
            .map { (folder.appendingPathComponent($0), "\(name)/\($0)") }
    }

    /// The same of a folder that need not be there: none then.
    static func filesIfAny(in folder: URL, named name: String) throws(DefinitionError) -> [(
        file: URL, name: String
    )] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try files(in: folder, named: name)
    }
}
