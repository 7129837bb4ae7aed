import Markup

/// The words of a stretch of a page, as a reader sees them: blocks and line breaks apart, white space collapsed.
struct PageWords {
    let document: HTMLDocument

    /// Elements that stand in the line: the words around them are one text.
    static let inline: HTMLTagSet = [
        .a, .abbr, .acronym, .b, .strong, .i, .em, .u, .s, .strike, .del, .ins, .sub, .sup, .small, .big,
        .font,
        .span, .cite, .mark, .time, .tt, .var, .wbr, .bdo, .bdi, .nobr, .dfn, .data, .q, .label,
    ]

    /// - Parameters:
    ///   - omitted: the element that is left out, with all that it holds.
    ///   - limit: bytes at most.
    func words(_ range: Range<Int>, omitting omitted: (Int) -> Bool = { _ in false }, limit: Int = 4_000)
        -> String
    {
        segments(range, omitting: omitted, limit: limit).joined(separator: " ")
    }

    /// The same, cut where a block begins or ends or a line breaks; none is empty.
    func segments(
        _ range: Range<Int>, omitting omitted: (Int) -> Bool = { _ in false }, limit: Int = 4_000
    ) -> [String] {
        var segments: [String] = []
        var line: [UInt8] = []
        var total = 0
        func close() {
            let text = Self.collapsed(line)
            if !text.isEmpty { segments.append(text) }
            line = []
        }
        var index = range.lowerBound
        var ends: [Int] = []
        while index < range.upperBound, total < limit {
            while let end = ends.last, end <= index {
                close()
                ends.removeLast()
            }
            let node = document.nodes[index]
            if node.tag == .text {
                let bytes = document.bytes[document.text(of: node)]
                line.append(contentsOf: bytes.prefix(limit))
                total += bytes.count
            } else if omitted(index) {
                if !Self.inline.contains(node.tag) { close() } else { line.append(0x20) }
                index = max(index + 1, document.after(index))
                continue
            } else if node.tag == .br {
                close()
            } else if !Self.inline.contains(node.tag), node.tag != .unknown {
                close()
                ends.append(document.after(index))
            }
            index += 1
        }
        close()
        return segments
    }

    /// White space of every kind to single spaces.
    static func collapsed(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    /// At most so many characters, cut at a word where that is near.
    func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let cut = prefix(limit)
        guard let space = cut.lastIndex(of: " "), cut.distance(from: space, to: cut.endIndex) < limit / 3
        else {
            return String(cut)
        }
        return String(cut[..<space])
    }
}
