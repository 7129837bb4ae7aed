/// What a query is made of, each with its place.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case open, close, and, or, not
        /// `NEAR(`, or `NEAR` and `NEAR/5` between two words.
        case nearOpen
        case near(Int)
        case word(String)
        case quoted(String)
        /// `agency:`, without the colon, in lower case; its value follows at once.
        case field(String)
    }

    var kind: Kind
    /// Unicode scalars before it.
    var position: Int
    /// Whether the next token follows without a space.
    var isJoined = false

    static func tokens(of query: String) throws(QueryError) -> [QueryToken] {
        var reader = Reader(query: query, scalars: Array(query.unicodeScalars))
        while try reader.readToken() {}
        return reader.tokens
    }

    private struct Reader {
        let query: String
        let scalars: [Unicode.Scalar]
        var place = 0
        var tokens: [QueryToken] = []

        static let quotes: Set<Unicode.Scalar> = ["\"", "\u{201C}", "\u{201D}", "\u{201E}"]

        mutating func readToken() throws(QueryError) -> Bool {
            let before = place
            while place < scalars.count, Self.isSpace(scalars[place]) { place += 1 }
            if let last = tokens.indices.last { tokens[last].isJoined = place == before }
            guard place < scalars.count else { return false }
            let start = place
            let scalar = scalars[place]
            switch scalar {
            case "(": place += 1; add(.open, start)
            case ")": place += 1; add(.close, start)
            case "-" where isNegation: place += 1; add(.not, start)
            case _ where Self.quotes.contains(scalar): add(.quoted(try readQuoted()), start)
            default: readWord()
            }
            return true
        }

        /// A dash before a word and after none: `-draft`, not `covid -19`, nor a dash alone.
        private var isNegation: Bool {
            guard place + 1 < scalars.count,
                place == 0 || Self.isSpace(scalars[place - 1]) || scalars[place - 1] == "("
            else { return false }
            let next = scalars[place + 1]
            return next.properties.isAlphabetic || next == "(" || Self.quotes.contains(next)
        }

        private mutating func add(_ kind: QueryToken.Kind, _ position: Int) {
            tokens.append(QueryToken(kind: kind, position: position))
        }

        private mutating func readQuoted() throws(QueryError) -> String {
            let start = place
            place += 1
            while place < scalars.count, !Self.quotes.contains(scalars[place]) { place += 1 }
            guard place < scalars.count else {
                throw .syntax("this quotation mark is never closed", query: query, position: start)
            }
            defer { place += 1 }
            return text(start + 1, place)
        }

        private mutating func readWord() {
            let start = place
            var isField = false
            while place < scalars.count, !isField, !Self.isSpace(scalars[place]),
                !"()".unicodeScalars.contains(scalars[place]),
                !Self.quotes.contains(scalars[place])
            {
                isField = scalars[place] == ":" && isFieldName(start, place)
                place += 1
            }
            if isField {
                add(.field(text(start, place - 1).lowercased()), start)
                readValue()
            } else {
                addWord(text(start, place), start)
            }
        }

        /// What follows a field's colon up to a space, colons and all; a quotation is read as one.
        private mutating func readValue() {
            let start = place
            while place < scalars.count, !Self.isSpace(scalars[place]), scalars[place] != ")",
                !Self.quotes.contains(scalars[place])
            { place += 1 }
            guard place > start else { return }
            tokens[tokens.count - 1].isJoined = true
            add(.word(text(start, place)), start)
        }

        private mutating func addWord(_ word: String, _ start: Int) {
            switch word {
            case "AND": add(.and, start)
            case "OR": add(.or, start)
            case "NOT": add(.not, start)
            case "NEAR" where place < scalars.count && scalars[place] == "(":
                place += 1
                add(.nearOpen, start)
            case "NEAR": add(.near(10), start)
            default:
                let distance = word.hasPrefix("NEAR/") ? Int(word.dropFirst(5)) : nil
                add(distance.map { .near(min(max($0, 0), 1000)) } ?? .word(word), start)
            }
        }

        private func isFieldName(_ start: Int, _ end: Int) -> Bool {
            end > start && scalars[start..<end].allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
        }

        private func text(_ start: Int, _ end: Int) -> String {
            String(String.UnicodeScalarView(scalars[start..<end]))
        }

        private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar.value < 32
        }
    }
}
