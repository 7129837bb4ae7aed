import Markup
import Scanning

/// A link on a page that may be a letter.
struct ListingLink: Sendable {
    /// Of its `a` element.
    var node: Int
    var end: Int
    /// Absolute, see `LinkAddress`.
    var url: String
    /// What addresses of one thing share.
    var key: String
    /// What it says, without `(PDF)` and the like.
    var text: String
    /// It says only what to do with it: `Download`.
    var isGeneric: Bool
    /// It is no title: generic, or a word or two, such as a topic's name, `Appendix` or `4 pp.`
    var isMinor: Bool
    /// It leads to a file, by its address or by what is said beside it.
    var isDocument: Bool
    /// It leads to another host than the page's.
    var isElsewhere: Bool
}

/// Finds the links of a page that are neither furniture nor a way to share it.
struct ListingLinks {
    /// Links that are looked at; a list of so many is for `?page=`.
    static let most = 20_000

    let page: ListingPage

    func all() -> [ListingLink] {
        var links: [ListingLink] = []
        var index = 0
        let document = page.document
        let own = LinkAddress.key(LinkAddress.resolve(page.address.text, on: page.address) ?? "")
        while index < document.nodes.count, links.count < Self.most {
            defer { index += 1 }
            guard document.nodes[index].tag == .a, let link = link(index, own: own),
                !page.regions.isFurniture(index)
            else { continue }
            links.append(link)
        }
        return links
    }

    private func link(_ node: Int, own: String) -> ListingLink? {
        guard let reference = page.document.string(.href, of: node),
            let url = LinkAddress.resolve(reference, on: page.base), !Self.isSocial(url)
        else { return nil }
        let key = LinkAddress.key(url)
        guard key != own else { return nil }
        let (text, isMarked) = LinkMarks.taken(from: words(of: node))
        let isGeneric = LetterWords.isGeneric(text)
        let isDocument = isMarked || Self.leadsToFile(url)
        let words = text.split(separator: " ").count { $0.contains(where: \.isLetter) }
        return ListingLink(
            node: node, end: page.document.after(node), url: url, key: key, text: text.shortened(to: 500),
            isGeneric: isGeneric,
            isMinor: isGeneric || (words <= (isDocument ? 1 : 2) && LetterWords.sign(of: text) != .strong),
            isDocument: isDocument, isElsewhere: page.isElsewhere(url))
    }

    /// Its text; for a picture alone, what stands for it.
    private func words(of node: Int) -> String {
        let document = page.document
        let words = page.text.words(node..<document.after(node))
        if !words.isEmpty { return words }
        if let said = document.string(.ariaLabel, of: node) ?? document.string(.title, of: node) {
            return said
        }
        let picture = document.inside(node).prefix(16).first { document.nodes[$0].tag == .img }
        return picture.flatMap { document.string(.alt, of: $0) } ?? ""
    }

    static func leadsToFile(_ url: String) -> Bool {
        let path = url.prefix { $0 != "?" }.lowercased()
        if files.contains(where: { path.hasSuffix($0) }) { return true }
        if path.hasSuffix("/download") || path.hasSuffix("/download/") || path.hasSuffix("/download.aspx") {
            return true
        }
        guard let mark = url.firstIndex(of: "?") else { return false }
        let query = url[mark...].lowercased()
        return files.contains { query.hasSuffix($0) || query.contains($0 + "&") }
    }

    private static let files = [".pdf", ".docx", ".doc", ".rtf", ".eml"]

    static func host(of url: String) -> String {
        guard let start = url.range(of: "://")?.upperBound else { return "" }
        return String(url[start...].prefix { $0 != "/" && $0 != "?" && $0 != ":" })
    }

    private static func isSocial(_ url: String) -> Bool {
        let host = host(of: url)
        return social.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    private static let social = [
        "facebook.com", "twitter.com", "x.com", "t.co", "linkedin.com", "instagram.com", "youtube.com",
        "youtu.be",
        "pinterest.com", "reddit.com", "whatsapp.com", "wa.me", "addtoany.com", "sharethis.com",
        "addthis.com",
        "tumblr.com", "bsky.app", "threads.net", "tiktok.com", "flickr.com", "vimeo.com", "bit.ly",
        "telegram.me",
    ]
}

/// What links say of the file behind them: `(PDF)`, `[PDF, 230 KB]`, `opens in a new window`.
enum LinkMarks {
    /// The words without such marks, and whether one named a file.
    static func taken(from words: String) -> (text: String, isFile: Bool) {
        let plain = removed(windows, from: words)
        let text = removed(files, from: plain)
        return (text, files.isFound(in: IndexedText(plain)))
    }

    private static func removed(_ pattern: Pattern, from words: String) -> String {
        let text = IndexedText(words)
        var bytes = text.bytes
        for match in pattern.matches(in: text).reversed() { bytes.replaceSubrange(match.range, with: [0x20]) }
        return PageWords.collapsed(bytes)
    }

    private static let files = Pattern(
        literal: #"""
            \s* [(\[] \s* (?: download \s+ | view \s+ )? (?: pdf | docx? | ms-? \s? word | word ) (?: \s+ (?: file | document | version | download ) )?
            (?: [\s,;:|–-]* [\d.,]+ \s* (?: kb | mb | k | m | kib | mib | bytes | pages? | pp?\.? ) )* \s* [)\]]
            | (?: ^ | \s+ | [-–—|:] \s* ) pdf (?: \s+ (?: icon | file | document ) )? \s* $
            | ^ pdf (?: \s+ icon )? \s* [:\s–—-]
            """#, options: [.caseInsensitive, .spaced])
    private static let windows = Pattern(
        literal: #"""
            \s* [(\[]? \s* (?: this \s+ )? (?: link \s+ )? (?: will \s+ )? (?: opens? | launch(?: es )? ) \s+ (?: in \s+ )? (?: a \s+ | an \s+ )? (?: new | external )
            \s+ (?: browser \s+ )? (?: window | tab | site | website ) \s* [)\]]? | \s* [(\[] \s* (?: external \s+ link | link \s+ is \s+ external ) \s* [)\]]
            """#, options: [.caseInsensitive, .spaced])
}

extension ListingLink {
    static func isPDF(_ url: String) -> Bool { url.prefix { $0 != "?" }.lowercased().hasSuffix(".pdf") }
}
