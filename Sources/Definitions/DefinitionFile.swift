import Foundation
import Yams

/// Reads a YAML file of `Pipeline/` into values that know their lines.
enum DefinitionFile {
    /// - Parameters:
    ///   - name: the file as messages show it: `Pipeline/agencies.yaml`.
    ///   - mayBeEmpty: a file of nothing but comments is a list without entries, not an error.
    static func read(
        _ file: URL, named name: String, mayBeEmpty: Bool = false
    ) throws(DefinitionError) -> DefinitionValue {
        try parse(text(file, named: name), named: name, mayBeEmpty: mayBeEmpty)
    }

    /// What a file holds.
    static func text(_ file: URL, named name: String) throws(DefinitionError) -> String {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: file)
        } catch {
            throw DefinitionError(
                file: name, problem: "cannot be read: \(error.localizedDescription)",
                remedy: "check that the file exists and may be read")
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw DefinitionError(
            file: name, line: firstBrokenLine(of: bytes), problem: "cannot be read as UTF-8 text",
            remedy: "save the file as UTF-8")
    }

    static func parse(
        _ yaml: String, named name: String, mayBeEmpty: Bool = false
    ) throws(DefinitionError) -> DefinitionValue {
        try DefinitionAliases.check(yaml, named: name)
        guard let root = try root(of: yaml, named: name).root ?? (mayBeEmpty ? Node("") : nil) else {
            throw DefinitionError(file: name, problem: "is empty")
        }
        return DefinitionValue(node: root, file: name, lastLine: lastLine(of: yaml), name: "the file")
    }

    /// Where a byte stands that is no UTF-8, from 1.
    private static func firstBrokenLine(of bytes: Data) -> Int? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }

    /// The outermost value, nil where there is none. Values know their anchors as long as the parser is there.
    static func root(
        of yaml: String, named name: String
    ) throws(DefinitionError) -> (root: Node?, parser: Parser) {
        do {
            let parser = try Parser(yaml: yaml)
            return (try parser.singleRoot(), parser)
        } catch let error as YamlError {
            throw definitionError(error, yaml, named: name)
        } catch {
            throw DefinitionError(file: name, problem: "is no YAML: \(error)")
        }
    }

    /// The parser puts what it misses at the end on a line behind it.
    static func lastLine(of yaml: String) -> Int {
        let breaks = yaml.count(where: \.isNewline)
        return max(1, yaml.last?.isNewline == true ? breaks : breaks + 1)
    }

    private static func definitionError(
        _ error: YamlError, _ yaml: String, named name: String
    ) -> DefinitionError {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let reason = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
            return DefinitionError(
                file: name, line: min(mark.line, lastLine(of: yaml)), problem: "is no YAML here: \(reason)",
                remedy: "check indentation and quotes")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            return DefinitionError(
                file: name, line: context.mark.line, problem: "the same key stands twice: \(keys)",
                remedy: "keep one of them")
        case .reader(let problem, let offset, _, _):
            let before = yaml.utf8.prefix(offset ?? 0)
            return DefinitionError(
                file: name, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
                problem: "is no YAML: \(problem)",
                remedy: "remove the character, or write it in a text as \\u001B")
        default:
            return DefinitionError(file: name, problem: "is no YAML: \(error)")
        }
    }
}
