import Correspondence
import Foundation
import Markup

/// Finds the letters that a page lists, from its structure and its words.
///
/// A link is a letter where its own words say so (a letter to, comments on, testimony), or where the heading above it or
/// the page as a whole says so and it is a file, has a date, or stands in a list of titles as long as itself. What speaks
/// of something else (press releases, webinars), menus, shelves (`All letters`) and links that only say what to do with
/// them are none. Several links in one row, such as a title and its PDF, are one letter.
struct ListingItems {
    /// Letters that are taken from one page.
    static let most = 5_000

    private let page: ListingPage
    private let links: [ListingLink]
    private let frames: ItemFrames
    private let pageSubject: LetterWords.Subject

    init(_ page: ListingPage) {
        self.page = page
        links = ListingLinks(page: page).all()
        frames = ItemFrames(page, links: links)
        pageSubject = Self.subject(of: page)
    }

    /// What is known of a link before the decision.
    struct Candidate {
        var link: ListingLink
        var frame: ItemFrame
        var title: String
        var label: LetterWords.Sign?
        var section: String?
        var subject: LetterWords.Subject
        var teaser: String?
        var found: ListedDate.Found
        /// Other links of the same frame to the same letter.
        var others: [ListingLink] = []
        var isDocument: Bool { link.isDocument || others.contains(where: \.isDocument) }
    }

    func all(listing: String) -> [ListedItem] {
        let candidates = joined()
        let lists = ListSizes(candidates)
        var places: [String: Int] = [:]
        var items: [ListedItem] = []
        for candidate in candidates where items.count < Self.most && isLetter(candidate, lists) {
            let item = self.item(candidate, listing: listing)
            let keys = Set(([item.url] + item.otherURLs).map(LinkAddress.key))
            if let place = keys.compactMap({ places[$0] }).min() {
                items[place] = items[place].merged(with: item)
                for key in keys { places[key] = place }
                continue
            }
            for key in keys { places[key] = items.count }
            items.append(item)
        }
        return items
    }

    // MARK: What stands on the page

    /// One candidate for each frame; in running text, and where several titled files share a row, one for each link.
    private func joined() -> [Candidate] {
        var candidates: [Candidate] = []
        var frame: ItemFrame?
        for link in links {
            if let last = candidates.last, let frame, frame.range.contains(link.node),
                frame.isStructured || link.key == last.link.key,
                link.isMinor || link.key == last.link.key || LetterWords.isGeneric(last.link.text)
            {
                join(link, to: &candidates[candidates.count - 1])
                continue
            }
            let own = frames.frame(of: link)
            frame = own
            candidates.append(candidate(link, own))
        }
        return candidates
    }

    /// A file beside a title, or another link to it. A topic's or an author's page is left out.
    private func join(_ link: ListingLink, to candidate: inout Candidate) {
        if link.isGeneric || link.isDocument || link.key == candidate.link.key {
            candidate.others.append(link)
        }
        if candidate.link.isMinor, !link.isMinor { (candidate.link, candidate.title) = (link, link.text) }
    }

    private func candidate(_ link: ListingLink, _ frame: ItemFrame) -> Candidate {
        let inFrame = Set(links(in: frame.range).map(\.node))
        var segments = page.text.segments(
            frame.range, omitting: { inFrame.contains($0) || page.regions.isFurniture($0) }, limit: 2_000)
        var title = link.text
        if let (heading, rest) = tile(link) {
            title = heading
            segments = rest + segments
        } else if link.isMinor, let (heading, place) = titleBeside(link, frame, segments) {
            title = heading
            if let place { segments.remove(at: place) }
        }
        let chain = page.headings.chain(link.node, outside: frame.range)
        let found = ListedDate(page: page).find(
            title: title, segments: segments, frame: frame, chain: chain)
        let section = chain.first { ListPeriod(alone: $0.text) == nil } ?? chain.first
        return Candidate(
            link: link, frame: frame, title: found.title,
            label: segments.lazy.flatMap { $0.split { "|•·/:".contains($0) } }.compactMap {
                LetterWords.label(String($0))
            }.first,
            section: section?.text, subject: subject(chain), teaser: teaser(segments, title: found.title),
            found: found)
    }

    /// The title and the other lines of a link that is a whole card.
    private func tile(_ link: ListingLink) -> (title: String, rest: [String])? {
        let range = link.node..<link.end
        let lines = page.text.segments(range, limit: 2_000)
        guard lines.count > 1 else { return nil }
        let heading = range.first { page.document.nodes[$0].tag.headingLevel != nil }
        let title =
            heading.map { page.text.words($0..<page.document.after($0), limit: 1_000) }
            ?? lines.first {
                ListPeriod(in: $0)?.day == nil && LetterWords.label($0) == nil && wordCount($0) > 1
            }
        guard let title, !title.isEmpty else { return nil }
        return (LinkMarks.taken(from: title).text.shortened(to: 500), lines.filter { $0 != title })
    }

    private func links(in range: Range<Int>) -> ArraySlice<ListingLink> {
        let start = links.partitioningIndex { $0.node >= range.lowerBound }
        let end = links.partitioningIndex { $0.node >= range.upperBound }
        return links[start..<max(start, end)]
    }

