import Foundation
import Yams

/// Reads a YAML file of `Pipeline/` into values that know their lines.
enum DefinitionFile {
    /// - Parameter name: the file as messages show it: `Pipeline/agencies.yaml`.
    static func read(_ file: URL, named name: String) throws(DefinitionError) -> DefinitionValue {
        let text: String
        do {
            text = try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw DefinitionError(
                file: name, problem: "cannot be read as UTF-8 text",
                remedy: "check that the file exists, may be read, and is saved as UTF-8")
        }
        return try parse(text, named: name)
    }

    static func parse(_ yaml: String, named name: String) throws(DefinitionError) -> DefinitionValue {
        let root: Node?
        do {
            root = try compose(yaml: yaml)
        } catch let error as YamlError {
            throw definitionError(error, named: name)
        } catch {
            throw DefinitionError(file: name, problem: "is no YAML: \(error)")
        }
        guard let root else { throw DefinitionError(file: name, problem: "is empty") }
        return DefinitionValue(node: root, file: name, name: "the file")
    }

    private static func definitionError(_ error: YamlError, named name: String) -> DefinitionError {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let reason = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
            return DefinitionError(
                file: name, line: mark.line, problem: "is no YAML here: \(reason)",
                remedy: "check indentation and quotes")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            return DefinitionError(
                file: name, line: context.mark.line, problem: "the same key stands twice: \(keys)",
                remedy: "keep one of them")
        case .reader(let problem, _, _, _):
            return DefinitionError(file: name, problem: "is no YAML: \(problem)")
        default:
            return DefinitionError(file: name, problem: "is no YAML: \(error)")
        }
    }
}
