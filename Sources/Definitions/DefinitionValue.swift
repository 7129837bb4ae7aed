import Correspondence
import Foundation
import Yams

/// A value in a definition file. It reads itself as what a caller expects, or says at which line it is not.
struct DefinitionValue {
    let node: Node
    let file: String
    /// What messages call it: the key that it stands under.
    let name: String
    /// The file's last line.
    private let lastLine: Int

    init(node: Node, file: String, lastLine: Int, name: String) {
        self.node = node
        self.file = file
        self.lastLine = lastLine
        self.name = name
    }

    var line: Int? { line(of: node) }

    /// The parser puts what it misses at the end on a line behind it.
    private func line(of node: Node) -> Int? { node.mark.map { min($0.line, lastLine) } }

    /// What stands in this value.
    private func part(_ node: Node, name: String) -> DefinitionValue {
        DefinitionValue(node: node, file: file, lastLine: lastLine, name: name)
    }

    /// An error at this value: `weight must be \(expected), found "high"`.
    func mustBe(_ expected: String, remedy: String? = nil) -> DefinitionError {
        error("\(name) must be \(expected), found \(found)", remedy: remedy)
    }

    func error(_ problem: String, remedy: String? = nil) -> DefinitionError {
        DefinitionError(file: file, line: line, problem: problem, remedy: remedy)
    }

    /// Text, without white space around it, not empty.
    func string() throws(DefinitionError) -> String {
        guard let scalar = node.scalar, !isNull else { throw mustBe("a text") }
        let text = scalar.string.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw mustBe("a text") }
        return text
    }

    func number(in limits: ClosedRange<Double>) throws(DefinitionError) -> Double {
        let expected = "a number from \(Self.plain(limits.lowerBound)) to \(Self.plain(limits.upperBound))"
        guard let scalar = node.scalar, let number = Double(scalar.string), limits.contains(number) else {
            throw mustBe(expected)
        }
        return number
    }

    func integer(in limits: ClosedRange<Int>) throws(DefinitionError) -> Int {
        guard let scalar = node.scalar, let number = Int(scalar.string), limits.contains(number) else {
            throw mustBe("a whole number from \(limits.lowerBound) to \(limits.upperBound)")
        }
        return number
    }

    func bool() throws(DefinitionError) -> Bool {
        switch node.scalar?.string {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw mustBe("true or false")
        }
    }

    /// One of a type's raw values.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        of type: Choice.Type = Choice.self
    ) throws(DefinitionError) -> Choice {
        if let scalar = node.scalar, let choice = Choice(rawValue: scalar.string) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        let nearest = node.scalar.flatMap { nearestNames(to: $0.string, among: all).first }
        throw mustBe(
            "one of \(all.joined(separator: ", "))", remedy: nearest.map { "did you mean \"\($0)\"?" })
    }

    /// The values of a list; a missing value is an empty list.
    func items() throws(DefinitionError) -> [DefinitionValue] {
        if isNull { return [] }
        guard case .sequence(let sequence) = node else { throw mustBe("a list") }
        return sequence.map { part($0, name: "an item of \(name)") }
    }

    /// A list of texts; one text alone is a list of one.
    func strings() throws(DefinitionError) -> [String] {
        if node.scalar != nil && !isNull { return [try string()] }
        var strings: [String] = []
        for item in try items() { strings.append(try item.string()) }
        return strings
    }

    /// The keys and values of a mapping, in the order of the file, whatever the keys.
    func entries() throws(DefinitionError) -> [(key: String, value: DefinitionValue)] {
        if isNull { return [] }
        guard case .mapping(let mapping) = node else { throw mustBe("a list of key: value") }
        var entries: [(key: String, value: DefinitionValue)] = []
        for (key, value) in mapping {
            guard let text = key.scalar?.string else {
                throw part(key, name: "a key of \(name)").mustBe("a text")
            }
            entries.append((text, part(value, name: text)))
        }
        return entries
    }

    /// The fields of a mapping whose keys are known; any other key is an error that names the nearest.
    func fields(_ known: [String]) throws(DefinitionError) -> DefinitionFields {
        var values: [String: DefinitionValue] = [:]
        for (key, value) in try entries() {
            guard known.contains(key) else {
                throw try unknownKey(key, known)
            }
            values[key] = value
        }
        return DefinitionFields(values: values, owner: self)
    }

    private func unknownKey(_ key: String, _ known: [String]) throws(DefinitionError) -> DefinitionError {
        let line = node.mapping?.keys.first { $0.scalar?.string == key }.flatMap(line(of:))
        let remedy =
            nearestNames(to: key, among: known).first.map { "did you mean \"\($0)\"?" }
            ?? "known here: \(known.joined(separator: ", "))"
        return DefinitionError(
            file: file, line: line ?? self.line, problem: "unknown key \"\(key)\"", remedy: remedy)
    }

    /// Whether nothing stands here (`key:` alone, `~` or `null`).
    var isNull: Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Whether a list stands here.
    var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    private var found: String {
        switch node {
        case .scalar(let scalar): isNull ? "nothing" : "\"\(scalar.string)\""
        case .mapping: "a list of key: value"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}

/// The fields of a mapping, by key.
struct DefinitionFields {
    fileprivate let values: [String: DefinitionValue]
    fileprivate let owner: DefinitionValue

    /// Nil where the key is missing or nothing stands behind it.
    subscript(key: String) -> DefinitionValue? {
        values[key].flatMap { $0.isNull ? nil : $0 }
    }

    func required(_ key: String) throws(DefinitionError) -> DefinitionValue {
        if let value = self[key] { return value }
        throw (values[key] ?? owner).error("\(key) is missing")
    }
}
