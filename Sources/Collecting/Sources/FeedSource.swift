import Correspondence
import Foundation
import Markup
import Scanning

/// Atom (RFC 4287), RSS 2.0 (rssboard.org/rss-specification) and RSS 1.0 (web.resource.org/rss/1.0).
///
/// Every entry is taken: a feed of letters is one by its address. `include` and `exclude` choose where it is not. An
/// enclosure or a link to a file is the letter, the entry's page its landing page.
enum FeedSource: SourceReader {
    static let kind = Source.Kind.feed

    /// Entries that are taken from one feed.
    private static let most = 10_000

    static func read(_ answer: ListAnswer, of source: Source) throws(SourceError) -> ListReading {
        let document = try SourceXML.document(answer.body)
        guard ["feed", "rss", "RDF"].contains(document.name(0)) else {
            throw .unreadable("<\(document.name(0))> begins neither Atom nor RSS")
        }
        let base = try SourceXML.address(answer.finalURL)
        var reading = ListReading()
        let isAtom = document.name(0) == "feed"
        for entry in document.elements(isAtom ? "entry" : "item").prefix(most) {
            let parts = FeedEntry(document, entry, base: base)
            guard let item = parts.item(listing: answer.request.url),
                AddressChoice.takes(item, source)
            else { continue }
            reading.items.append(item)
        }
        reading.next = next(document, FeedEntry.base(of: 0, document, base)).map { ListRequest(url: $0) }
        return reading
    }

    /// Archives of a feed are linked by `next` or `prev-archive` (RFC 5005).
    private static func next(_ document: XMLDocument, _ base: WebAddress) -> [String] {
        let root = document.child("channel", of: 0) ?? 0
        let links = document.children(root).filter { document.name($0) == "link" }
        return links.filter { ["next", "prev-archive"].contains(document.attribute("rel", of: $0)) }
            .compactMap { document.attribute("href", of: $0) }
            .compactMap { LinkAddress.resolve($0, on: base) }
    }
}

/// One entry of a feed.
private struct FeedEntry {
    private let document: XMLDocument
    private let entry: Int
    private let base: WebAddress

    init(_ document: XMLDocument, _ entry: Int, base: WebAddress) {
        self.document = document
        self.entry = entry
        self.base = Self.base(of: entry, document, base)
    }

    /// `xml:base` of the entry, and of what is around it.
    private static func base(_ node: Int?, _ document: XMLDocument, _ base: WebAddress) -> WebAddress {
        guard let node, let reference = document.attribute("base", of: node),
            let resolved = LinkAddress.resolve(reference, on: base)
        else { return base }
        do { return try WebAddress(resolved) } catch { return base }
    }

    static func base(of entry: Int, _ document: XMLDocument, _ base: WebAddress) -> WebAddress {
        Self.base(entry, document, Self.base(entry == 0 ? nil : 0, document, base))
    }

    func item(listing: String) -> ListedItem? {
        let links = self.links()
        guard let page = links.page ?? links.file else { return nil }
        let chosen = links.file ?? page
        var item = ListedItem(url: chosen, listing: listing)
        if LinkAddress.key(page) != LinkAddress.key(chosen) { item.otherURLs = [page] }
        item.linkText = words("title")?.shortened(to: 500)
        item.teaser = (words("summary") ?? words("description"))?.shortened(to: 600)
        item.listedDate = date(["published", "pubDate", "date", "issued"]) ?? date(["updated"])
        item.stamp = text("updated") ?? text("pubDate") ?? text("date")
        item.isLandingPage = links.file == nil
        return item
    }

    private func links() -> (page: String?, file: String?) {
        var page: String?
        var file: String?
        for node in document.children(entry) {
            switch document.name(node) {
            case "link":
                let rel = document.attribute("rel", of: node) ?? "alternate"
                let reference = document.attribute("href", of: node) ?? document.allText(node)
                guard let url = LinkAddress.resolve(reference, on: base) else { continue }
                let type = document.attribute("type", of: node)
                if rel == "enclosure" || type == "application/pdf" {
                    file = file ?? letterFile(url, type: type)
                }
                if rel == "alternate" { page = page ?? url }
            case "enclosure":
                guard let reference = document.attribute("url", of: node),
                    let url = LinkAddress.resolve(reference, on: base)
                else { continue }
                file = file ?? letterFile(url, type: document.attribute("type", of: node))
            case "guid" where document.attribute("isPermaLink", of: node) != "false":
                guard document.allText(node).contains("://") else { continue }
                page = page ?? LinkAddress.resolve(document.allText(node), on: base)
            default: continue
            }
        }
        if let only = page, file == nil, ListingLinks.leadsToFile(only) { return (nil, only) }
        return (page, file)
    }

    /// A picture or a recording beside a letter is not the letter.
    private func letterFile(_ url: String, type: String?) -> String? {
        guard let type = type?.lowercased() else { return ListingLinks.leadsToFile(url) ? url : nil }
        return ["image/", "audio/", "video/"].contains { type.hasPrefix($0) } ? nil : url
    }

    private func text(_ name: String) -> String? {
        guard let node = document.child(name, of: entry) else { return nil }
        let text = document.allText(node).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// A text without its markup: titles and summaries are often HTML, escaped once or twice.
    private func words(_ name: String) -> String? {
        text(name).flatMap(SourceXML.words)
    }

    private func date(_ names: [String]) -> String? {
        names.lazy.compactMap { text($0).flatMap(SourceXML.day) }.first
    }
}
