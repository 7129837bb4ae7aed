import Markup

/// A page as lists are read from it: its elements, what its links are relative to, and which of it is furniture.
struct ListingPage {
    /// Larger than any list seen, far smaller than what would cost a night its memory.
    static let largest = 16_000_000

    let document: HTMLDocument
    let text: PageWords
    /// The page's own address, and the one that its links are relative to (`<base href>`).
    let address: WebAddress
    let base: WebAddress
    let regions: PageRegions
    let headings: PageHeadings
    /// `<title>`.
    let title: String?

    /// - Throws: `SourceError.unreadable` for what is no page, or too large a one.
    init(_ answer: ListAnswer) throws(SourceError) {
        guard answer.body.count <= Self.largest else {
            throw .unreadable("the page is larger than \(Self.largest / 1_000_000) MB")
        }
        do {
            document = try HTMLDocument(parsing: decodedPage(answer.body))
        } catch {
            throw .unreadable("the page cannot be parsed: \(error)")
        }
        do {
            address = try WebAddress(answer.finalURL)
        } catch {
            throw .unreadable("\(answer.finalURL) is no address")
        }
        text = PageWords(document: document)
        base = Self.base(of: document, at: address)
        regions = PageRegions(document)
        title = document.first(.title).map(document.plainText)
        headings = PageHeadings(document, regions: regions)
    }

    /// Whether an address is of another site: neither the page's host nor one beside it, as `files.example.org` is beside
    /// `www.example.org`.
    func isElsewhere(_ url: String) -> Bool {
        let site = Self.site(of: ListingLinks.host(of: url))
        return site != Self.site(of: address.host) && site != Self.site(of: base.host)
    }

    /// The last two names of a host; three where the last two are short, as in `example.co.uk`.
    private static func site(of host: String) -> ArraySlice<Substring> {
        let names = host.split(separator: ".")
        guard names.count > 2 else { return names[...] }
        return names.suffix(names[names.count - 2].utf8.count <= 3 ? 3 : 2)
    }

    private static func base(of document: HTMLDocument, at address: WebAddress) -> WebAddress {
        guard let node = document.nodes.indices.first(where: { document.nodes[$0].tag == .base }),
            let reference = document.string(.href, of: node),
            let resolved = LinkAddress.resolve(reference, on: address)
        else { return address }
        do { return try WebAddress(resolved) } catch { return address }
    }
}
