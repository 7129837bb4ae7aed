import Correspondence
import Foundation
import Markup

/// A source as a look at its address suggests it, for a person to put right.
public struct SourceDraft: Sendable, Hashable {
    public var source: Source
    /// What was found there: the first letters, and how many.
    public var items: [SourceCheck.Item]
    public var next: [String]
    /// Feeds that the page names.
    public var feeds: [String]
}

/// Why an address makes no source.
public enum DraftError: Error, Sendable, Hashable, CustomStringConvertible {
    case address(String)
    case answer(String)
    case aLetter(String)

    public var description: String {
        switch self {
        case .address(let reason): reason
        case .answer(let reason): reason
        case .aLetter(let url):
            "\(url) is a letter, not a list of letters: save it and use 'letterbook add FILE --url \(url)', or give the "
                + "page that lists it"
        }
    }
}

/// Looks at an address and decides by what is there what kind of source it is.
///
/// - Parameters:
///   - id: of the source; nil makes one of the address.
///   - settings: with `isDryRun`, so that nothing is written.
/// - Throws: `DraftError`.
public func draftSource(
    of text: String, id: String?, allowsPrivateAddresses: Bool, settings: CollectSettings
) async throws(DraftError) -> SourceDraft {
    let address: WebAddress
    do { address = try WebAddress(text) } catch { throw .address("\(error)") }
    var source = Source(id: id ?? SourceDraft.id(of: address), kind: .listing, urls: [address.text])
    source.allowsPrivateAddresses = allowsPrivateAddresses
    if let interface = SourceDraft.interface(at: address, source) {
        return SourceDraft(source: interface, items: [], next: [], feeds: [])
    }
    let visit: Visitor.Visit
    do {
        visit = try await settings.visitor(for: source, turns: HostTurns(clock: settings.clock)).visit(
            address, limit: settings.listLimit)
    } catch {
        throw .answer("\(error)")
    }
    let response = visit.response
    guard response.status == 200 else {
        throw .answer("\(address.shown) answers with status \(response.status)")
    }
    guard !response.body.starts(with: Array("%PDF".utf8)) else { throw .aLetter(address.shown) }
    let answer = ListAnswer(
        request: ListRequest(url: address.text), finalURL: response.address.text,
        contentType: response.mediaType,
        body: response.body)
    do { return try SourceDraft(source, answer) } catch { throw .answer("\(address.shown): \(error)") }
}

extension SourceDraft {
    /// By content: XML says of itself whether it is a feed or a sitemap, all else is read as a page.
    init(_ source: Source, _ answer: ListAnswer) throws(SourceError) {
        var source = source
        let page: ListingPage?
        let kind: any SourceReader.Type
        switch Self.root(of: answer.body) {
        case "feed", "rss", "RDF": (kind, page) = (FeedSource.self, nil)
        case "urlset", "sitemapindex": (kind, page) = (SitemapSource.self, nil)
        default: (kind, page) = (ListingSource.self, try ListingPage(answer))
        }
        source.kind = kind.kind
        source.isActive = false
        source.name = page?.title?.shortened(to: 100)
        let reading = try kind.read(answer, of: source)
        self.source = source
        items = reading.items.map(SourceCheck.Item.init)
        next = reading.next.map(\.url)
        feeds = page.map(Self.feeds) ?? []
    }

    private static func root(of body: [UInt8]) -> String? {
        let start = body.prefix { $0 <= 0x20 }.count
        guard body.dropFirst(start).starts(with: Array("<?xml".utf8)) || body.dropFirst(start).first == 0x3C
        else { return nil }
        do {
            let document = try SourceXML.document(body)
            return document.name(0)
        } catch {
            return nil
        }
    }

    private static func feeds(_ page: ListingPage) -> [String] {
        page.document.nodes.indices.compactMap { node in
            guard page.document.nodes[node].tag == .link,
                let type = page.document.string(.type, of: node)?.lowercased(),
                type == "application/atom+xml" || type == "application/rss+xml",
                let reference = page.document.string(.href, of: node)
            else { return nil }
            return LinkAddress.resolve(reference, on: page.base)
        }
    }

    /// Addresses of the government's sites for which there is an interface.
    static func interface(at address: WebAddress, _ source: Source) -> Source? {
        let parts = address.path.split(separator: "/").map(String.init)
        var source = source
        source.urls = []
        source.isActive = false
        guard parts.count >= 2 else { return nil }
        switch (address.host, parts[0]) {
        case ("www.regulations.gov", "docket"), ("regulations.gov", "docket"):
            source.kind = .regulations
            source.dockets = [parts[1]]
            source.keyVariable = RegulationsSource.usualKeyVariable
        case ("www.federalregister.gov", "agencies"), ("federalregister.gov", "agencies"):
            source.kind = .federalRegister
            source.agencies = [parts[1]]
        default: return nil
        }
        return source
    }

    /// `example-org-letters` of `https://www.example.org/advocacy/letters?page=1`.
    static func id(of address: WebAddress) -> String {
        let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
        let last = address.path.split(separator: "/").last.map(String.init) ?? ""
        let words = (host + "-" + last).lowercased().split { character in
            !(("a"..."z").contains(character) || ("0"..."9").contains(character))
        }
        let id = words.joined(separator: "-").prefix(60)
        return id.isEmpty ? "source" : String(id)
    }
}
