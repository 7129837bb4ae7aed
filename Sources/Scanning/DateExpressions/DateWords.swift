/// The words around a date: what the grammars of date expressions ask a page's tokens for.
struct DateWords {
    let scalars: [Unicode.Scalar]
    let tokens: [DateToken]

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        tokens = DateTokenizer.tokens(of: scalars)
    }

    /// A word in small letters; empty for what is none or has more than 12.
    func word(_ index: Int) -> String {
        guard tokens.indices.contains(index), tokens[index].kind == .word else { return "" }
        let token = tokens[index]
        guard token.end - token.start <= 12 else { return "" }
        return String(scalars: scalars[token.start..<token.end]).lowercased()
    }

    func kind(_ index: Int) -> DateToken.Kind? {
        tokens.indices.contains(index) ? tokens[index].kind : nil
    }

    func month(_ index: Int) -> Int {
        tokens.indices.contains(index) && tokens[index].breaks < 2 ? tokens[index].month : 0
    }

    /// A single mark: `(`, `’`.
    func mark(_ index: Int) -> Unicode.Scalar? {
        guard tokens.indices.contains(index), tokens[index].kind != .word, tokens[index].kind != .number
        else {
            return nil
        }
        return scalars[tokens[index].start]
    }

    func isCapital(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
        return scalars[tokens[index].start].properties.isUppercase
    }

    /// Nothing stands between the token and the one before it.
    func isGlued(_ index: Int) -> Bool {
        index > 0 && tokens.indices.contains(index) && !tokens[index].isApart
    }

    /// A year in four figures. As the first of an expression it may stand after an empty line.
    func year(_ index: Int, isFirst: Bool = false) -> Int? {
        guard tokens.indices.contains(index) else { return nil }
        let token = tokens[index]
        guard token.kind == .number, token.digits == 4, !token.isOrdinal, isFirst || token.breaks < 2,
            (1750...2120).contains(token.number)
        else { return nil }
        return token.number
    }

    /// Whether what stands without a blank before it begins an address of the web or of a mailbox.
    func isInWebAddress(_ index: Int) -> Bool {
        guard isGlued(index) else { return false }
        let start = tokens[index].start
        var at = start
        let first = max(0, start - 200)
        while at > first, !scalars[at - 1].isWhiteSpace { at -= 1 }
        guard start - at > 3 else { return false }
        var slashes = 0
        for place in at..<start {
            switch scalars[place] {
            case "@": return true
            case "/": slashes += 1
            default: break
            }
        }
        if slashes > 1 { return true }
        return String(scalars: scalars[at..<min(start, at + 4)]).lowercased() == "www."
    }

    /// A small number in figures or in words: `60`, `five`, `a`.
    func count(_ index: Int) -> Int? {
        guard tokens.indices.contains(index) else { return nil }
        let token = tokens[index]
        if token.kind == .number { return token.digits <= 3 && !token.isOrdinal ? token.number : nil }
        return Self.counts[word(index)]
    }

    /// `days`, `year`.
    func unit(_ index: Int) -> CountedDate.Unit? { Self.units[word(index)] }

    private static let counts: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
        "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
    ]

    private static let units: [String: CountedDate.Unit] = [
        "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month,
        "quarter": .quarter, "quarters": .quarter, "year": .year, "years": .year, "decade": .decade,
        "decades": .decade,
    ]
}
