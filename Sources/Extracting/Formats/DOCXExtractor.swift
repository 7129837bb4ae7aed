import Correspondence
import Markup

/// Reads Word documents (Office Open XML, ECMA-376): text with its headings, lists, tables and notes, pages
/// where Word marked them, headers and footers as margins, and the core properties.
public struct DOCXExtractor: Extractor {
    public init() {}

    public var mediaTypes: [MediaType] { [.docx] }

    public func extract(
        _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings
    ) throws(ExtractionError) -> ExtractedText {
        let package = try WordPackage(original)
        var story = try body(of: package)
        let notes = try WordNotes(&story, in: package)
        let headers = try WordHeaders(&story, in: package)
        let stated = try package.statedPages()
        var pages = notes.placed(on: story.writer.pages, story.writer.notes)
        let isSinglePage = stated == 1 && pages.count == 1
        pages[0].insert(contentsOf: headers.letterhead(isSinglePage: isSinglePage), at: 0)
        let count = pages.count
        if count > 1, pages[count - 1].isEmpty { pages.removeLast() }
        var document = try DocumentMetadata(package)
        document.pageCount = stated.map { max($0, pages.count) }
        document.links = story.context.links.isEmpty ? nil : story.context.links
        document.attachments = Self.embedded(in: story)
        var text = ExtractedText(
            mediaType: mediaType, pages: [], layouts: [], document: document,
            language: story.context.styles.language?.split(separator: "-").first.map { $0.lowercased() },
            quality: TextQuality(text: .good))
        for (index, blocks) in pages.prefix(settings.maximumPages).enumerated() {
            let margin = headers.margin(page: index, isSinglePage: isSinglePage)
            text.add(blocks, number: index + 1, margin: margin)
        }
        if text.pages.allSatisfy(\.text.isEmpty) {
            text.quality = TextQuality(text: .none, reason: "the document has no text")
        }
        text.findings = Self.findings(story, pages: pages.count, read: text.pages.count)
        return text
    }

    private func body(of package: WordPackage) throws(ExtractionError) -> WordStory {
        guard let document = try package.document(package.main),
            let body = document.indices.first.flatMap({ document.child("body", of: $0) })
        else { throw .damaged("it has no \(package.main), where a Word document keeps its text") }
        let relationships = try package.relationships(of: package.main)
        func part(_ kind: String) throws(ExtractionError) -> XMLDocument? {
            let found = relationships.values.first { $0.kind == kind && !$0.isExternal }
            guard let found else { return nil }
            return try package.document(found.target)
        }
        let context = WordContext(
            styles: WordStyles(try part("styles")), numbering: WordNumbering(try part("numbering")))
        var story = WordStory(document, relationships: relationships, context: context, isPaged: true)
        story.read(body)
        return story
    }

    /// Names of embedded files, as links between the parts give them.
    private static func embedded(in story: WordStory) -> [String]? {
        let names = story.relationships.values
            .filter { ["package", "oleObject"].contains($0.kind) && !$0.isExternal }
            .compactMap { $0.target.split(separator: "/").last.map(String.init) }
        return names.isEmpty ? nil : names.sorted()
    }

    private static func findings(_ story: WordStory, pages: Int, read: Int) -> [Finding] {
        var findings: [Finding] = []
        if story.context.hasTrackedChanges {
            findings.append(
                Finding(
                    .note, stage: "extract", code: "tracked-changes",
                    message: "The document holds tracked changes; they were read as if accepted."))
        }
        if read < pages {
            findings.append(
                Finding(
                    .warning, stage: "extract", code: "pages-left-out",
                    message: "Only the first \(read) of \(pages) pages were read; "
                        + "raise maximumPages to read more."))
        }
        return findings
    }
}

extension ExtractedText {
    fileprivate mutating func add(
        _ blocks: [HTMLBlock], number: Int, margin: (text: String?, lines: [MarginLine])
    ) {
        let composed = HTMLComposer.compose(blocks)
        pages.append(
            Page(number: number, text: composed.text, margin: margin.text, source: .textLayer))
        layouts.append(PageLayout(page: number, lines: composed.lines, marginLines: margin.lines))
    }
}
