import Markup

/// What a page shows, as far as it tells what sort of page it is.
struct PageText: Sendable {
    /// In lower case, white space collapsed.
    var title: String
    /// Of its first heading, likewise.
    var heading: String
    /// Readable text without navigation, header, footer and forms, as it is written.
    var words: [String]
    /// All readable text but scripts, in lower case, at most 20,000 characters.
    var whole: String
    var hasPasswordField: Bool
    /// The page has paragraphs of some length.
    var hasProse: Bool

    /// Bytes of a page that are looked at: more than any page shows, less than fills the memory.
    static let limit = 16 << 20

    /// - Throws: `MarkupError` where it cannot be parsed.
    init(_ bytes: [UInt8]) throws(MarkupError) {
        let page = try HTMLDocument(parsing: cleanUTF8(bytes.prefix(Self.limit)))
        var texts = Texts(page, without: Texts.around)
        // Some programs put the whole page into one form.
        if texts.words.count * 3 < texts.whole.count {
            texts = Texts(page, without: Texts.around.subtracting([.form]))
        }
        title = page.first(.title).map { page.plainText($0).lowercased() } ?? ""
        let first = [HTMLTag.h1, .h2].lazy.compactMap { page.first($0) }.first
        heading = first.map { page.plainText($0).lowercased() } ?? ""
        words = texts.words
        whole = String(texts.whole.joined(separator: " ").lowercased().prefix(20_000))
        hasPasswordField = page.nodes.indices.contains {
            page.nodes[$0].tag == .input && page.string(.type, of: $0)?.lowercased() == "password"
        }
        hasProse = texts.longest >= 200
    }
}

/// The texts of a page, with those that stand around its content kept apart.
private struct Texts {
    private(set) var words: [String] = []
    private(set) var whole: [Substring] = []
    /// Characters of the longest single text.
    private(set) var longest = 0

    static let around: Set<HTMLTag> = [
        .nav, .header, .footer, .aside, .form, .button, .select, .noscript, .template, .menu, .iframe,
        .dialog,
    ]
    private static let unread: Set<HTMLTag> = [.script, .style, .title, .template, .option, .textarea]

    init(_ page: HTMLDocument, without around: Set<HTMLTag>) {
        var skippedUntil = 0
        for index in page.nodes.indices {
            let node = page.nodes[index]
            if around.contains(node.tag) { skippedUntil = max(skippedUntil, page.after(index)) }
            guard node.tag == .text, let parent = page.parent(index),
                !Self.unread.contains(page.nodes[parent].tag)
            else { continue }
            let text = String(decoding: page.bytes[page.text(of: node)], as: UTF8.self)
            let parts = text.split(whereSeparator: \.isWhitespace)
            whole += parts
            guard index >= skippedUntil else { continue }
            words += parts.map(String.init)
            longest = max(longest, text.count)
        }
    }
}

/// A page as the parser takes it: valid UTF-8, control characters turned to spaces. What is in another encoding loses
/// its accents, which no sign depends on.
func cleanUTF8(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text = Array(String(decoding: Array(bytes), as: UTF8.self).utf8)
    for index in text.indices
    where text[index] < 0x20 && ![9, 10, 13].contains(text[index]) || text[index] == 0x7F {
        text[index] = 0x20
    }
    return text
}
