import Correspondence

/// Gathers a Word document's text into lines, blocks and pages.
struct WordLineWriter {
    private(set) var pages: [[HTMLBlock]] = [[]]
    /// Note marks met on each page, in order.
    fileprivate(set) var notes: [[WordNote]] = [[]]
    /// Whether a page break was met since this was last set to false. Inside a table's cells breaks are
    /// only noted: the row as a whole goes to the next page.
    var sawBreak = false
    let isPaged: Bool

    private var block: HTMLBlock?
    private var line = ""
    private var ink = (all: 0, bold: 0, italic: 0)
    private var list: String?

    init(isPaged: Bool = true) { self.isPaged = isPaged }

    mutating func begin(
        _ kind: TextLine.Block, level: Int? = nil, list: String? = nil, mark: String = ""
    ) {
        endBlock()
        var block = HTMLBlock(kind: kind, level: level, node: 0)
        block.isJoined = list != nil && list == self.list && pages.last?.isEmpty == false
        self.list = list
        self.block = block
        line = mark
    }

    mutating func write(_ text: String, isBold: Bool, isItalic: Bool) {
        if block == nil { block = HTMLBlock(kind: .paragraph, level: nil, node: 0) }
        line += text
        let count = text.utf8.count { $0 > 0x20 }
        ink.all += count
        if isBold { ink.bold += count }
        if isItalic { ink.italic += count }
    }

    mutating func note(_ note: WordNote) {
        write(note.mark, isBold: false, isItalic: false)
        notes[notes.count - 1].append(note)
    }

    mutating func breakLine() {
        defer {
            line = ""
            ink = (0, 0, 0)
        }
        guard ink.all > 0 else { return }
        var cleaner = ScalarCleaner()
        for scalar in line.unicodeScalars { cleaner.append(scalar) }
        let text = cleaner.text()
        guard !text.isEmpty else { return }
        block?.lines.append(
            HTMLBlock.Line(
                text: text, isBold: ink.bold * 10 >= ink.all * 9, isItalic: ink.italic * 10 >= ink.all * 9))
    }

    mutating func endBlock() {
        breakLine()
        if let block, !block.lines.isEmpty { add(block) }
        block = nil
    }

    mutating func add(_ block: HTMLBlock) { pages[pages.count - 1].append(block) }

    /// Begins a new page. Word marks one break in several ways, so a page without text is none.
    mutating func breakPage() {
        guard isPaged else {
            sawBreak = true
            return
        }
        let open = block
        endBlock()
        if let last = pages.last, !last.isEmpty {
            pages.append([])
            notes.append([])
        }
        if let open { block = HTMLBlock(kind: open.kind, level: open.level, node: 0) }
    }
}

/// A footnote or endnote that the text refers to.
struct WordNote: Hashable {
    var id: String
    var isEndnote: Bool
    /// As it stands in the text: `[3]`, so that it is not glued to a word as a digit would be.
    var mark: String
}

extension WordLineWriter {
    /// Takes over the notes of a writer for a part of this page.
    mutating func keepNotes(of inner: WordLineWriter) {
        notes[notes.count - 1] += inner.notes.joined()
    }
}
