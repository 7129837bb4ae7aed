import Correspondence
import Markup

/// Finds the files that are the letter which a landing page tells of.
///
/// - Parameters:
///   - answer: the page behind `item`.
///   - item: as a list gave it, with `isLandingPage`.
/// - Returns: the letter as a file, with the page among its other addresses and what the list said of it; several where
///   the page is a round-up; none where it links none: then the page itself is the letter.
/// - Throws: `SourceError.unreadable` where the answer is no page.
func readLandingPage(_ answer: ListAnswer, of item: ListedItem) throws(SourceError) -> [ListedItem] {
    if RegulationsComment.isOne(item) { return try RegulationsComment.letters(answer, of: item) }
    let page = try ListingPage(answer)
    return LandingPage(page: page, item: item).files().map { file in
        var found = item
        found.url = file.link.url
        found.isLandingPage = false
        var seen: Set<String> = [file.link.key]
        found.otherURLs = ([item.url] + item.otherURLs).filter { seen.insert(LinkAddress.key($0)).inserted }
        if file.isOneOfMany { found.linkText = file.link.text }
        return found
    }
}

/// Weighs the files that a landing page links.
private struct LandingPage {
    let page: ListingPage
    let item: ListedItem

    /// Files that are taken of a round-up.
    private static let most = 50
    /// What a file needs: a word for a letter, or the title's words, or to be the page's only file.
    private static let needed = 2

    func files() -> [(link: ListingLink, isOneOfMany: Bool)] {
        var seen: Set<String> = [LinkAddress.key(item.url)]
        let files = ListingLinks(page: page).all().filter {
            ($0.isDocument || ListingLinks.leadsToFile($0.url)) && seen.insert($0.key).inserted
        }
        let weighed = files.map { (link: $0, weight: weight($0)) }.filter { $0.weight > -2 }
        let likely = weighed.filter { $0.weight >= Self.needed }
        if weighed.count == 1, likely.isEmpty, let only = weighed.first, only.weight >= 0 {
            return [(only.link, false)]
        }
        let named = likely.filter { LetterWords.sign(of: $0.link.text) == .strong && !$0.link.isGeneric }
        if named.count > 1 { return named.prefix(Self.most).map { ($0.link, true) } }
        guard let best = likely.map(\.weight).max() else { return [] }
        return likely.first { $0.weight == best }.map { [($0.link, false)] } ?? []
    }

    private func weight(_ link: ListingLink) -> Int {
        var weight = 0
        switch LetterWords.sign(of: link.text) {
        case .strong: weight += 3
        case .weak: weight += 1
        case .against: weight -= 5
        case .none: break
        }
        if link.isGeneric { weight += 2 }
        let path = String(link.url.drop { $0 != "/" })
        if LetterWords.isLetterPath(path) { weight += 2 }
        weight += min(3, wordsShared(with: link.text + " " + path))
        let subjects = page.headings.chain(link.node).prefix(2).map { LetterWords.subject(of: $0.text) }
        if subjects.first == .other { weight -= 3 }
        return weight
    }

    /// Words of four letters or more that the list's title of the item shares with a link and its address.
    private func wordsShared(with text: String) -> Int {
        let title = Set(words(of: item.linkText ?? ""))
        return Set(words(of: text)).intersection(title).count
    }

    private func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count >= 4 }
    }
}
