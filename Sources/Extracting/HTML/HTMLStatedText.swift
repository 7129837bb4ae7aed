import Correspondence
import Markup

/// The text that a page's linked data state in one string, with line breaks or with markup of its own.
enum HTMLStatedText {
    static func blocks(of text: String) -> [HTMLBlock] {
        if text.contains("</") || text.contains("<br"), let document = parsed(text) {
            let page = HTMLPage(document)
            return document.nodes.isEmpty ? [] : HTMLBlockReader.blocks(of: 0, in: page)
        }
        let lines = text.split(whereSeparator: \.isNewline).map { cleanText(Array($0.utf8)[...]) }
        return lines.filter { !$0.isEmpty }.map { line in
            HTMLBlock(lines: [.init(text: line)], kind: .paragraph, node: 0, size: line.utf8.count)
        }
    }

    /// Markup too long to be parsed is no failure of the page: the string is then read as it stands.
    private static func parsed(_ markup: String) -> HTMLDocument? {
        do {
            return try HTMLDocument(parsing: Array(markup.utf8))
        } catch {
            return nil
        }
    }
}
