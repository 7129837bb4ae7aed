import Correspondence

/// Web pages that list letters, testimony and comments, such as associations keep.
///
/// A link that leads to a page rather than a file is a landing page: the loop reads it with `readLandingPage`.
enum ListingSource: SourceReader {
    static let kind = Source.Kind.listing

    static func start(
        _ source: Source, environment: [String: String]
    ) throws(SourceError) -> [ListRequest] {
        try SelectedItems.check(source.selectors)
        return source.urls.map { ListRequest(url: $0) }
    }

    static func read(_ answer: ListAnswer, of source: Source) throws(SourceError) -> ListReading {
        let page = try ListingPage(answer)
        var items: [ListedItem]?
        var next: [String]?
        if source.selectors != Source.Selectors() {
            let selected = try SelectedItems(page, body: answer.body, selectors: source.selectors)
            items = try selected.items(listing: answer.request.url)
            next = try selected.next()
        }
        let found = items ?? ListingItems(page).all(listing: answer.request.url)
        let onward = next ?? ListingPager(page: page).next(hasItems: !found.isEmpty)
        return ListReading(
            items: found.filter { AddressChoice.takes($0, source) }, next: onward.map { ListRequest(url: $0) }
        )
    }
}
