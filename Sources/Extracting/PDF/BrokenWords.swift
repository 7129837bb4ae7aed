import Correspondence

/// Mends words that are broken over two lines: the whole word moves to the first of them.
enum BrokenWords {
    static func mended(_ lines: [PrintedLine], by rule: HyphenRule) -> [PrintedLine] {
        var mended = lines
        for index in lines.indices.dropLast() {
            let next = index + 1
            guard mended[index].block == mended[next].block, mended[index].kind != .tableRow else { continue }
            (mended[index].text, mended[next].text) = mend(mended[index].text, mended[next].text, by: rule)
        }
        return mended.filter { !$0.text.isEmpty }
    }

    private static func mend(_ first: String, _ second: String, by rule: HyphenRule) -> (String, String) {
        let head = lastWord(first)
        guard let hyphen = head.unicodeScalars.last, HyphenRule.hyphens.contains(hyphen) else {
            return (first, second)
        }
        let tail = firstWord(second)
        let stem = String(head.dropLast())
        let rest = String(second.dropFirst(tail.count).drop { $0 == " " })
        return switch rule.verdict(on: stem, tail) {
        case .leave: (first, second)
        case .keepHyphen: (first + tail, rest)
        case .join: (String(first.dropLast()) + tail, rest)
        }
    }

    private static func lastWord(_ text: String) -> Substring {
        guard let space = text.lastIndex(of: " ") else { return text[...] }
        return text[text.index(after: space)...]
    }

    private static func firstWord(_ text: String) -> Substring {
        text.prefix { $0 != " " }
    }
}
