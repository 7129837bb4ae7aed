/// Tells running prose from the lines of a letterhead, an address or a heading.
enum Prose {
    /// Whether a line has the words of a sentence: enough that begin with a small letter.
    static func isProse(_ line: LetterLine) -> Bool {
        guard line.count > 45 else { return false }
        return lowerWords(line) >= (line.count > 200 ? 8 : 5)
    }

    /// Words that begin with a small letter, those left out that titles and names have too.
    static func lowerWords(_ line: LetterLine) -> Int {
        var count = 0
        var rest = line.string.utf8[...]
        // Word by word: a line may be as long as a book.
        while count <= 12, let start = rest.firstIndex(where: { $0 != space }) {
            let word = rest[start...].prefix { $0 != space }
            rest = rest[word.endIndex...]
            guard let first = word.first, (97...122).contains(first),
                !small.contains(where: { $0.utf8.elementsEqual(word) })
            else { continue }
            count += 1
        }
        return count
    }

    private static let space = UInt8(ascii: " ")

    private static let small = [
        "of", "the", "and", "for", "on", "in", "to", "a", "at", "by", "or", "with", "from",
    ]
}
