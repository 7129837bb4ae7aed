/// Every kind that is read over the network.
let sourceReaders: [any SourceReader.Type] = [
    ListingSource.self, FeedSource.self, SitemapSource.self, RegulationsSource.self,
    FederalRegisterSource.self,
]

/// Every kind that lies on this machine.
var localSourceReaders: [any LocalSourceReader.Type] {
    [FolderSource.self, MailboxSource.self, WARCSource.self]
}
