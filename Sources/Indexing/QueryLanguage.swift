import Correspondence

/// Reads what people type: words, "phrases", prefix*, AND, OR, NOT, parentheses, NEAR and fields.
///
///     rural obstet* -draft
///     "postpartum coverage" (agency:cms OR agency:hrsa) date:2020-03..2020-06
///     topic:ctsa NOT kind:testimony NEAR(hub funding, 5)
///
/// Words that stand side by side must all be there; AND binds closer than OR; operators are written in
/// capitals. A dash before a word means NOT. Several values of a field are divided by commas: any may be there.
/// - Returns: Nil for a text with nothing in it.
/// - Throws: `QueryError.syntax`, which points at the place.
public func readQuery(_ text: String) throws(QueryError) -> QueryCondition? {
    var parser = QueryParser(query: text, tokens: try QueryToken.tokens(of: text))
    return try parser.readAll()
}

private struct QueryParser {
    let query: String
    let tokens: [QueryToken]
    private var next = 0
    private var depth = 0

    /// Beyond these SQLite's own limits come near.
    private static let depthLimit = 40
    private static let lengthLimit = 200

    init(query: String, tokens: [QueryToken]) {
        self.query = query
        self.tokens = tokens
    }

    mutating func readAll() throws(QueryError) -> QueryCondition? {
        guard !tokens.isEmpty else { return nil }
        guard tokens.count <= Self.lengthLimit else { throw .tooLong(limit: Self.lengthLimit) }
        let condition = try readAlternatives()
        if let token = peek { throw fault("nothing is open that ')' could close", token) }
        guard let condition else {
            throw .syntax("there is no word to search for", query: query, position: 0)
        }
        return condition
    }

    private var peek: QueryToken? { next < tokens.count ? tokens[next] : nil }

    private mutating func readAlternatives() throws(QueryError) -> QueryCondition? {
        var found = [try readSequence()]
        while let token = peek, token.kind == .or {
            next += 1
            found.append(try readSequence(after: token))
        }
        let given = found.compactMap { $0 }
        return given.count > 1 ? .any(given) : given.first
    }

    private mutating func readSequence(after operation: QueryToken? = nil) throws(QueryError)
        -> QueryCondition?
    {
        var found: [QueryCondition?] = []
        var waiting = operation
        while let token = peek, token.kind != .or, token.kind != .close {
            if token.kind == .and {
                guard !found.isEmpty, waiting == nil else {
                    throw fault("AND needs something before it", token)
                }
                waiting = token
                next += 1
                continue
            }
            waiting = nil
            found.append(try readNegatable())
        }
        if let waiting { throw fault("something must follow \(waiting.kind == .or ? "OR" : "AND")", waiting) }
        if found.isEmpty, let token = peek {
            throw fault("something to search for is missing before this", token)
        }
        return .all(of: found)
    }

    private mutating func readNegatable() throws(QueryError) -> QueryCondition? {
        guard let token = peek, token.kind == .not else { return try readItem() }
        next += 1
        guard let following = peek, ![.or, .and, .close].contains(following.kind) else {
            throw fault("something must follow NOT", token)
        }
        try descend(token)
        defer { depth -= 1 }
        return try readNegatable().map { .not($0) }
    }

    private mutating func readItem() throws(QueryError) -> QueryCondition? {
        guard let token = peek else { return nil }
        next += 1
        switch token.kind {
        case .open: return try readGroup(token)
        case .nearOpen: return try readNear(token)
        case .field(let name): return try readField(name, token)
        case .word, .quoted: return try readWords(token)
        case .near: throw fault("NEAR needs a word on either side", token)
        case .and, .or, .not, .close: throw fault("something to search for is missing before this", token)
        }
    }

    private mutating func readGroup(_ open: QueryToken) throws(QueryError) -> QueryCondition? {
        try descend(open)
        defer { depth -= 1 }
        let condition = try readAlternatives()
        guard peek?.kind == .close else { throw fault("this parenthesis is never closed", open) }
        next += 1
        return condition
    }

