import Correspondence

extension QueryCondition {
    /// The condition in the query language: reading it gives the condition back.
    public var text: String {
        switch self {
        case .all(let parts): parts.map(\.textAsPart).joined(separator: " ")
        case .any(let parts): parts.map(\.textAsPart).joined(separator: " OR ")
        case .not(let part): "NOT " + part.textAsPart
        case .text(let term): term.text
        case .agency(let id): field("agency", id)
        case .topic(let id): field("topic", id)
        case .sender(let name): field("sender", name)
        case .addressee(let name): field("to", name)
        case .signatory(let name): field("signed", name)
        case .kind(let kind): field("kind", kind.rawValue)
        case .identifier(let value, let kind): field(kind.flatMap(QueryField.name) ?? "identifier", value)
        case .date(let from, let to): Self.dates(from, to)
        case .has(let feature): field("has", feature.rawValue)
        case .quality(let verdict): field("quality", verdict.rawValue)
        case .campaign(let id): field("campaign", id)
        case .letter(let id): field("id", id)
        }
    }

    private var textAsPart: String {
        switch self {
        case .all, .any: "(" + text + ")"
        default: text
        }
    }

    private func field(_ name: String, _ value: String) -> String {
        let isPlain = !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        return isPlain ? "\(name):\(value)" : "\(name):\(quoted(value))"
    }

    private static func dates(_ from: EDTFDate?, _ to: EDTFDate?) -> String {
        if let from, from == to { return "date:\(from)" }
        return "date:\(from.map(\.description) ?? "")..\(to.map(\.description) ?? "")"
    }
}

extension TextTerm {
    fileprivate var text: String {
        switch self {
        case .word(let word): word
        case .phrase(let words): quoted(words)
        case .prefix(let start): start + "*"
        case .near(let words, let distance): "NEAR(\(words.map(quoted).joined(separator: " ")), \(distance))"
        }
    }
}

/// The language has no way to write a quotation mark within a quotation; no word contains one.
private func quoted(_ text: String) -> String {
    "\"" + text.filter { !"\"\u{201C}\u{201D}\u{201E}".contains($0) } + "\""
}

extension QueryField {
    fileprivate static func name(_ kind: Identifier.Kind) -> String? {
        allCases.first { $0.identifierKind == kind }?.rawValue
    }
}
