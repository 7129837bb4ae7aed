/// How long the lists are that candidates stand in, and whether what stands in them are titles of letters.
struct ListSizes {
    private struct Key: Hashable {
        var list: ItemFrame.List?
        var section: String?
    }

    private struct Count {
        var all = 0
        /// Of four words or more.
        var long = 0
    }

    private var counts: [Key: Count] = [:]
    private var sureLists: Set<ItemFrame.List> = []
    private var sureTitles = 0

    init(_ candidates: [ListingItems.Candidate]) {
        for candidate in candidates where candidate.frame.isStructured {
            var count = counts[Self.key(candidate)] ?? Count()
            count.all += 1
            if candidate.title.split(separator: " ").count >= 4 { count.long += 1 }
            counts[Self.key(candidate)] = count
            guard candidate.subject == .letters, candidate.isDocument || candidate.found.isBeside else {
                continue
            }
            sureTitles += 1
            if let list = candidate.frame.list { sureLists.insert(list) }
        }
    }

    private static func key(_ candidate: ListingItems.Candidate) -> Key {
        Key(list: candidate.frame.list, section: candidate.section)
    }

    /// Two or more, most of them of four words or more: menus have shorter ones. Where other lists of the page have files
    /// and dates, this one needs some too.
    func isListOfTitles(_ candidate: ListingItems.Candidate) -> Bool {
        guard candidate.frame.isStructured, let count = counts[Self.key(candidate)] else { return false }
        if count.all >= 2, candidate.frame.list.map(sureLists.contains) == true { return true }
        return count.all >= 2 && count.long * 3 >= count.all * 2 && sureTitles < 2
    }
}