    /// A word or phrase, and what stands `NEAR` it.
    private mutating func readWords(_ token: QueryToken) throws(QueryError) -> QueryCondition? {
        guard case .near(let distance)? = peek?.kind, let near = peek else {
            return try term(token).map { .text($0) }
        }
        next += 1
        guard let other = peek, let second = try text(other), let first = try text(token) else {
            throw fault("NEAR needs a word on either side", near)
        }
        next += 1
        return .text(.near([first, second], within: distance))
    }

    /// `NEAR(a b "c d", 5)`.
    private mutating func readNear(_ open: QueryToken) throws(QueryError) -> QueryCondition? {
        var texts: [String] = []
        var distance = 10
        while let token = peek, token.kind != .close {
            guard case .word(let word) = token.kind else {
                guard let text = try text(token) else { throw fault("only words stand in NEAR( )", token) }
                texts.append(text)
                next += 1
                continue
            }
            next += 1
            let parts = word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if parts.count > 1, let number = Int(parts[parts.count - 1]) ?? closingNumber() {
                distance = min(max(number, 0), 1000)
                texts += parts.dropLast().filter { !$0.isEmpty }
            } else {
                texts.append(word)
            }
        }
        guard peek?.kind == .close else { throw fault("this parenthesis is never closed", open) }
        next += 1
        let words = texts.filter(Self.hasWord)
        guard !words.isEmpty else { throw fault("NEAR( ) needs words", open) }
        return .text(words.count > 1 ? .near(words, within: distance) : .phrase(words[0]))
    }

    /// The number after `word,` where it is the last thing before the parenthesis closes.
    private mutating func closingNumber() -> Int? {
        guard next + 1 < tokens.count, tokens[next + 1].kind == .close,
            case .word(let text) = tokens[next].kind, let number = Int(text)
        else { return nil }
        next += 1
        return number
    }

    private mutating func readField(_ name: String, _ token: QueryToken) throws(QueryError) -> QueryCondition?
    {
        guard let field = QueryField(rawValue: name) else {
            let near = nearestNames(to: name, among: QueryField.allCases.map(\.rawValue))
            let hint =
                near.isEmpty
                ? "fields are " + QueryField.allCases.map(\.rawValue).joined(separator: ", ")
                : "did you mean \(near.map { $0 + ":" }.joined(separator: ", "))?"
            throw fault(
                "unknown field '\(name):' (\(hint)); put it in quotation marks to search for the words", token
            )
        }
        guard token.isJoined, let value = peek else {
            throw fault("a value must follow '\(name):' at once", token)
        }
        next += 1
        let values: [String]
        switch value.kind {
        case .quoted(let text): values = [text]
        case .word(let text): values = text.split(separator: ",").map(String.init)
        default: throw fault("a value must follow '\(name):' at once", token)
        }
        let conditions = values.map { field.condition($0) }
        guard !conditions.isEmpty, conditions.allSatisfy({ $0 != nil }) else {
            throw fault("'\(name):' takes \(field.expected)", value)
        }
        let given = conditions.compactMap { $0 }
        return given.count > 1 ? .any(given) : given.first
    }

    /// What a word or a quotation asks for; nil where no letter or digit is in it.
    private func term(_ token: QueryToken) throws(QueryError) -> TextTerm? {
        switch token.kind {
        case .quoted(let text): return Self.hasWord(text) ? .phrase(text) : nil
        case .word(let text):
            guard text.hasSuffix("*") else { return Self.hasWord(text) ? .word(text) : nil }
            let start = String(text.prefix { $0 != "*" })
            guard Self.hasWord(start) else { throw fault("a word's beginning must stand before '*'", token) }
            return .prefix(start)
        default: return nil
        }
    }

    private func text(_ token: QueryToken) throws(QueryError) -> String? {
        switch try term(token) {
        case .word(let text), .phrase(let text): return text
        default: return nil
        }
    }

    private static func hasWord(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: MatchExpression.isWordPart)
    }

    private mutating func descend(_ token: QueryToken) throws(QueryError) {
        depth += 1
        guard depth <= Self.depthLimit else { throw fault("too many parentheses within one another", token) }
    }

    private func fault(_ message: String, _ token: QueryToken) -> QueryError {
        .syntax(message, query: query, position: token.position)
    }
}
