import Correspondence

/// Web pages that list letters, testimony and comments, such as associations keep.
///
/// A link that leads to a page rather than a file is a landing page: the loop reads it with `readLandingPage`.
enum ListingSource: SourceReader {
    static let kind = Source.Kind.listing

    static func start(
        _ source: Source, environment: [String: String]
    ) throws(SourceError) -> [ListRequest] {
        source.urls.map { ListRequest(url: $0) }
    }

    static func read(_ answer: ListAnswer, of source: Source) throws(SourceError) -> ListReading {
        let page = try ListingPage(answer)
        let items = ListingItems(page).all(listing: answer.request.url)
        let next = ListingPager(page: page).next(hasItems: !items.isEmpty)
        return ListReading(items: items, next: next.map { ListRequest(url: $0) })
    }
}
