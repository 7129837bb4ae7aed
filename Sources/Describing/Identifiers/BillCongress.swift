import Correspondence

/// Says which Congress a bill belongs to: the one stated beside it anywhere in the letter, else the one that
/// sat when the letter was written. Numbers start again with each Congress (congress.gov/help/legislation).
struct BillCongress {
    var letterDate: EDTFDate?

    func complete(_ identifiers: [Identifier]) -> [Identifier] {
        var stated: [String: Int] = [:]
        for bill in identifiers where bill.kind == .bill {
            if let congress = bill.congress { stated[bill.value] = stated[bill.value] ?? congress }
        }
        let sitting = letterDate.flatMap(Self.sitting)
        return identifiers.map { identifier in
            guard identifier.kind == .bill else { return identifier }
            guard let congress = identifier.congress ?? stated[identifier.value] ?? sitting else {
                return identifier
            }
            var bill = identifier
            bill.congress = congress
            bill.value += "-\(congress)"
            return bill
        }
    }

    /// The Congress that sat on a date. A Congress ends on 3 January of odd years (20th Amendment).
    static func sitting(_ date: EDTFDate) -> Int? {
        guard let year = date.start.year, year >= 1935 else { return nil }
        let isBefore = year % 2 == 1 && date.start.month == 1 && (date.start.day ?? 31) < 3
        return (year - (isBefore ? 1 : 0) - 1789) / 2 + 1
    }
}
