import Correspondence
import Foundation

extension Topic {
    /// The topic's file as a person goes on with it: what an import knows, and room for the rest.
    ///
    /// - Parameter origin: where the topic comes from, for the file's first line.
    public func yaml(from origin: String) -> String {
        var lines = [
            "# \(Self.comment(origin)). How to edit this file: Pipeline/topics/README.md.",
            "label: \(Self.quoted(label))",
        ]
        if let scopeNote { lines.append("scopeNote: \(Self.quoted(scopeNote))") }
        for (key, ids) in [("broader", broader), ("narrower", narrower), ("related", related)]
        where !ids.isEmpty {
            lines.append("\(key): [\(ids.map(Self.id).joined(separator: ", "))]")
        }
        if !exactMatch.isEmpty { lines.append("exactMatch:") }
        for match in exactMatch {
            lines += ["  - mesh: \(match.id)", "    label: \(Self.quoted(match.label))"]
        }
        lines += ["active: \(isActive)", "", "terms:"]
        for term in terms {
            lines.append("  - term: \(Self.quoted(term.text))")
            if !term.variants.isEmpty {
                lines.append("    variants:")
                lines += term.variants.map { "      - \(Self.quoted($0))" }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func quoted(_ text: String) -> String { quotedText(oneLine(text)) }

    /// Ids are letters, digits and hyphens: only one that YAML takes for nothing needs quotes.
    private static func id(_ id: String) -> String { id == "null" ? quotedText(id) : id }

    /// What a comment may hold.
    private static func comment(_ text: String) -> String {
        String(quotedText(oneLine(text)).dropFirst().dropLast())
    }
}
