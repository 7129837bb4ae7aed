import Correspondence
import Markup
import Scanning

/// Finds where a list goes on: its next page, and the pages of other years.
struct ListingPager {
    private let page: ListingPage
    /// The page's own address, as addresses are compared.
    private let own: String

    init(page: ListingPage) {
        self.page = page
        own = LinkAddress.resolve(page.address.text, on: page.address).map(LinkAddress.key) ?? ""
    }

    /// Archives that are followed from one page: sixty years and then some.
    private static let mostArchives = 100
    /// Links that are looked at.
    private static let mostLinks = 20_000

    /// - Parameter hasItems: whether this page lists letters. An empty page ends the paging: calendars go on for ever.
    func next(hasItems: Bool) -> [String] {
        let links = links()
        var next: [String] = []
        if hasItems, let following = statedNext ?? wordedNext(links) ?? numberedNext(links) {
            next.append(following)
        }
        next += archives(links).prefix(Self.mostArchives)
        var seen: Set<String> = [own]
        return next.filter { seen.insert(LinkAddress.key($0)).inserted }
    }

    private struct Link {
        var node: Int
        var url: String
        var words: String
        var rel: String
        var isElsewhere: Bool
    }

    private func links() -> [Link] {
        let document = page.document
        var links: [Link] = []
        for node in document.nodes.indices where document.nodes[node].tag == .a {
            guard links.count < Self.mostLinks else { break }
            guard let reference = document.string(.href, of: node),
                let url = LinkAddress.resolve(reference, on: page.base)
            else { continue }
            var words = page.text.words(node..<document.after(node), limit: 200)
            if words.isEmpty {
                words = document.string(.ariaLabel, of: node) ?? document.string(.title, of: node) ?? ""
            }
            links.append(
                Link(
                    node: node, url: url, words: words,
                    rel: (document.string(.rel, of: node) ?? "").lowercased(),
                    isElsewhere: ListingLinks.host(of: url) != page.address.host))
        }
        return links
    }

    /// `<link rel="next">` or `<a rel="next">`.
    private var statedNext: String? {
        let document = page.document
        for node in document.nodes.indices where [.link, .a].contains(document.nodes[node].tag) {
            guard let rel = document.string(.rel, of: node)?.lowercased(),
                rel.split(separator: " ").contains("next"), let reference = document.string(.href, of: node),
                let url = LinkAddress.resolve(reference, on: page.base), isOnward(url)
            else { continue }
            return url
        }
        return nil
    }

    /// `Next`, `Older posts`, `›`.
    private func wordedNext(_ links: [Link]) -> String? {
        links.first { link in
            !link.isElsewhere && isOnward(link.url) && Self.onward.isFound(in: IndexedText(link.words))
                && (isPaged(link.url) || isInPager(link.node))
        }?.url
    }

    private static let onward = Pattern(
        literal:
            #"^ \W* (?: (?: go \s+ to \s+ )? next (?: \s+ (?: page | results? | \d+ ) )? (?: \s+ page )? | older (?: \s+ (?: posts | entries | letters | items | results ) )? | (?: load | show ) \s+ more .{0,20} | page \s+ suivante ) \W* $ | ^ \s* [›»>→]{1,2} \s* $"#,
        options: [.caseInsensitive, .spaced])

    /// The number after the current one, where pages are but numbered.
    private func numberedNext(_ links: [Link]) -> String? {
        let numbered = links.filter { link in
            !link.isElsewhere && Int(link.words).map { (1...9_999).contains($0) } == true
                && (isPaged(link.url) || isInPager(link.node))
        }
        guard !numbered.isEmpty else { return nil }
        let present = numbered.first { LinkAddress.key($0.url) == own }.flatMap { Int($0.words) }
        let current = present ?? currentNumber(numbered)
        return numbered.filter { Int($0.words).map { $0 > current } == true && isOnward($0.url) }
            .min { (Int($0.words) ?? 0) < (Int($1.words) ?? 0) }?.url
    }

