import Correspondence
import Glibc

/// Which letters a source takes: its `include`, `exclude` and `since`.
enum AddressChoice {
    /// By any of its addresses, and by the day that the list gives it; without a day it is taken.
    static func takes(_ item: ListedItem, _ source: Source) -> Bool {
        let addresses = [item.url] + item.otherURLs
        if source.exclude.contains(where: { pattern in addresses.contains { fnmatch(pattern, $0, 0) == 0 } })
        {
            return false
        }
        guard source.include.isEmpty || addresses.contains(where: { takes($0, source) }) else { return false }
        guard let since = source.since, let last = item.listedDate.flatMap(EDTFDate.init)?.latestDay else {
            return true
        }
        return last >= since
    }

    /// Shell patterns over the whole address: `*` stands for any characters, `/` too.
    static func takes(_ address: String, _ source: Source) -> Bool {
        if source.exclude.contains(where: { fnmatch($0, address, 0) == 0 }) { return false }
        return source.include.isEmpty || source.include.contains { fnmatch($0, address, 0) == 0 }
    }
}
