import Correspondence

/// Makes printed lines of a page's glyphs: one for each run of glyphs between poppler's line breaks.
struct LineReader {
    /// A space is missing where the gap between two boxes exceeds this share of their height. At 0.15 the
    /// text is level with `pdftotext`'s: smaller splits kerned words, larger glues the cells of a row.
    static let gapShare: Float = 0.15
    /// A note mark is set at most this share of its line's height.
    static let raisedHeight = 0.82

    let glyphs: [Glyph]
    let runs: [TypeRun]

    /// Pieces of one printed line that stand further apart than this, in ems, are cells.
    static let cellGap = 1.8

    func lines() -> [PrintedLine] {
        var lines: [PrintedLine] = []
        var start = 0
        var run = 0
        for index in 0...glyphs.count where index == glyphs.count || glyphs[index].scalar == "\n" {
            defer { start = index + 1 }
            guard let printed = trimmed(start..<index) else { continue }
            let shape = LineShape(glyphs[printed])
            for piece in shape.isTurned ? [printed] : pieces(of: printed, height: Float(shape.box.height)) {
                guard let line = line(piece, firstRun: &run) else { continue }
                lines.append(line)
            }
        }
        return lines
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        guard let first = range.first(where: { !Glyph.isSpace(glyphs[$0].scalar) }),
            let last = range.last(where: { !Glyph.isSpace(glyphs[$0].scalar) })
        else { return nil }
        return first..<(last + 1)
    }

    /// Cuts a line where its cells stand apart, and where it goes on at another height: poppler runs the last
    /// line of a column into the first of the next.
    private func pieces(of range: Range<Int>, height: Float) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var last = start
        for index in range where !Glyph.isSpace(glyphs[index].scalar) {
            if glyphs[index].left - glyphs[last].right > Float(Self.cellGap) * height
                || isApart(glyphs[index], glyphs[last])
            {
                pieces.append(start..<(last + 1))
                start = index
            }
            last = index
        }
        pieces.append(start..<range.upperBound)
        return pieces
    }

    /// Whether nothing of one glyph is on the height of the other, nor close to it as a raised mark is.
    private func isApart(_ a: Glyph, _ b: Glyph) -> Bool {
        max(a.top - b.bottom, b.top - a.bottom) > 0.5 * max(a.bottom - a.top, b.bottom - b.top)
    }

    private func line(_ printed: Range<Int>, firstRun: inout Int) -> PrintedLine? {
        let shape = LineShape(glyphs[printed])
        let text = text(printed, shape: shape)
        guard !text.isEmpty else { return nil }
        var line = PrintedLine(text: text, box: shape.box, size: Double(shape.height))
        line.glyphHeight = Double(shape.height)
        line.isTurned = shape.isTurned
        line.isNoteMark = printed.count <= 3 && printed.allSatisfy { isNoteMark(glyphs[$0].scalar) }
        line.beginsRaised = isRaised(glyphs[printed.lowerBound], shape)
        applyType(to: &line, printed, firstRun: &firstRun)
        return line
    }

    private func text(_ range: Range<Int>, shape: LineShape) -> String {
        if !shape.isTurned, let spaced = LetterSpacing(glyphs[range]) { return spaced.text }
        var cleaner = ScalarCleaner()
        var previous: Glyph?
        for index in range {
            let glyph = glyphs[index]
            if let previous, !shape.isTurned, needsSpace(between: previous, glyph, shape) { cleaner.space() }
            if glyph.scalar == "\u{AD}" {
                cleaner.softHyphen(isPrinted: index + 1 == range.upperBound || glyph.right - glyph.left > 1)
            } else {
                cleaner.append(glyph.scalar)
            }
            if !Glyph.isSpace(glyph.scalar) { previous = glyph }
        }
        return cleaner.text()
    }

    private func needsSpace(between a: Glyph, _ b: Glyph, _ shape: LineShape) -> Bool {
        if b.left - a.right > Self.gapShare * max(a.bottom - a.top, b.bottom - b.top) { return true }
        let (isRaisedA, isRaisedB) = (isRaised(a, shape), isRaised(b, shape))
        guard isRaisedA != isRaisedB else { return false }
        return isRaisedB ? isNoteMark(b.scalar) : isNoteMark(a.scalar) && b.scalar.properties.isAlphanumeric
    }

    private func isNoteMark(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "*" || scalar == "†" || scalar == "‡"
    }

    private func isRaised(_ glyph: Glyph, _ shape: LineShape) -> Bool {
        let height = glyph.bottom - glyph.top
        return height < Float(Self.raisedHeight) * shape.height && height > 0
            && glyph.bottom < shape.baseline - 0.12 * shape.height
    }

    /// Size, weight and slant from the runs that cover the line.
    private func applyType(to line: inout PrintedLine, _ range: Range<Int>, firstRun: inout Int) {
        while firstRun < runs.count, runs[firstRun].glyphs.upperBound <= range.lowerBound { firstRun += 1 }
        var bold = 0
        var italic = 0
        var covered = 0
        var sizes: [Float: Int] = [:]
        var run = firstRun
        while run < runs.count, runs[run].glyphs.lowerBound < range.upperBound {
            let length = runs[run].glyphs.clamped(to: range).count
            covered += length
            if runs[run].isBold { bold += length }
            if runs[run].isItalic { italic += length }
            sizes[runs[run].size, default: 0] += length
            run += 1
        }
        guard covered > 0 else { return }
        line.isBold = bold * 2 > covered
        line.isItalic = italic * 2 > covered
        let usual = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }
        if let usual, usual.key > 0 {
            line.size = Double(usual.key)
            line.knowsType = true
        }
    }
}

extension TypeRun {
    /// PostScript names carry the weight: `Arial-BoldMT`, `Helvetica-Black`, `TimesNewRoman,Bold`.
    var isBold: Bool {
        ["bold", "black", "heavy", "demi"].contains { font.lowercased().contains($0) }
    }

    var isItalic: Bool {
        ["italic", "oblique"].contains { font.lowercased().contains($0) }
    }
}

extension Glyph {
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\t"
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