    /// The number that is no link among those that are; the first page where none is left out.
    private func currentNumber(_ links: [Link]) -> Int {
        let numbers = Set(links.compactMap { Int($0.words) })
        guard let highest = numbers.max() else { return 1 }
        return (1...max(1, min(highest, 9_999))).first { !numbers.contains($0) } ?? highest
    }

    private func isOnward(_ url: String) -> Bool {
        LinkAddress.key(url) != own && ListingLinks.host(of: url) == page.address.host
    }

    /// An address that counts pages: `?page=2`, `/page/2/`, `?start=20`.
    private func isPaged(_ url: String) -> Bool { Self.paged.isFound(in: IndexedText(url)) }

    private static let paged = Pattern(
        literal:
            #"[?&;] [^=&]* (?: page | paged | pg | p | start | offset | skip | from ) [^=&]* = [^&]*\d | /page[/-]?\d+ | [/_-]p(?:age)?-?\d+ (?: /? $ | \.\w+ $ )"#,
        options: [.caseInsensitive, .spaced])

    private func isInPager(_ node: Int) -> Bool {
        let document = page.document
        var place = document.parent(node)
        for _ in 0..<6 {
            guard let current = place else { return false }
            let name =
                (document.string(.class, of: current) ?? "") + " " + (document.string(.id, of: current) ?? "")
                + " "
                + (document.string(.ariaLabel, of: current) ?? "")
            let parts = name.split(whereSeparator: \.isWhitespace).flatMap(PageRegions.parts)
            if parts.contains(where: { Self.pagers.contains($0) }) { return true }
            place = document.parent(current)
        }
        return false
    }

    private static let pagers: Set<String> = [
        "pager", "pagination", "paginate", "paging", "pages", "paginator",
    ]

    /// Links that are but a year, or a year with words for a shelf: `2019`, `2019 Letters`, `Archive`.
    private func archives(_ links: [Link]) -> [String] {
        links.compactMap { link -> String? in
            guard !link.isElsewhere, isOnward(link.url), !ListingLinks.leadsToFile(link.url),
                link.words.utf8.count <= 60, !isPageNumber(link), isArchive(link.words, link.url)
            else { return nil }
            return link.url
        }
    }

    /// Page 2019 of a long list is no year.
    private func isPageNumber(_ link: Link) -> Bool {
        guard Int(link.words) != nil else { return false }
        return isInPager(link.node) || (isPaged(link.url) && !link.url.lowercased().contains("year"))
    }

    private func isArchive(_ words: String, _ url: String) -> Bool {
        if ListPeriod(alone: words)?.day != nil { return false }
        let isYear = ListPeriod(alone: words).map { $0.year != nil && $0.month == nil } ?? false
        if isYear { return isBesidePage(url) }
        guard LetterWords.isShelf(words) else { return false }
        let isLetters = LetterWords.subject(of: words) == .letters
        if ListPeriod(in: words)?.year != nil { return isLetters || isBesidePage(url) }
        return isLetters && Self.archive.isFound(in: IndexedText(words))
    }

    private static let archive = Pattern(
        literal: #"\b (?: archives? | archived | older | past | previous | all | more ) \b"#,
        options: [.caseInsensitive, .spaced])

    /// Whether an address shares the first part of its path with this page: the archive of letters, not that of a journal.
    private func isBesidePage(_ url: String) -> Bool {
        let key = LinkAddress.key(url).prefix { $0 != "?" }
        let mine = own.prefix { $0 != "?" }
        let theirs = key.split(separator: "/")
        let ours = mine.split(separator: "/")
        guard theirs.count > 1, ours.count > 1 else { return false }
        if theirs[1] == ours[1] { return true }
        return LetterWords.isLetterPath(String(key.drop { $0 != "/" }))
    }
}
