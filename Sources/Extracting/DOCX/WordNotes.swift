import Correspondence
import Markup

/// The footnotes and endnotes of a document, by id.
struct WordNotes {
    private var footnotes: [String: [HTMLBlock]] = [:]
    private var endnotes: [String: [HTMLBlock]] = [:]

    init(_ story: inout WordStory, in package: WordPackage) throws(ExtractionError) {
        let parts = story.relationships.values.filter { !$0.isExternal }
        if let part = parts.first(where: { $0.kind == "footnotes" }) {
            footnotes = try Self.read(part.target, "footnote", in: package, context: &story.context)
        }
        if let part = parts.first(where: { $0.kind == "endnotes" }) {
            endnotes = try Self.read(part.target, "endnote", in: package, context: &story.context)
        }
    }

    private static func read(
        _ part: String, _ name: String, in package: WordPackage, context: inout WordContext
    ) throws(ExtractionError) -> [String: [HTMLBlock]] {
        guard let document = try package.document(part), !document.indices.isEmpty else { return [:] }
        let relationships = try package.relationships(of: part)
        var notes: [String: [HTMLBlock]] = [:]
        for node in document.children(0) where document.name(node) == name {
            // Separators have a type; notes have none.
            guard let id = document.attribute("id", of: node), document.attribute("type", of: node) == nil
            else { continue }
            var story = WordStory(document, relationships: relationships, context: context)
            story.read(node)
            context = story.context
            notes[id] = story.writer.pages.flatMap { $0 }
        }
        return notes
    }

    /// The pages with each footnote at the end of the page that refers to it, and the endnotes at the end.
    func placed(on pages: [[HTMLBlock]], _ marks: [[WordNote]]) -> [[HTMLBlock]] {
        var pages = pages
        var ends: [HTMLBlock] = []
        for (page, notes) in marks.enumerated() where page < pages.count {
            for note in notes {
                let blocks = Self.marked(note, (note.isEndnote ? endnotes : footnotes)[note.id] ?? [])
                if note.isEndnote { ends += blocks } else { pages[page] += blocks }
            }
        }
        pages[pages.count - 1] += ends
        return pages
    }

    private static func marked(_ note: WordNote, _ blocks: [HTMLBlock]) -> [HTMLBlock] {
        var blocks = blocks
        for index in blocks.indices { blocks[index].kind = .footnote }
        guard let first = blocks.first?.lines.first else { return [] }
        blocks[0].lines[0].text = note.mark + " " + first.text
        return blocks
    }
}
