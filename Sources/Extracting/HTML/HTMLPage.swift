import Markup

/// A parsed page with what its names say and how much text each element holds.
struct HTMLPage: Sendable {
    let document: HTMLDocument
    /// One for each node.
    private(set) var hints: [HTMLHints]
    /// Elements that are left out with all that they hold.
    var dropped: [Bool]
    /// Bytes of text inside each node, white space apart; those of an element without what is dropped.
    private(set) var sizes: [Int32] = []
    /// The part of `sizes` that stands in links.
    private(set) var linkSizes: [Int32] = []

    init(_ document: HTMLDocument) {
        self.document = document
        var reader = HTMLHintReader()
        // Inside code the names are those of its syntax: `comment`, `tag`, `meta`.
        var endOfCode = 0
        hints = document.nodes.indices.map { index in
            let tag = document.nodes[index].tag
            guard tag != .text, index >= endOfCode else { return [] }
            if tag == .pre || tag == .code { endOfCode = document.after(index) }
            return reader.hints(of: index, in: document)
        }
        sizes = document.nodes.map { node in
            node.tag == .text ? HTMLPage.inkedBytes(document, node) : 0
        }
        dropped = document.nodes.map { HTMLPage.neverText.contains($0.tag) }
        measure()
    }

    /// Counts text anew, after something was dropped.
    mutating func measure() {
        let count = document.nodes.count
        for index in 0..<count where tag(index) != .text { sizes[index] = 0 }
        linkSizes = [Int32](repeating: 0, count: count)
        for index in stride(from: count - 1, through: 0, by: -1) where !dropped[index] {
            let node = document.nodes[index]
            if node.tag == .a { linkSizes[index] = sizes[index] }
            guard node.parent >= 0 else { continue }
            let parent = Int(node.parent)
            sizes[parent] += sizes[index]
            linkSizes[parent] += linkSizes[index]
        }
    }

    /// The part of each node's own text that stands in paragraphs.
    func paragraphSizes() -> [Int32] {
        var found = [Int32](repeating: 0, count: document.nodes.count)
        for index in document.nodes.indices.reversed() where !dropped[index] {
            let node = document.nodes[index]
            if node.tag == .p { found[index] = sizes[index] - linkSizes[index] }
            if node.parent >= 0 { found[Int(node.parent)] += found[index] }
        }
        return found
    }

    /// The page as it stands where scripts do not run; nil where that makes no difference.
    func withNoscript() -> HTMLPage? {
        var page = self
        var isOther = false
        for index in document.nodes.indices where tag(index) == .noscript {
            page.dropped[index] = false
            isOther = true
        }
        guard isOther else { return nil }
        page.measure()
        return page
    }

    func tag(_ node: Int) -> HTMLTag { document.nodes[node].tag }

    /// Bytes of an element's text outside links.
    func ownText(_ node: Int) -> Int { Int(sizes[node] - linkSizes[node]) }

    /// Share of an element's text that stands in links, 0 to 1.
    func linkDensity(_ node: Int) -> Double {
        sizes[node] == 0 ? 0 : Double(linkSizes[node]) / Double(sizes[node])
    }

    /// The nodes inside an element that are not dropped, in order.
    func visible(in range: Range<Int>, _ visit: (Int) -> Void) {
        var index = range.lowerBound
        while index < range.upperBound {
            if dropped[index] {
                index = document.after(index)
            } else {
                visit(index)
                index += 1
            }
        }
    }

    /// Whether a reader of the page sees anything among these nodes: text, dropped or not, a picture, or
    /// what a script puts into an element of theirs that is named as furniture.
    func hasContent(in range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if (tag(index) == .text && sizes[index] > 0) || HTMLPage.pictures.contains(tag(index)) {
                return true
            }
            let isWhole = document.after(index) <= range.upperBound
            if isWhole, !hints[index].isDisjoint(with: .discarded) { return true }
            index = HTMLPage.neverText.contains(tag(index)) ? document.after(index) : index + 1
        }
        return false
    }

    private static let pictures: HTMLTagSet = [.img, .iframe, .video, .audio, .object, .embed, .canvas]

    private static func inkedBytes(_ document: HTMLDocument, _ node: HTMLDocument.Node) -> Int32 {
        document.bytes.withUnsafeBufferPointer { bytes in
            var count: Int32 = 0
            for byte in bytes[document.text(of: node)] where byte > 0x20 { count += 1 }
            return count
        }
    }

    /// Elements whose content is never running text.
    static let neverText: HTMLTagSet = [
        .head, .title, .meta, .link, .style, .script, .noscript, .template, .iframe, .frame, .frameset,
        .object, .embed, .applet, .param, .svg, .math, .video, .audio, .canvas, .map, .area, .button, .select,
        .option, .optgroup, .textarea, .datalist, .input, .progress, .meter, .rp, .rt, .rtc, .dialog,
        .marquee,
    ]
}

extension HTMLPage {
    /// All text inside an element, with a space where a block inside it begins, without what is dropped; of very
    /// long ones the beginning and the end.
    ///
    /// - Parameter most: bytes of either, white space apart.
    func spacedText(_ node: Int, most: Int = 500_000) -> String {
        var bytes: [UInt8] = []
        var count = 0
        let total = Int(sizes[node])
        visible(in: node..<document.after(node)) { index in
            let text = document.text(index)
            guard !text.isEmpty else {
                if HTMLBlockReader.blockTags.contains(tag(index)) || tag(index) == .br, bytes.last != 0x20 {
                    bytes.append(0x20)
                }
                return
            }
            count += Int(sizes[index])
            guard count <= most || count > total - most else { return }
            bytes.append(contentsOf: document.bytes[text].prefix(2 * most))
        }
        return HTMLText.collapsed(bytes)
    }
}
