import Correspondence

/// Gathers text into the lines of one block after another, collapsing white space as a browser does.
struct HTMLLineWriter {
    private(set) var blocks: [HTMLBlock] = []
    private var current: HTMLBlock?
    private var line: [UInt8] = []
    private var lineSize = 0
    private var boldSize = 0
    private var italicSize = 0
    private var hasSpace = false
    private var emptyBreaks = 0

    /// What the text written next is part of.
    var kind: TextLine.Block = .paragraph
    var level: Int?
    var bold = 0
    var italic = 0
    var link = 0
    var isPreformatted = false
    var pendingMark: String?
    private var lastList = -1
    var list = -1

    var isLineEmpty: Bool { line.isEmpty }

    mutating func write(_ bytes: ArraySlice<UInt8>, node: Int) {
        for byte in bytes {
            if byte <= 0x20 {
                if isPreformatted, byte == 0x0A {
                    breakLine()
                } else if isPreformatted, byte == 0x20 || byte == 0x09 {
                    if current != nil || !line.isEmpty { line.append(0x20) }
                } else {
                    hasSpace = true
                }
                continue
            }
            if line.isEmpty { begin(node) } else if hasSpace, !isPreformatted { line.append(0x20) }
            hasSpace = false
            line.append(byte)
            lineSize += 1
            if bold > 0 { boldSize += 1 }
            if italic > 0 { italicSize += 1 }
            if link > 0 { current?.linkSize += 1 }
        }
    }

    mutating func countLink() { current?.links += 1 }

    /// A separator between two cells of one row.
    mutating func divideCells() {
        guard current != nil else { return }
        while line.last == 0x20 { line.removeLast() }
        line.append(contentsOf: " | ".utf8)
        hasSpace = false
    }

    mutating func space() { hasSpace = true }

    /// `<br>`; two in a row end the block.
    mutating func breakLine() {
        if line.isEmpty {
            emptyBreaks += 1
            if emptyBreaks >= 1, current != nil, !isPreformatted { endBlock() }
            return
        }
        endLine()
    }

    mutating func endBlock() {
        endLine()
        hasSpace = false
        emptyBreaks = 0
        if let block = current, !block.lines.isEmpty { blocks.append(block) }
        current = nil
    }

    private mutating func begin(_ node: Int) {
        emptyBreaks = 0
        guard current == nil else { return }
        var block = HTMLBlock(kind: kind, level: level, node: node)
        block.isJoined = list >= 0 && list == lastList && (kind == .listItem || kind == .tableRow)
        lastList = list
        current = block
        if let mark = pendingMark {
            line.append(contentsOf: mark.utf8)
            pendingMark = nil
        }
    }

    private mutating func endLine() {
        defer {
            line.removeAll(keepingCapacity: true)
            (lineSize, boldSize, italicSize) = (0, 0, 0)
            hasSpace = false
        }
        guard lineSize > 0, current != nil else { return }
        var bytes = line[...]
        let isRow = current?.kind == .tableRow
        while let last = bytes.last, last == 0x20 || (last == 0x7C && isRow) { bytes.removeLast() }
        let text = cleanText(bytes, keepsSpaces: isPreformatted)
        guard !text.isEmpty else { return }
        current?.size += lineSize
        current?.lines.append(
            HTMLBlock.Line(
                text: text, isBold: boldSize * 10 >= lineSize * 9, isItalic: italicSize * 10 >= lineSize * 9))
    }
}
