/// Names under which pages' heads state a day, in lower case.
enum HTMLDateNames {
    /// Say of nothing else than the publication.
    static let published: Set<String> = [
        "article:published_time", "datepublished", "og:published_time", "article:published",
        "og:article:published_time", "article:published_date", "article:post_date", "article.published",
        "citation_publication_date", "citation_date", "citation_online_date", "dc.date.issued",
        "dcterms.issued", "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish_date",
        "publish-date", "publication_date", "publicationdate", "published_time", "published-date",
        "publisheddate", "date_published", "originalpublicationdate", "release_date", "video:release_date",
        "rnews:datepublished", "displaydate", "dateposted", "bt:pubdate", "article_date_original",
        "shareaholic:article_published_time", "og:pubdate", "og:publish_date", "og:regdate",
        "cxenseparse:recs:publishtime", "doc_date", "pdate", "ptime",
    ]

    /// A day of the page, not always of its publication: some systems write here when the file was made.
    static let dated: Set<String> = [
        "date", "created", "timestamp", "datecreated", "date_created", "article.created", "dcterms.date",
        "dc.date", "dc.date.created", "dcterms.created", "dc.created", "dc:date", "dc:created",
    ]

    static let modified = [
        "article:modified_time", "datemodified", "og:updated_time", "og:modified_time", "article:modified",
        "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "lastmodified",
        "modified", "revision_date", "updated_time", "bt:moddate", "modified_time", "utime", "date.updated",
    ]

    /// The days that the head and the linked data state from the year down, which nobody can misread.
    static func stamps(_ fields: HTMLHeadFields, _ data: HTMLLinkedData) -> Set<String> {
        let stamps =
            fields.values(of: published.union(dated).union(modified))
            + [data.published, data.modified].compactMap(\.self)
        let reader = HTMLDayReader(isMonthFirst: false)
        return Set(stamps.filter { $0.utf8.prefix(5).last == 0x2D }.compactMap(reader.day))
    }
}
