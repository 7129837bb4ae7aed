/// A piece of text as dates are made of: a word, a number or a mark.
struct DateToken {
    enum Kind {
        case word, number, comma, dash, slash, period, other
    }

    var kind: Kind
    /// Unicode scalar offsets into the text.
    var start: Int
    var end: Int
    /// Of a number: its value and how many digits it has.
    var number = 0
    var digits = 0
    /// Of a word: the month that it names, 1 to 12; 0 for none.
    var month = 0
    /// The number carries `st`, `nd`, `rd` or `th`.
    var isOrdinal = false
    /// The word joins a day to its month: `of`, `day`, `the`.
    var isJoint = false
    /// The word says that a date is not exact: `circa`, `about`.
    var isAbout = false
    /// Line breaks that stand before the token.
    var breaks = 0
    /// White space or the text's start stands before it.
    var isApart = true
}

/// Cuts text into the tokens that dates are made of.
struct DateTokenizer {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var tokens: [DateToken] = []

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    static func tokens(of scalars: [Unicode.Scalar]) -> [DateToken] {
        var tokenizer = DateTokenizer(scalars)
        tokenizer.run()
        return tokenizer.tokens
    }

    private mutating func run() {
        tokens.reserveCapacity(scalars.count / 5)
        var breaks = 0
        var isApart = true
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar == "\n" {
                breaks += 1
                isApart = true
                position += 1
            } else if Self.isSpace(scalar) {
                isApart = true
                position += 1
            } else if Self.isInvisible(scalar) {
                position += 1
            } else {
                var token = next(scalar)
                token.breaks = breaks
                token.isApart = isApart
                tokens.append(token)
                breaks = 0
                isApart = false
            }
        }
    }

    private mutating func next(_ scalar: Unicode.Scalar) -> DateToken {
        if Self.isDigit(scalar) { return number() }
        if Self.isLetter(scalar) { return word() }
        let kind: DateToken.Kind =
            switch scalar {
            case ",": .comma
            case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": .dash
            case "/": .slash
            case ".": .period
            default: .other
            }
        position += 1
        return DateToken(kind: kind, start: position - 1, end: position)
    }

    private mutating func number() -> DateToken {
        let start = position
        var value = 0
        var digits = 0
        while position < scalars.count, Self.isDigit(scalars[position]), digits < 9 {
            value = value * 10 + Int(scalars[position].value - 48)
            digits += 1
            position += 1
        }
        var token = DateToken(kind: .number, start: start, end: position, number: value, digits: digits)
        if let end = ordinalEnd() {
            position = end
            token.end = end
            token.isOrdinal = true
        }
        return token
    }

    /// The end of an ordinal's letters, where they stand at the position and no further letter follows.
    private func ordinalEnd() -> Int? {
        guard position + 1 < scalars.count else { return nil }
        switch (scalars[position], scalars[position + 1]) {
        case ("s", "t"), ("n", "d"), ("r", "d"), ("t", "h"): break
        case ("S", "T"), ("N", "D"), ("R", "D"), ("T", "H"): break
        default: return nil
        }
        let after = position + 2
        if after < scalars.count, scalars[after].properties.isAlphabetic { return nil }
        return after
    }

    private mutating func word() -> DateToken {
        let start = position
        var end = position
        var letters = WordLetters()
        let isCapital = Self.isCapital(scalars[position])
        while position < scalars.count {
            let scalar = scalars[position]
            if Self.isLetter(scalar) {
                letters.append(scalar)
                position += 1
                end = position
            } else if Self.isInvisible(scalar) {
                position += 1
            } else {
                break
            }
        }
        position = end
        var token = DateToken(kind: .word, start: start, end: end)
        guard letters.count > 1 else { return token }
        token.month = MonthNames.month(letters, isCapital: isCapital)
        token.isJoint = letters.count < 4 && Self.isJoint(letters.start)
        token.isAbout = Self.isAbout(letters)
        return token
    }

    private static func isJoint(_ start: UInt32) -> Bool {
        start == WordLetters.key("o", "f") || start == WordLetters.key("d", "a", "y")
            || start == WordLetters.key("t", "h", "e")
    }

    private static func isAbout(_ letters: WordLetters) -> Bool {
        switch letters.start {
        case WordLetters.key("c", "a"): true
        case WordLetters.key("a", "b", "o"): letters == WordLetters("about")
        case WordLetters.key("c", "i", "r"): letters == WordLetters("circa")
        case WordLetters.key("a", "p", "p"): letters == WordLetters("approximately")
        default: false
        }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (65...90).contains(scalar.value) : scalar.properties.isUppercase
    }

    /// Most letters are ASCII, and the Unicode tables are slow to ask.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (65...90).contains(scalar.value & 0xDF) : scalar.properties.isAlphabetic
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{A0}" || scalar == "\u{202F}"
            || (0x2000...0x200A).contains(scalar.value)
    }

    /// Zero-width characters, which publishing systems leave inside words.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{AD}" || scalar == "\u{FEFF}" || (0x200B...0x200F).contains(scalar.value)
            || (0x2060...0x2064).contains(scalar.value)
    }
}

/// English names of months, whole and shortened.
enum MonthNames {
    static let full = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// The month that lower-case letters name; 0 for none. A name that is also a common word, and every
    /// short form, must begin with a capital.
    static func month(_ letters: WordLetters, isCapital: Bool) -> Int {
        guard (3...9).contains(letters.count), let index = place(ofStart: letters.start) else { return 0 }
        if letters == names[index] { return isCapital || ![3, 5, 8].contains(index + 1) ? index + 1 : 0 }
        let isShort = letters.count == 3 || letters == WordLetters("sept")
        return isShort && isCapital ? index + 1 : 0
    }

    private static let names = full.map(WordLetters.init)

    /// The month that begins with three letters, from 0.
    private static func place(ofStart start: UInt32) -> Int? {
        switch start {
        case WordLetters.key("j", "a", "n"): 0
        case WordLetters.key("f", "e", "b"): 1
        case WordLetters.key("m", "a", "r"): 2
        case WordLetters.key("a", "p", "r"): 3
        case WordLetters.key("m", "a", "y"): 4
        case WordLetters.key("j", "u", "n"): 5
        case WordLetters.key("j", "u", "l"): 6
        case WordLetters.key("a", "u", "g"): 7
        case WordLetters.key("s", "e", "p"): 8
        case WordLetters.key("o", "c", "t"): 9
        case WordLetters.key("n", "o", "v"): 10
        case WordLetters.key("d", "e", "c"): 11
        default: nil
        }
    }
}
