/// Decides what a hyphen at the end of a line is, from the words that the document itself uses.
///
/// Without a dictionary: a word that stands whole elsewhere in the document is joined, one that stands there
/// with its hyphen keeps it, and otherwise the shape of its halves decides.
struct HyphenRule: Sendable {
    enum Verdict: Sendable, Hashable {
        /// Not a broken word: a dash, a range, a list of halves (`pre- and postnatal`).
        case leave
        case keepHyphen
        case join
    }

    static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{AD}"]

    /// First halves that are words of their own and are hardly ever a syllable.
    private static let joiners: Set<String> = [
        "self", "non", "well", "long", "short", "high", "low", "full", "half", "cross", "two", "three",
        "four",
        "five", "first", "second", "evidence", "community", "health", "hospital", "patient", "policy",
        "decision", "cost", "risk", "data", "value", "large", "small", "quasi", "federal", "county",
    ]
    /// First halves that may be a syllable (`in-cluding`, `pro-vide`): a compound where the second half stands
    /// alone in the document too.
    private static let weakJoiners: Set<String> = [
        "in", "on", "out", "up", "so", "follow", "e", "pro", "ex", "all", "one", "co", "part", "post", "mid",
        "anti",
        "third",
        "time", "year", "month", "day", "state", "law", "rule", "tax", "world", "fee", "pre", "multi",
        "inter",
    ]
    /// Second halves of compounds, where the first half stands alone in the document.
    private static let joined: Set<String> = [
        "based", "term", "related", "care", "making", "income", "quality", "level", "wide", "driven", "time",
        "risk", "cost", "free", "up", "to", "of", "the", "in", "out", "off", "on", "led", "funded", "owned",
        "specific", "centered", "year", "day", "old", "party", "being", "known", "effective", "sharing",
        "profit", "partisan", "compliance", "called", "maker", "makers", "defined", "scale", "and", "depth",
        "person", "long", "round", "friendly", "sponsored", "reported", "line", "rate", "focused",
    ]

    private let words: Set<String>

    /// - Parameter lines: all lines of the document, in order.
    init(lines: some Sequence<PrintedLine>) {
        var wanted: Set<String> = []
        var halves: [(String, String)] = []
        var last: String?
        for line in lines {
            if let stem = last, let tail = Self.words(in: line.text).first {
                halves.append((stem, String(tail)))
            }
            last = nil
            guard let end = line.text.unicodeScalars.last, Self.hyphens.contains(end) else { continue }
            let ending = line.text.dropLast().split(separator: " ")
            last = ending.last.map { Self.folded($0) }
        }
        for (stem, tail) in halves {
            wanted.insert(stem + Self.folded(tail[...]))
            wanted.insert(stem + "-" + Self.folded(tail[...]))
            wanted.formUnion([stem, Self.folded(tail[...])])
        }
        words = wanted.isEmpty ? [] : Self.found(wanted, in: lines)
    }

    /// Halves of broken words do not count as words of their own.
    private static func found(_ wanted: Set<String>, in lines: some Sequence<PrintedLine>) -> Set<String> {
        var found: Set<String> = []
        var isBroken = false
        for line in lines {
            var whole = words(in: line.text)[...]
            if isBroken { whole = whole.dropFirst() }
            isBroken = line.text.unicodeScalars.last.map(hyphens.contains) ?? false
            if isBroken { whole = whole.dropLast() }
            for word in whole {
                let folded = folded(word)
                if wanted.contains(folded) { found.insert(folded) }
            }
        }
        return found
    }

    private static func words(in text: String) -> [Substring] { text.split(separator: " ") }

    /// Lower case, without punctuation around it.
    private static func folded(_ word: Substring) -> String {
        let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber }
        guard let first = word.firstIndex(where: isPart), let last = word.lastIndex(where: isPart) else {
            return ""
        }
        return word[first...last].lowercased()
    }

    /// Whether a word that may be broken at a line's end stands whole elsewhere in the document.
    func knows(_ word: String) -> Bool { words.contains(Self.folded(word[...])) }

    func verdict(on stem: String, _ tail: Substring) -> Verdict {
        guard let before = stem.last, let after = tail.first else { return .leave }
        // "pre- and postnatal", "four- to six-week".
        if ["and", "or", "to"].contains(tail) { return .leave }
        guard before.isLetter || before.isNumber, after.isLetter || after.isNumber else { return .leave }
        let (a, b) = (Self.folded(stem[...]), Self.folded(tail))
        if words.contains(a + "-" + b) { return .keepHyphen }
        if words.contains(a + b) { return .join }
        if before.isNumber || after.isNumber || after.isUppercase { return .keepHyphen }
        if stem.contains("-") || stem.dropFirst().contains(where: \.isUppercase) { return .keepHyphen }
        if Self.joiners.contains(a) { return .keepHyphen }
        if Self.weakJoiners.contains(a), words.contains(b) { return .keepHyphen }
        if Self.joined.contains(b), words.contains(a) { return .keepHyphen }
        return .join
    }
}
