import Correspondence

/// The lines of a page in tesseract's table of words.
struct OCRTable {
    /// Lines below this mean confidence are pictures and signatures taken for text.
    private static let scrawl = 35.0

    private(set) var lines: [PrintedLine] = []
    /// The mean confidence of the kept words, weighed by their letters, 0 to 1.
    private(set) var confidence = 0.0
    /// The page in points, as it is turned for reading.
    private(set) var width: Double
    private(set) var height: Double

    /// How the sheet lay on the scanner.
    private(set) var turn = PageTurn.none

    /// - Parameters:
    ///   - width: of the page in points.
    ///   - height: of the page in points.
    init(_ table: String, width: Double, height: Double) {
        (self.width, self.height) = (width, height)
        var words: [OCRWord] = []
        var scale = 72.0 / 300
        for row in table.split(separator: "\n") {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 12, let box = Self.box(fields, scale: scale) else { continue }
            if fields[0] == "1" {
                scale *= max(width, height) / max(1, max(box.width, box.height))
                guard let page = Self.box(fields, scale: scale) else { continue }
                (self.width, self.height) = (page.width, page.height)
            } else if fields[0] == "5", let confidence = Double(fields[10]) {
                words.append(
                    OCRWord(
                        line: Array(fields[2...4]), text: Self.clean(fields[11]), box: box,
                        confidence: confidence))
            }
        }
        turn = Self.turn(of: words)
        if turn == .left || turn == .right { (self.width, self.height) = (self.height, self.width) }
        for index in words.indices {
            words[index].box = turn.upright(words[index].box, width: self.width, height: self.height)
        }
        gather(words)
    }

    /// Tesseract reads a page however it lies, but says where the words stand as it lies: in a line, each word
    /// stands beside, above or below the one before.
    private static func turn(of words: [OCRWord]) -> PageTurn {
        var votes: [PageTurn: Int] = [:]
        for (word, next) in zip(words, words.dropFirst()) where word.line == next.line {
            let across = next.box.left + next.box.right - word.box.left - word.box.right
            let down = next.box.top + next.box.bottom - word.box.top - word.box.bottom
            let turn: PageTurn =
                abs(across) > abs(down) ? across > 0 ? .none : .over : down > 0 ? .right : .left
            votes[turn, default: 0] += 1
        }
        return PageTurn.allCases.max { votes[$0] ?? 0 < votes[$1] ?? 0 } ?? .none
    }

    private static func box(_ fields: [Substring], scale: Double) -> Box? {
        guard let left = Double(fields[6]), let top = Double(fields[7]), let width = Double(fields[8]),
            let height = Double(fields[9])
        else { return nil }
        return Box(
            left: left * scale, top: top * scale, right: (left + width) * scale,
            bottom: (top + height) * scale)
    }

    private static func clean(_ text: Substring) -> String {
        var cleaner = ScalarCleaner()
        for scalar in text.unicodeScalars { cleaner.append(scalar) }
        return cleaner.text()
    }

    private mutating func gather(_ words: [OCRWord]) {
        var sum = 0.0
        var letters = 0.0
        var start = 0
        while start < words.count {
            let end = words[start...].firstIndex { $0.line != words[start].line } ?? words.count
            defer { start = end }
            let kept = OCRWord.cleaned(words[start..<end])
            let length = kept.reduce(0) { $0 + Double($1.text.unicodeScalars.count) }
            let mean =
                kept.reduce(0) { $0 + $1.confidence * Double($1.text.unicodeScalars.count) } / max(1, length)
            guard !kept.isEmpty, mean >= Self.scrawl else { continue }
            lines += Self.pieces(kept)
            sum += mean * length
            letters += length
        }
        confidence = letters > 0 ? min(1, sum / letters / 100) : 0
        evenSizes()
    }

    /// The height of a line's words depends on its letters; only type of a clearly different size is told apart.
    private mutating func evenSizes() {
        let body = PageMeasures.bodySize(lines)
        for index in lines.indices {
            if (0.65...1.4).contains(lines[index].size / body) { lines[index].size = body }
            lines[index].box = Self.fullBox(of: lines[index])
        }
    }

    /// Tesseract's boxes end with the ink. Other stages measure steps and gaps from boxes that have room for
    /// letters above and below the line, whether there are such letters or not.
    private static func fullBox(of line: PrintedLine) -> Box {
        var box = line.box
        let scalars = line.text.unicodeScalars
        if !scalars.contains(where: { "gjpqyQ,;()[]{}|/".unicodeScalars.contains($0) }) {
            box.bottom += 0.22 * line.size
        }
        if !scalars.contains(where: {
            $0.properties.isUppercase || "bdfhklt0123456789".unicodeScalars.contains($0)
        }) {
            box.top -= 0.22 * line.size
        }
        return box
    }

    /// One piece for each run of words without a wide gap.
    private static func pieces(_ words: [OCRWord]) -> [PrintedLine] {
        let height = OCRWord.usualHeight(words)
        var pieces: [PrintedLine] = []
        for word in words {
            if let last = pieces.last, word.box.left - last.box.right < LineReader.cellGap * 1.3 * height {
                pieces[pieces.count - 1].text += " " + word.text
                pieces[pieces.count - 1].box = last.box.union(word.box)
            } else {
                // Letters without descenders are about three quarters of their type's size.
                pieces.append(
                    PrintedLine(text: word.text, box: word.box, size: (height * 1.3 * 2).rounded() / 2))
            }
        }
        return pieces
    }
}
