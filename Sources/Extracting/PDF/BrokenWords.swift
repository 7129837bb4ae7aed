import Correspondence

/// Mends words that are broken over two lines: the whole word moves to the first of them.
enum BrokenWords {
    static func mended(_ lines: [PrintedLine], by rule: HyphenRule) -> [PrintedLine] {
        var mended = lines
        for index in lines.indices.dropLast() {
            let next = index + 1
            guard mended[index].block == mended[next].block, mended[index].kind != .tableRow,
                (mended[index].kind == .footnote) == (mended[next].kind == .footnote)
            else { continue }
            (mended[index].text, mended[next].text) = mend(mended[index].text, mended[next].text, by: rule)
        }
        return mended.filter { !$0.text.isEmpty }
    }

    /// The pages with words mended that a page's end breaks; notes may stand below the first half.
    static func mendedAcrossPages(_ drafts: [PageDraft], by rule: HyphenRule) -> [PageDraft] {
        var mended = drafts
        for page in drafts.indices.dropLast() where drafts[page + 1].number == drafts[page].number + 1 {
            guard let last = mended[page].lines.lastIndex(where: { $0.kind != .footnote }),
                let next = mended[page + 1].lines.first, next.text.first?.isLowercase == true,
                mended[page].lines[last].kind != .tableRow, next.kind != .footnote
            else { continue }
            let (first, second) = mend(mended[page].lines[last].text, next.text, by: rule)
            mended[page].lines[last].text = first
            mended[page + 1].lines[0].text = second
        }
        return mended
    }

    private static func mend(_ first: String, _ second: String, by rule: HyphenRule) -> (String, String) {
        let head = lastWord(first)
        guard let hyphen = head.unicodeScalars.last, HyphenRule.hyphens.contains(hyphen) else {
            return (first, second)
        }
        let tail = firstWord(second)
        let rest = String(second.dropFirst(tail.count).drop { $0 == " " })
        if head.count == 1 {
            // Justified type may set the hyphen apart: no dash where the document knows the whole word.
            let text = first.dropLast().drop(fromEndWhile: " ")
            guard rule.knows(String(lastWord(String(text))) + tail) else { return (first, second) }
            return (text + tail, rest)
        }
        return switch rule.verdict(on: String(head.dropLast()), tail) {
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

extension Substring {
    fileprivate func drop(fromEndWhile character: Character) -> String {
        var kept = self
        while kept.last == character { kept.removeLast() }
        return String(kept)
    }
}
