import Correspondence

/// A word as tesseract read it.
struct OCRWord: Sendable {
    /// Block, paragraph and line, which words of one line share.
    var line: [Substring]
    var text: String
    var box: Box
    /// 0 to 100.
    var confidence: Double

    /// Words below this confidence without a letter or figure are specks.
    private static let speck = 50.0
    /// Strokes of a pen across a line are this much taller than its words.
    private static let stroke = 2.5
    /// What bullets are read as.
    private static let bullets: Set<String> = [".", "°", "¢", "»", "«", "*", "+", "e", "•", "·"]

    /// A line's words without specks and strokes, its bullet and its quotation marks put right.
    static func cleaned(_ words: ArraySlice<OCRWord>) -> [OCRWord] {
        var words = Array(words)
        let height = usualHeight(words)
        if let first = words.first, words.count > 2, bullets.contains(first.text),
            words[1].box.left - first.box.right > 0.7 * height, first.box.width < 0.8 * height
        {
            words[0].text = "•"
            words[0].confidence = max(first.confidence, words[1].confidence)
        }
        let isAlone = words.count == 1
        words.removeAll { $0.isSpeck || !isAlone && $0.isStroke(beside: height) }
        for index in words.indices { words[index].dropFalseQuote(before: words[(index + 1)...]) }
        return words
    }

    /// The height of the middle one, points; the lower of two, for strokes are high.
    static func usualHeight(_ words: [OCRWord]) -> Double {
        words.isEmpty ? 0 : words.map(\.box.height).sorted()[(words.count - 1) / 2]
    }

    private var isSpeck: Bool {
        text.isEmpty || confidence < Self.speck && !text.contains { $0.isLetter || $0.isNumber || $0 == "•" }
    }

    private func isStroke(beside height: Double) -> Bool {
        box.height > Self.stroke * height && text.unicodeScalars.count <= 4
    }

    /// The corner of a capital is read as a quotation mark before it, which nothing closes.
    private mutating func dropFalseQuote(before rest: ArraySlice<OCRWord>) {
        guard text.hasPrefix("‘"), text.dropFirst().first?.isUppercase == true,
            !text.dropFirst().contains("’"),
            !rest.contains(where: {
                $0.text.hasSuffix("’") || $0.text.contains("’,") || $0.text.contains("’.")
            })
        else { return }
        text.removeFirst()
    }
}
