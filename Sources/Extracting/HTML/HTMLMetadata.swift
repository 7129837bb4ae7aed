import Correspondence
import Markup

/// What a page's head, JSON-LD and frame say of the page.
struct HTMLMetadata {
    private(set) var document = DocumentMetadata()
    private(set) var language: String?
    let data: HTMLLinkedData
    private let page: HTMLPage
    private let fields: HTMLHeadFields

    init(_ page: HTMLPage) {
        self.page = page
        fields = HTMLHeadFields(page.document)
        data = HTMLLinkedData(page.document)
    }

    /// Reads all but the links.
    mutating func read(text: String) {
        let site =
            fields.first("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher")
            ?? data.siteName ?? data.publisher
        let address = address()
        language = statedLanguage()
        document.siteName = site.map(HTMLText.collapsed)
        document.canonicalURL = address
        document.title = HTMLTitleFinder(page: page, fields: fields, data: data, siteName: site).title()
        document.author = HTMLAuthorFinder(
            page: page, fields: fields, data: data, siteName: site, address: address
        ).authors()
        document.description = fields.first(
            "description", "og:description", "dc.description", "twitter:description")
        document.keywords = keywords()
        document.pageCount = 1
        let region = statedRegion()
        let reader = HTMLDayReader(
            isMonthFirst: region == "en" || region == "en-us", stated: HTMLDateNames.stamps(fields, data))
        let dates = HTMLDateFinder(
            page: page, fields: fields, data: data, reader: reader, address: address, title: document.title,
            text: text)
        document.published = dates.published()
        document.modified = dates.modified()
    }

    mutating func read(linksIn roots: [Int], of page: HTMLPage) {
        let links = HTMLLinkFinder.links(in: roots, of: page, address: document.canonicalURL)
        document.links = links.isEmpty ? nil : links
    }

    private func address() -> String? {
        let stated = fields.link("canonical") ?? fields.first("og:url", "dc.identifier", "twitter:url")
        guard let stated, stated.hasPrefix("http://") || stated.hasPrefix("https://") else { return nil }
        return stated
    }

    private func statedRegion() -> String {
        let root = page.document.first(.html)
        let stated =
            root.flatMap { page.document.string(.lang, of: $0) ?? page.document.string(.xmlLang, of: $0) }
            ?? fields.first("content-language", "language", "dc.language", "dcterms.language", "og:locale")
            ?? data.language
        return (stated ?? "en").lowercased().replacing("_", with: "-")
    }

    /// BCP 47 primary language.
    private func statedLanguage() -> String? {
        let root = page.document.first(.html)
        let isStated =
            root.flatMap { page.document.string(.lang, of: $0) ?? page.document.string(.xmlLang, of: $0) }
            != nil
            || fields.first("content-language", "language", "dc.language", "dcterms.language", "og:locale")
                != nil
            || data.language != nil
        guard isStated else { return nil }
        let primary = statedRegion().prefix { $0 != "-" && $0 != "," && $0 != ";" && $0 != " " }
        guard (2...3).contains(primary.count), primary.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return nil
        }
        return String(primary)
    }

    private func keywords() -> [String]? {
        guard let stated = fields.first("keywords", "news_keywords") else { return nil }
        let words = stated.split(whereSeparator: { $0 == "," || $0 == ";" }).map {
            HTMLText.collapsed(String($0))
        }
        .filter { !$0.isEmpty }
        return words.isEmpty ? nil : words
    }
}
