import Correspondence

extension ExtractedText {
    /// Bytes of UTF-8 that a line counts for at least: what is kept of each line besides its words is as large.
    private static let leastLine = 40
    /// Bytes of a title, a name or an address that a document gives itself. A longer one is none.
    private static let longestField = 4_096
    /// Bytes of all links, all names of attached files, all keywords.
    private static let longestList = 1 << 20
    private static let mostFindings = 1_000

    /// The same with no more text than the settings allow, and with fields of a length that fields have: so nobody who
    /// handles it later can be made to hold more than that. What is left out is left out at the end, with a finding.
    ///
    /// - Parameter settings: `textBytes` counts.
    public func bounded(by settings: ExtractionSettings) -> ExtractedText {
        var bounded = self
        bounded.findings = Array(findings.prefix(Self.mostFindings))
        bounded.boundFields()
        bounded.boundPages(settings.textBytes)
        return bounded
    }

    private mutating func boundPages(_ limit: Int) {
        var left = limit
        for index in pages.indices {
            let cost = Self.cost(pages[index], layout(index))
            guard cost > left else {
                left -= cost
                continue
            }
            let whole = pages.reduce(0) { $0 + $1.text.utf8.count }
            cut(page: index, to: left)
            pages.removeSubrange((index + 1)...)
            layouts.removeSubrange(min(index + 1, layouts.count)...)
            let kept = pages.reduce(0) { $0 + $1.text.utf8.count }
            findings.append(
                Finding(
                    .warning, stage: "extract", code: "text-limit", page: pages[index].number,
                    message: """
                        Only the first \(kept) of \(whole) bytes of its text were kept; \
                        raise text-limit in letterbook.yaml to keep more.
                        """))
            return
        }
    }

    private func layout(_ index: Int) -> PageLayout? {
        layouts.indices.contains(index) ? layouts[index] : nil
    }

    private static func cost(_ page: Page, _ layout: PageLayout?) -> Int {
        let lines = (layout?.lines.count ?? 0) + (layout?.marginLines.count ?? 0)
        return max(page.text.utf8.count + (page.margin?.utf8.count ?? 0), lines * leastLine)
    }

    /// Keeps the beginning of a page: whole lines where one fits, else a part of the first.
    private mutating func cut(page index: Int, to limit: Int) {
        pages[index].margin = nil
        let lines = layout(index)?.lines ?? []
        let mostLines = limit / Self.leastLine
        let lastScalar = lines.count > mostLines ? lines[mostLines].start : nil
        pages[index].text = Self.beginning(of: pages[index].text, bytes: limit, scalars: lastScalar)
        guard layouts.indices.contains(index) else { return }
        let end = pages[index].text.unicodeScalars.count
        layouts[index].marginLines = []
        layouts[index].lines = lines.prefix { $0.start < end }.map { line in
            var line = line
            line.end = min(line.end, end)
            return line
        }
    }

    /// The beginning of a text up to the last line break before both limits, or the last space; without white space at
    /// its end.
    private static func beginning(of text: String, bytes: Int, scalars: Int?) -> String {
        let utf8 = text.utf8
        var end = utf8.index(utf8.startIndex, offsetBy: bytes, limitedBy: utf8.endIndex) ?? utf8.endIndex
        if let scalars {
            let all = text.unicodeScalars
            end = min(end, all.index(all.startIndex, offsetBy: scalars, limitedBy: all.endIndex) ?? end)
        }
        let head = utf8[..<end]
        let tail = head.suffix(4_096)
        let isCut = end < utf8.endIndex
        let stop = isCut ? tail.lastIndex(of: 0x0A) ?? tail.lastIndex(of: 0x20) ?? scalarStart(head) : end
        let kept = head[..<stop].reversed().drop { $0 == 0x0A || $0 == 0x20 }
        return String(text[..<kept.startIndex.base])
    }

    /// Where the last Unicode scalar begins.
    private static func scalarStart(_ bytes: Substring.UTF8View) -> String.Index {
        bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.startIndex
    }

    private mutating func boundFields() {
        let fields: [WritableKeyPath<DocumentMetadata, String?>] = [
            \.title, \.author, \.siteName, \.canonicalURL, \.description, \.published, \.modified, \.created,
            \.producer, \.creator,
        ]
        for field in fields where (document[keyPath: field]?.utf8.count ?? 0) > Self.longestField {
            document[keyPath: field] = nil
        }
        if (language?.utf8.count ?? 0) > Self.longestField { language = nil }
        let lists: [WritableKeyPath<DocumentMetadata, [String]?>] = [\.keywords, \.links, \.attachments]
        for list in lists { document[keyPath: list] = document[keyPath: list].map(Self.bounded) }
    }

    private static func bounded(_ list: [String]) -> [String] {
        var left = longestList
        return list.filter { $0.utf8.count <= longestField }.prefix {
            left -= $0.utf8.count + leastLine
            return left >= 0
        }
    }
}
