/// The words of a sentence that say what it is about, in lower case, without endings.
func contentWords(_ text: String) -> Set<String> {
    var words: Set<String> = []
    var word: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            word.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            word.append(byte + 32)
        default:
            add(&word, to: &words)
        }
    }
    add(&word, to: &words)
    return words
}

private func add(_ word: inout [UInt8], to words: inout Set<String>) {
    defer { word.removeAll(keepingCapacity: true) }
    guard word.count > 1 else { return }
    let whole = String(decoding: word, as: UTF8.self)
    guard !emptyWords.contains(whole) else { return }
    words.insert(stem(whole))
}

/// Enough for "expand", "expands", "expanding" to meet; no more is wanted.
private func stem(_ word: String) -> String {
    for ending in ["ing", "ies", "ion", "ed", "es", "s", "e"]
    where word.count - ending.count >= 4 && word.hasSuffix(ending) {
        return String(word.dropLast(ending.count))
    }
    return word
}

/// Words that sentences share whatever they are about, and the verbs of asking.
private let emptyWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "could", "do", "for", "from", "has",
    "have",
    "if", "in", "into", "is", "it", "its", "may", "more", "not", "of", "on", "or", "our", "please", "should",
    "so", "such", "that", "the", "their", "them", "these", "this", "those", "to", "up", "us", "was", "we",
    "were", "which", "while", "who", "will", "with", "would", "you", "your", "also", "any", "all", "both",
    "urge", "urges", "ask", "asks", "request", "requests", "recommend", "recommends", "support", "supports",
    "oppose", "opposes", "encourage", "encourages", "respectfully", "strongly", "believe", "call",
    "therefore",
]

/// Words in common, of all words in either: Jaccard's coefficient, 0 to 1.
func overlap(_ some: Set<String>, _ other: Set<String>) -> Double {
    if some.isEmpty || other.isEmpty { return 0 }
    let shared =
        some.count < other.count ? some.count(where: other.contains) : other.count(where: some.contains)
    return Double(shared) / Double(some.count + other.count - shared)
}
