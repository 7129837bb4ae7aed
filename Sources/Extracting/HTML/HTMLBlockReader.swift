import Correspondence
import Markup

/// Reads an element's text as blocks, in one walk without recursion.
struct HTMLBlockReader {
    private let page: HTMLPage
    private var writer = HTMLLineWriter()
    private var open: [Frame] = []
    private var lists: [ListState] = []
    private var preformatted = 0
    private var rows = 0
    private var quotes = 0
    private var footnotes = 0
    private var headings: [Int] = []

    private struct Frame {
        var end: Int
        var node: Int
        var tag: HTMLTag
        var wasDataRow = false
        var wasFootnote = false
    }

    private struct ListState {
        var node: Int
        var next: Int?
    }

    private init(_ page: HTMLPage) { self.page = page }

    /// The blocks of an element and all that it holds, without what is dropped.
    static func blocks(of root: Int, in page: HTMLPage) -> [HTMLBlock] {
        blocks(of: [root], in: page)
    }

    /// The blocks of several elements, one after the other.
    static func blocks(of roots: [Int], in page: HTMLPage) -> [HTMLBlock] {
        var reader = HTMLBlockReader(page)
        for root in roots { reader.read(root) }
        return reader.writer.blocks
    }

    private mutating func read(_ root: Int) {
        var index = root
        let end = page.document.after(root)
        while index < end {
            close(before: index)
            if page.dropped[index] {
                index = page.document.after(index)
                continue
            }
            enter(index)
            index += 1
        }
        close(before: .max)
        writer.endBlock()
    }

    private mutating func close(before index: Int) {
        while let frame = open.last, frame.end <= index {
            open.removeLast()
            leave(frame)
        }
    }

    private mutating func enter(_ node: Int) {
        let tag = page.tag(node)
        if tag == .text {
            writer.write(page.document.bytes[page.document.text(node)], node: holder)
            return
        }
        var frame = Frame(end: page.document.after(node), node: node, tag: tag)
        switch tag {
        case .br: rows > 0 ? writer.space() : writer.breakLine()
        case .hr: if rows == 0 { writer.endBlock() }
        case .b, .strong: writer.bold += 1
        case .i, .em, .cite: writer.italic += 1
        case .a: writer.link += 1
        case .td, .th:
            if rows > 0 { divide(node) } else { startBlock() }
        case .tr where isDataRow(node):
            startBlock()
            rows += 1
            frame.wasDataRow = true
            writer.kind = .tableRow
            writer.list = open.last(where: { $0.tag == .table })?.node ?? -1
        case _ where HTMLBlockReader.blockTags.contains(tag):
            rows > 0 ? writer.space() : startBlock()
            begin(tag, node, &frame)
        default: break
        }
        open.append(frame)
        if rows == 0, HTMLBlockReader.blockTags.contains(tag) { settle() }
    }

    private mutating func begin(_ tag: HTMLTag, _ node: Int, _ frame: inout Frame) {
        if page.hints[node].contains(.footnote) {
            footnotes += 1
            frame.wasFootnote = true
        }
        switch tag {
        case .ul, .ol, .menu, .dir, .dl:
            let start = page.document.string(.start, of: node).flatMap { Int($0) } ?? 1
            lists.append(ListState(node: node, next: tag == .ol ? start : nil))
        case .li, .dt: if rows == 0 { mark() }
        case .pre: preformatted += 1
        case .h1, .h2, .h3, .h4, .h5, .h6: headings.append(tag.headingLevel ?? 6)
        case .blockquote: quotes += 1
        default: break
        }
    }

    private mutating func leave(_ frame: Frame) {
        switch frame.tag {
        case .b, .strong: writer.bold -= 1
        case .i, .em, .cite: writer.italic -= 1
        case .a:
            writer.link -= 1
            writer.countLink()
        case .ul, .ol, .menu, .dir, .dl: lists.removeLast()
        case .pre: preformatted -= 1
        case .h1, .h2, .h3, .h4, .h5, .h6: headings.removeLast()
        case .blockquote: quotes -= 1
        default: break
        }
        if frame.wasFootnote { footnotes -= 1 }
        if frame.wasDataRow {
            rows -= 1
            writer.endBlock()
            settle()
        } else if HTMLBlockReader.blockTags.contains(frame.tag) || frame.tag == .td || frame.tag == .th {
            rows > 0 ? writer.space() : writer.endBlock()
            if frame.tag == .li || frame.tag == .dt { writer.pendingMark = nil }
            if rows == 0 { settle() }
        }
    }

    private mutating func startBlock() {
        writer.endBlock()
        settle()
    }

    /// Sets what the text that follows is part of, from the elements now open.
    private mutating func settle() {
        writer.isPreformatted = preformatted > 0
        writer.list = lists.first?.node ?? -1
        guard rows == 0 else { return }
        writer.level = headings.last
        if !headings.isEmpty {
            writer.kind = .heading
        } else if preformatted > 0 {
            writer.kind = .preformatted
        } else if footnotes > 0 {
            writer.kind = .footnote
        } else if quotes > 0 {
            writer.kind = .quote
        } else {
            writer.kind = lists.isEmpty ? .paragraph : .listItem
        }
    }

    private mutating func mark() {
        guard !lists.isEmpty else { return writer.pendingMark = "- " }
        let last = lists.count - 1
        if let number = lists[last].next {
            writer.pendingMark = "\(number). "
            lists[last].next = number + 1
        } else {
            writer.pendingMark = "- "
        }
    }

    private mutating func divide(_ cell: Int) {
        if !writer.isLineEmpty { writer.divideCells() }
    }

    /// The innermost element that is open and not inline.
    private var holder: Int {
        open.last(where: { HTMLBlockReader.blockTags.contains($0.tag) || $0.tag == .td || $0.tag == .th })?
            .node
            ?? 0
    }

    /// Whether a row's cells are values that belong on one line, not a page's layout.
    private func isDataRow(_ row: Int) -> Bool {
        guard rows == 0 else { return false }
        var cells = 0
        for index in page.document.inside(row) {
            switch page.tag(index) {
            case .td, .th: cells += 1
            case .table, .ul, .ol, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .form, .section, .article:
                return false
            default: break
            }
        }
        guard cells > 1 else { return false }
        return !holdsProse(row)
    }

    /// A cell with two paragraphs or several line breaks is a column of a layout.
    private func holdsProse(_ row: Int) -> Bool {
        var child = row + 1
        while child < page.document.after(row) {
            if page.tag(child) == .td {
                var breaks = 0
                for index in page.document.inside(child) {
                    let tag = page.tag(index)
                    if tag == .p || tag == .br || tag == .div { breaks += 1 }
                }
                if breaks > 2 || page.sizes[child] > 600 { return true }
            }
            child = page.document.after(child)
        }
        return false
    }

    static let blockTags: HTMLTagSet = [
        .html, .body, .header, .footer, .nav, .aside, .main, .article, .section, .div, .center, .form,
        .fieldset, .p, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .address, .blockquote, .pre, .ul, .ol, .li, .dl,
        .dt, .dd, .menu, .dir, .table, .caption, .thead, .tbody, .tfoot, .tr, .figure, .figcaption, .details,
        .summary, .legend,
    ]
}
