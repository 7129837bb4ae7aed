extension ListedItem {
    /// The same letter, listed twice on a page: what the first lacks, the second adds. A file goes before its page.
    func merged(with other: ListedItem) -> ListedItem {
        var merged = isLandingPage && !other.isLandingPage ? other : self
        let second = isLandingPage && !other.isLandingPage ? self : other
        var seen: Set<String> = [LinkAddress.key(merged.url)]
        merged.otherURLs = (merged.otherURLs + [second.url] + second.otherURLs).filter {
            seen.insert(LinkAddress.key($0)).inserted
        }
        merged.linkText = linkText ?? other.linkText
        merged.section = section ?? other.section
        merged.teaser = teaser ?? other.teaser
        merged.listedDate = listedDate ?? other.listedDate
        return merged
    }
}
