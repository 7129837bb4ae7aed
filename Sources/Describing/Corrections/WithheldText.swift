import Correspondence

/// Takes the words that are withheld from a letter out of any text that tells of it.
public struct WithheldText: Sendable {
    private let id: String
    /// Hashes by number of words.
    private let hashes: [Int: Set<String>]

    public init(_ withheld: [Withholding], letter id: String) {
        self.id = id
        hashes = Dictionary(grouping: withheld.flatMap(\.words), by: \.count)
            .mapValues { Set($0.map(\.sha256)) }
    }

    /// The text, a █ for each character of words that are withheld.
    public func blanked(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let words = WithheldWords.words(of: scalars)
        var isFound = false
        for (count, wanted) in hashes where count <= words.count {
            for start in 0...(words.count - count) {
                let window = words[start..<start + count]
                guard wanted.contains(WithheldWords.hash(window.map(\.folded), letter: id)) else { continue }
                isFound = true
                for place in words[start].range.lowerBound..<words[start + count - 1].range.upperBound
                where !scalars[place].properties.isWhitespace {
                    scalars[place] = WithheldWords.block
                }
            }
        }
        return isFound ? String(String.UnicodeScalarView(scalars)) : text
    }
}
