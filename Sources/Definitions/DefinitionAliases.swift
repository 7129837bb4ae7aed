import Yams

/// Bounds what YAML's aliases unfold to: `*name`, which stands for whatever `&name` names.
///
/// A few lines of aliases to aliases unfold to more than any machine holds, and the parser unfolds them while it reads.
/// Only it knows which stars are aliases and which are text. So a copy is read first in which no star makes an alias,
/// and what the file would unfold to is counted there.
struct DefinitionAliases {
    /// Values in a file with its aliases unfolded: the largest file of the project has 9,000.
    private static let mostNodes = 200_000
    /// How deep values lie in one another: definitions need ten.
    private static let mostDepth = 200

    private let file: String
    /// What stands for a star.
    private let mark: Unicode.Scalar
    private var named: [String: Extent] = [:]

    private struct Extent {
        var nodes = 1
        var depth = 1
    }

    /// - Throws: where the file unfolds to too much, at the alias that makes it so; also where the copy is no YAML, as the
    ///   file itself is none then.
    static func check(_ yaml: String, named name: String) throws(DefinitionError) {
        guard yaml.utf8.contains(UInt8(ascii: "*")), yaml.utf8.contains(UInt8(ascii: "&")) else { return }
        let free = (0xE000...0xF8FF).lazy.compactMap(Unicode.Scalar.init).first {
            !yaml.unicodeScalars.contains($0)
        }
        guard let free else {
            throw DefinitionError(
                file: name, problem: "holds every character that no font has", remedy: "take one out")
        }
        var aliases = DefinitionAliases(file: name, mark: free)
        do {
            let (root, parser) = try DefinitionFile.root(of: aliases.copy(of: yaml), named: name)
            defer { withExtendedLifetime(parser) {} }
            if let root { _ = try aliases.measure(root) }
        } catch {
            throw DefinitionError(
                file: error.file, line: error.line.map { min($0, DefinitionFile.lastLine(of: yaml)) },
                problem: error.problem.replacing(String(free), with: "*"),
                remedy: error.remedy)
        }
    }

    private init(file: String, mark: Unicode.Scalar) {
        self.file = file
        self.mark = mark
    }

    /// With the mark for every star that a name follows.
    private func copy(of yaml: String) -> String {
        var copy = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in yaml.unicodeScalars {
            if last == "*" { copy.append(Self.isNamed(scalar) ? mark : "*") }
            if scalar != "*" { copy.append(scalar) }
            last = scalar
        }
        if last == "*" { copy.append("*") }
        return String(copy)
    }

    private static func isNamed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }

    private mutating func measure(_ node: Node) throws(DefinitionError) -> Extent {
        var extent = Extent()
        switch node {
        case .scalar(let scalar):
            // No text without quotes begins with a star.
            if scalar.style == .plain, scalar.string.unicodeScalars.first == mark {
                let name = scalar.string.unicodeScalars.dropFirst().prefix(while: Self.isNamed)
                extent = named[String(name)] ?? extent
            }
        case .sequence(let items):
            for item in items { try add(item, to: &extent) }
        case .mapping(let pairs):
            for (key, value) in pairs {
                try add(key, to: &extent)
                try add(value, to: &extent)
            }
        case .alias: break
        }
        if let anchor = node.anchor { named[anchor.rawValue] = extent }
        return extent
    }

    private mutating func add(_ node: Node, to extent: inout Extent) throws(DefinitionError) {
        let part = try measure(node)
        extent.nodes += part.nodes
        extent.depth = max(extent.depth, part.depth + 1)
        guard extent.nodes > Self.mostNodes || extent.depth > Self.mostDepth else { return }
        throw DefinitionError(
            file: file, line: node.mark?.line, problem: "its aliases (* and a name) stand for too much",
            remedy: "write out what they stand for")
    }
}
