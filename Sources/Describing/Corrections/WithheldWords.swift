import Correspondence

/// Recognises words without keeping them: the SHA-256 of the letter's id and the words, small letters, one blank
/// between two. A person's guess can be tested against it, but it tells nobody anything who does not guess.
public enum WithheldWords {
    /// What stands for a character that was taken out.
    public static let block: Unicode.Scalar = "\u{2588}"

    /// What recognises each line of a value in its letter.
    public static func recognizing(_ value: String, in letter: String) -> [Withholding.Words] {
        value.split(whereSeparator: \.isNewline).compactMap { line in
            let words = words(of: Array(line.unicodeScalars)).map(\.folded)
            guard !words.isEmpty else { return nil }
            return Withholding.Words(count: words.count, sha256: hash(words, letter: letter))
        }
    }

    static func hash(_ words: [String], letter: String) -> String {
        SHA256.hex(of: Array("\(letter):\(words.joined(separator: " "))".utf8))
    }

    struct Word {
        /// In scalars.
        var range: Range<Int>
        var folded: String
    }

    /// Runs of letters and digits.
    static func words(of scalars: [Unicode.Scalar]) -> [Word] {
        var words: [Word] = []
        var start: Int?
        for place in 0...scalars.count {
            let isInside = place < scalars.count && isPart(scalars[place])
            if isInside {
                start = start ?? place
            } else if let begin = start {
                let text = String(String.UnicodeScalarView(scalars[begin..<place]))
                words.append(Word(range: begin..<place, folded: text.lowercased()))
                start = nil
            }
        }
        return words
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }
}
