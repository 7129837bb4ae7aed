import Correspondence

/// Judges a text layer by its own statistics: no dictionary, so that no language is favoured by one.
struct TextVerdict: Sendable, Hashable {
    /// Below this a page reads badly.
    static let poorBelow = 0.7
    /// Fewer letters than this are no text: a page number, a scanner's stamp.
    static let fewestLetters = 12

    private(set) var letters = 0
    private(set) var unknown = 0
    private(set) var symbols = 0
    private(set) var digits = 0
    private(set) var words = 0
    private(set) var oddWords = 0

    /// Signs in places where no writer puts them: `l)eputy`, `\\Vashington`, `c|inic`.
    private(set) var misplaced = 0

    init(_ text: String) {
        var word = WordShape()
        var signs = MisplacedSigns()
        for scalar in text.unicodeScalars {
            if signs.take(scalar) { misplaced += 1 }
            if word.take(scalar) {
                letters += 1
                continue
            }
            close(&word)
            switch scalar {
            case " ", "\n", ".", ",", ";", ":", "-", "’", "'", "(", ")", "“", "”", "\"", "_", "–", "•": break
            case "0"..."9": digits += 1
            case "\u{FFFD}": unknown += 1
            default:
                if scalar.properties.isAlphabetic {
                    letters += 1
                } else if scalar.properties.generalCategory == .privateUse {
                    unknown += 1
                } else {
                    symbols += 1
                }
            }
        }
        close(&word)
    }

    private mutating func close(_ word: inout WordShape) {
        guard word.length > 0 else { return }
        if word.length > 2 {
            words += 1
            if word.isOdd { oddWords += 1 }
        }
        word = WordShape()
    }

    /// 0 to 1: the share of words with a readable shape, less what is unknown or mere symbols.
    var quality: Double {
        guard !hasNothing else { return 0 }
        let all = Double(letters + unknown + symbols + digits)
        // Other scripts have no words of this shape; they are judged by their clean characters alone.
        let readable = words == 0 ? 1 : 1 - min(1, 1.6 * Double(oddWords) / Double(words))
        let clean = 1 - min(1, (3 * Double(unknown) + 1.5 * max(0, Double(symbols) - 0.05 * all)) / all)
        let placed = 1 - min(1, 6 * Double(misplaced) / Double(max(40, words)))
        return (readable * clean * placed * 100).rounded() / 100
    }

    var hasNothing: Bool { letters + unknown + symbols + digits == 0 }

    /// Less than a page's text: a number, a scanner's stamp.
    var isEmpty: Bool { letters + unknown < Self.fewestLetters }
}

/// The shape of a Latin word: vowels, runs of consonants, capitals inside.
private struct WordShape {
    var length = 0
    private var vowels = 0
    private var consonants = 0
    private var longestRun = 0
    private var capitals = 0
    private var turns = 0
    private var lastIsSmall = false

    /// Takes an ASCII letter; anything else ends the word.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        let small = scalar.value | 0x20
        guard small >= 0x61, small <= 0x7A, scalar.value < 0x80 else { return false }
        let isCapital = scalar.value < 0x61
        length += 1
        if isCapital {
            capitals += 1
            if lastIsSmall { turns += 1 }
        }
        lastIsSmall = !isCapital
        switch small {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79:
            vowels += 1
            consonants = 0
        default:
            consonants += 1
            longestRun = max(longestRun, consonants)
        }
        return true
    }

    /// Acronyms and short abbreviations have no vowels by right.
    var isOdd: Bool {
        if capitals == length { return length > 7 && vowels == 0 || longestRun > 7 }
        return vowels == 0 && length > 3 || longestRun > 5 || turns > 2
            || length > 6 && vowels * 10 > length * 8
    }
}

/// Watches for the signs into which OCR breaks letters.
private struct MisplacedSigns {
    private var last: Unicode.Scalar = " "
    private var beforeLast: Unicode.Scalar = " "
    /// Brackets that are open, so that `501(c)(3)`, `[g]roup` and `word(s)` pass,
    /// over the end of a line too.
    private var open = 0
    private var isClosedRightly = true

    /// Whether the scalar shows that a sign stands wrongly.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        defer { (beforeLast, last) = (last, scalar) }
        switch scalar {
        case "(", "[": open += 1
        case ")", "]":
            isClosedRightly = open > 0
            open = max(0, open - 1)
        case "\\": return beforeLast != ":" && last != "\\"
        default: break
        }
        guard Self.isLetter(scalar) else { return false }
        switch last {
        case ")", "]": return !isClosedRightly
        case "|", "{", "}", "~", "^", "‘", "“": return Self.isLetter(beforeLast)
        default: return false
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let small = scalar.value | 0x20
        return small >= 0x61 && small <= 0x7A
    }
}
