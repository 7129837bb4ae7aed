import Correspondence
import Markup

/// What all of a document's parts are read with: styles, and the counters that run through them.
struct WordContext {
    let styles: WordStyles
    var numbering: WordNumbering
    var notes = 0
    var endnotes = 0
    var hasTrackedChanges = false
    var links: [String] = []
}

/// Reads one part that holds text (the body, a header, the footnotes) into blocks.
struct WordStory {
    let document: XMLDocument
    let relationships: [String: WordPackage.Relationship]
    var context: WordContext
    var writer: WordLineWriter
    /// Where each section ends: its properties, and the number of pages until then.
    private(set) var sections: [(properties: Int, pages: Int)] = []

    init(
        _ document: XMLDocument, relationships: [String: WordPackage.Relationship],
        context: WordContext,
        isPaged: Bool = false
    ) {
        self.document = document
        self.relationships = relationships
        self.context = context
        writer = WordLineWriter(isPaged: isPaged)
    }

    /// Reads paragraphs and tables inside an element.
    mutating func read(_ container: Int) {
        for node in document.children(container) {
            switch document.name(node) {
            case "p": readParagraph(node)
            case "tbl": readTable(node)
            case "AlternateContent": readAlternative(node)
            case "del", "moveFrom": context.hasTrackedChanges = true
            case "sectPr": endSection(node, isLast: true)
            case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "Choice", "Fallback":
                read(node)
            default: break
            }
        }
    }

    /// One of several forms of the same content: the first is the newest.
    private mutating func readAlternative(_ node: Int) {
        if let form = document.child("Choice", of: node) ?? document.child("Fallback", of: node) {
            read(form)
        }
    }

    private mutating func endSection(_ properties: Int, isLast: Bool = false) {
        sections.append((properties, writer.pages.count))
        writer.endBlock()
        let kind = WordStyles.value(document.child("type", of: properties), in: document)
        if kind != "continuous", !isLast { writer.breakPage() }
    }

    private mutating func readParagraph(_ node: Int) {
        let properties = document.child("pPr", of: node)
        let style = context.styles[
            WordStyles.value(properties.flatMap { document.child("pStyle", of: $0) }, in: document)]
        if let properties, WordStyles.isOn("pageBreakBefore", in: properties, of: document) == true {
            writer.breakPage()
        }
        for box in textBoxes(in: node) { read(box) }
        begin(style, properties: properties, isEmpty: !hasText(node))
        var run = WordRun(isBold: style.isBold ?? false, isItalic: style.isItalic ?? false)
        readInline(node, run: &run)
        writer.endBlock()
        if let section = properties.flatMap({ document.child("sectPr", of: $0) }) {
            endSection(section)
        }
    }

    private mutating func begin(_ style: WordStyles.Style, properties: Int?, isEmpty: Bool) {
        let own = properties.flatMap { WordStyles.level(of: $0, in: document) }
        let level = own ?? style.level
        var place = properties.flatMap { WordNumbering.place(in: $0, of: document) } ?? style.numbering
        if place?.list == nil { place?.list = style.numbering?.list }
        let mark = isEmpty ? nil : place.flatMap { context.numbering.mark($0) }
        if let level { return writer.begin(.heading, level: level, mark: mark ?? "") }
        if let mark { return writer.begin(.listItem, list: place?.list, mark: mark) }
        writer.begin(style.name.hasSuffix("quote") ? .quote : .paragraph)
    }

    private func hasText(_ node: Int) -> Bool {
        (node..<document.after(node)).contains { document.name($0) == "t" }
    }

    /// The contents of the text boxes that are anchored in a paragraph, not those inside one another.
    private func textBoxes(in node: Int) -> [Int] {
        var boxes: [Int] = []
        var index = node + 1
        while index < document.after(node) {
            switch document.name(index) {
            case "txbxContent":
                boxes.append(index)
                index = document.after(index)
            case "Fallback": index = document.after(index)
            default: index += 1
            }
        }
        return boxes
    }
}

/// How a stretch of text is set, and whether it is a field's instruction.
struct WordRun {
    var isBold: Bool
    var isItalic: Bool
    /// Fields that are open and still tell what they compute; their result follows.
    var instructions: [Bool] = []
}
