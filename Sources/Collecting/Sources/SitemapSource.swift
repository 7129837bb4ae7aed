import Correspondence
import Foundation
import Markup

/// Sitemaps and indexes of them, https://www.sitemaps.org/protocol.html.
///
/// A sitemap names every page of a site: without `include`, those are taken whose address speaks of letters.
enum SitemapSource: SourceReader {
    static let kind = Source.Kind.sitemap

    /// Entries of one sitemap, as its protocol allows.
    private static let most = 50_000

    static func read(_ answer: ListAnswer, of source: Source) throws(SourceError) -> ListReading {
        let document = try SourceXML.document(answer.body)
        let base = try SourceXML.address(answer.finalURL)
        var reading = ListReading()
        switch document.name(0) {
        case "sitemapindex":
            reading.next = maps(document, base, since: source.since).map { ListRequest(url: $0) }
        case "urlset":
            reading.items = items(document, base, answer.request.url, source)
        default:
            throw .unreadable("<\(document.name(0))> begins no sitemap")
        }
        return reading
    }

    /// The sitemaps of an index. What was last changed before the source's first day is not asked for.
    private static func maps(_ document: XMLDocument, _ base: WebAddress, since: String?) -> [String] {
        var seen: Set<String> = []
        return document.elements("sitemap").prefix(most).compactMap { node in
            guard let url = location(document, node, base), seen.insert(LinkAddress.key(url)).inserted else {
                return nil
            }
            if let since, let last = stamp(document, node), last.prefix(10) < since, last.utf8.count >= 10 {
                return nil
            }
            return url
        }
    }

    private static func items(
        _ document: XMLDocument, _ base: WebAddress, _ listing: String, _ source: Source
    ) -> [ListedItem] {
        var seen: Set<String> = []
        return document.elements("url").prefix(most).compactMap { node in
            guard let url = location(document, node, base), AddressChoice.takes(url, source),
                !source.include.isEmpty || speaksOfLetters(url), seen.insert(LinkAddress.key(url)).inserted
            else { return nil }
            var item = ListedItem(url: url, listing: listing)
            item.stamp = stamp(document, node)
            if let since = source.since, let stamp = item.stamp, stamp.utf8.count >= 10,
                stamp.prefix(10) < since
            {
                return nil
            }
            item.isLandingPage = !ListingLinks.leadsToFile(url)
            return item
        }
    }

    private static func location(_ document: XMLDocument, _ node: Int, _ base: WebAddress) -> String? {
        document.child("loc", of: node).flatMap { LinkAddress.resolve(document.allText($0), on: base) }
    }

    private static func stamp(_ document: XMLDocument, _ node: Int) -> String? {
        guard let last = document.child("lastmod", of: node) else { return nil }
        let text = document.allText(last).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// A path with a folder or a name for letters, and something below it: not the shelf itself.
    static func speaksOfLetters(_ url: String) -> Bool {
        guard let start = url.range(of: "://")?.upperBound else { return false }
        let path = url[start...].drop { $0 != "/" }
        let last = path.split(separator: "/").last ?? ""
        return LetterWords.isLetterPath(String(path))
            && !LetterWords.isShelf(String(last).replacing("-", with: " "))
    }
}
