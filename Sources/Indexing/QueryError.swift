/// What is wrong with a query, said to the person who typed it.
public enum QueryError: Error, Hashable, CustomStringConvertible {
    /// - Parameter position: Unicode scalars before the place in the query's text.
    case syntax(String, query: String, position: Int)
    /// A name that is not known, of which sort, and what may have been meant.
    case unknown(sort: String, name: String, suggestions: [String])
    case tooLong(limit: Int)
    /// A cursor that is none, or one of another query.
    case cursor(String)

    public var description: String {
        switch self {
        case .syntax(let message, let query, let position):
            let line = String(String.UnicodeScalarView(query.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
            return "\(message)\n  \(line)\n  \(String(repeating: " ", count: position))^"
        case .unknown(let sort, let name, let suggestions):
            let list = Self.lists[sort].map { "; 'letterbook \($0)' lists all" } ?? ""
            guard !suggestions.isEmpty else { return "unknown \(sort) '\(name)'\(list)" }
            return "unknown \(sort) '\(name)': did you mean \(suggestions.joined(separator: ", "))?\(list)"
        case .tooLong(let limit):
            return "the query has more than \(limit) parts; ask for less at a time"
        case .cursor(let message): return message
        }
    }

    private static let lists = ["agency": "agencies", "topic": "topics"]
}
