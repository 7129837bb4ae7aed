import Correspondence
import Markup

/// The headers and footers of a document, section by section.
struct WordHeaders {
    /// What is printed at the top and bottom of a section's pages; `nil` is inherited from the one before.
    struct Section {
        var header: [HTMLBlock]?
        var footer: [HTMLBlock]?
        /// What the section's first page has in their place, where it is set apart.
        var firstHeader: [HTMLBlock]?
        var firstFooter: [HTMLBlock]?
        /// The number of the document's pages when the section ends.
        var end: Int
    }

    private var sections: [Section] = []

    init(
        _ story: inout WordStory, in package: WordPackage
    ) throws(ExtractionError) {
        var last = Section(end: 0)
        for (properties, pages) in story.sections {
            var section = Section(header: last.header, footer: last.footer, end: pages)
            let document = story.document
            let isApart = WordStyles.isOn("titlePg", in: properties, of: document) == true
            for node in document.children(properties) {
                let kind = document.name(node)
                guard kind == "headerReference" || kind == "footerReference",
                    let id = document.attribute("id", of: node), let part = story.relationships[id]
                else { continue }
                let type = document.attribute("type", of: node) ?? "default"
                guard type == "default" || (type == "first" && isApart) else { continue }
                let blocks = try Self.blocks(of: part.target, in: package, context: &story.context)
                switch (kind, type) {
                case ("headerReference", "first"): section.firstHeader = blocks
                case ("headerReference", _): section.header = blocks
                case (_, "first"): section.firstFooter = blocks
                default: section.footer = blocks
                }
            }
            sections.append(section)
            last = section
        }
    }

    private static func blocks(
        of part: String, in package: WordPackage, context: inout WordContext
    ) throws(ExtractionError) -> [HTMLBlock] {
        guard let document = try package.document(part), !document.indices.isEmpty else { return [] }
        let relationships = try package.relationships(of: part)
        var story = WordStory(document, relationships: relationships, context: context)
        story.read(0)
        story.writer.endBlock()
        context = story.context
        return story.writer.pages.flatMap { $0 }
    }

    /// What is printed on the first page only: a letterhead, which is part of the letter's text.
    ///
    /// - Parameter isSinglePage: whether the document has no other pages on which its header could run.
    func letterhead(isSinglePage: Bool) -> [HTMLBlock] {
        guard let first = sections.first else { return [] }
        return first.firstHeader ?? (isSinglePage ? first.header ?? [] : [])
    }

    /// What runs at the top and bottom of a page, counted from 0.
    func margin(
        page: Int, isSinglePage: Bool
    ) -> (text: String?, lines: [MarginLine]) {
        var start = 0
        for section in sections {
            guard page < section.end || section.end == sections.last?.end else {
                start = section.end
                continue
            }
            let isFirst = page == start
            let isSetApart = isFirst && (section.firstHeader != nil || section.firstFooter != nil)
            let isLetterhead = page == 0 && (isSinglePage || section.firstHeader != nil)
            let header = isLetterhead ? [] : isSetApart ? section.firstHeader : section.header
            let footer = isSetApart ? section.firstFooter : section.footer
            return Self.margin(header: header ?? [], footer: footer ?? [])
        }
        return (nil, [])
    }

    private static func margin(
        header: [HTMLBlock], footer: [HTMLBlock]
    ) -> (text: String?, lines: [MarginLine]) {
        var text = ""
        var offset = 0
        var lines: [MarginLine] = []
        for (role, blocks) in [(MarginLine.Role.header, header), (.footer, footer)] {
            for line in blocks.flatMap(\.lines) {
                if !lines.isEmpty {
                    text += "\n"
                    offset += 1
                }
                let end = offset + line.text.unicodeScalars.count
                let isNumber = line.text.allSatisfy { $0.isNumber || $0 == " " || $0 == "-" }
                lines.append(MarginLine(start: offset, end: end, role: isNumber ? .pageNumber : role))
                text += line.text
                offset = end
            }
        }
        return (lines.isEmpty ? nil : text, lines)
    }
}