    /// The title that a bare `Download` stands below: the frame's heading, or its longest line.
    private func titleBeside(
        _ link: ListingLink, _ frame: ItemFrame, _ segments: [String]
    ) -> (title: String, segment: Int?)? {
        if let node = frame.range.first(where: { page.document.nodes[$0].tag.headingLevel != nil }) {
            let words = page.text.words(node..<page.document.after(node), limit: 1_000).shortened(to: 500)
            if !words.isEmpty { return (words, segments.firstIndex(of: words)) }
        }
        guard frame.isStructured else { return nil }
        let lines = segments.enumerated().filter { $0.element.split(separator: " ").count >= 3 }
        guard let line = lines.first(where: { $0.element.utf8.count <= 300 }) else { return nil }
        let title = line.element.trimmingCharacters(in: CharacterSet(charactersIn: " —–-;,:|()[]•·"))
        return (title, line.offset)
    }

    private func teaser(_ segments: [String], title: String) -> String? {
        let lines = segments.filter {
            $0 != title && $0.split(separator: " ").count { $0.contains(where: \.isLetter) } >= 4
                && ListPeriod(alone: $0) == nil
        }.map { String($0.trimmingPrefix { ",;:.–—- |".contains($0) }) }
        return lines.isEmpty ? nil : lines.joined(separator: " ").shortened(to: 600)
    }

    /// What the nearest heading says that says anything, then the page.
    private func subject(_ chain: [PageHeadings.Heading]) -> LetterWords.Subject {
        for heading in chain where heading.text.split(separator: " ").count <= 9 {
            let subject = LetterWords.subject(of: heading.text)
            if subject != .open { return subject }
        }
        return pageSubject
    }

    private static func subject(of page: ListingPage) -> LetterWords.Subject {
        let title = page.title.map { $0.prefix { $0 != "|" } } ?? ""
        let subject = LetterWords.subject(of: String(title))
        if subject != .open, title.split(separator: " ").count <= 7 { return subject }
        let isSaidBelow = page.headings.headings.contains { LetterWords.subject(of: $0.text) == .letters }
        return !isSaidBelow && LetterWords.isLetterPath(page.address.path) ? .letters : .open
    }

    // MARK: The decision

    private func isLetter(_ candidate: Candidate, _ lists: ListSizes) -> Bool {
        let title = candidate.title
        let isFile = candidate.isDocument
        let isDated = candidate.found.isBeside
        if title.count(where: { $0.isLetter || $0.isNumber }) < 3 || (isMinorAlone(candidate) && !isFile) {
            return false
        }
        if LetterWords.isShelf(title), !isFile, !isDated { return false }
        var sign = LetterWords.sign(of: title)
        if candidate.label == .against || sign == .against {
            return false
        }
        if candidate.label == .strong { sign = .strong }
        if sign != .strong, !candidate.link.isElsewhere || isFile,
            LetterWords.isLetterPath(path(candidate.link))
        {
            sign = isFile ? .strong : max(sign, .weak)
        }
        let isInList = lists.isListOfTitles(candidate)
        // What leads to another site's page is a letter only where its own words say so.
        if candidate.link.isElsewhere, !isFile { return sign == .strong && candidate.subject != .other }
        switch candidate.subject {
        case .letters:
            return isFile || isDated || sign == .strong
                || (isInList && wordCount(title) >= 3)
        case .open:
            return sign == .strong && (isFile || isDated || candidate.frame.isStructured)
                || sign == .weak && (isFile || isDated) && (isFile || isInList)
        case .other:
            return sign == .strong && (isFile || isDated || isInList)
        }
    }

    /// Words with letters in them.
    private func wordCount(_ title: String) -> Int {
        title.split(separator: " ").count { $0.contains(where: \.isLetter) }
    }

    /// A word or two that leads to a page is a title only in a row with a date.
    private func isMinorAlone(_ candidate: Candidate) -> Bool {
        guard candidate.link.isMinor, candidate.title == candidate.link.text else { return false }
        return candidate.link.isGeneric || !candidate.found.isBeside || !candidate.frame.isStructured
    }

    private func path(_ link: ListingLink) -> String {
        guard let start = link.url.range(of: "://")?.upperBound else { return "" }
        return String(link.url[start...].drop { $0 != "/" })
    }

    // MARK: The item

    private func item(_ candidate: Candidate, listing: String) -> ListedItem {
        let links = [candidate.link] + candidate.others
        let file =
            links.first(where: { $0.isDocument && ListingLink.isPDF($0.url) })
            ?? links.first(where: \.isDocument)
        let chosen = file ?? candidate.link
        var item = ListedItem(url: chosen.url, listing: listing)
        var seen: Set<String> = [chosen.key]
        item.otherURLs = links.filter { seen.insert($0.key).inserted }.map(\.url)
        item.linkText = candidate.title
        item.section = candidate.section
        item.teaser = candidate.teaser
        item.listedDate = candidate.found.date
        item.isLandingPage = !chosen.isDocument
        return item
    }
}
