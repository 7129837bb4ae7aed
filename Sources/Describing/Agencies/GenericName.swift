import Correspondence
import Scanning

/// Names that states, counties and cities give their own bodies too.
enum GenericName {
    /// Whether the words before a federal body's name make it a state's or a city's: `Ohio Department of
    /// Transportation`, `New York City Department of Education`.
    static func isStates(_ range: Range<Int>, in text: NormalizedText) -> Bool {
        guard starts.contains(where: { text.bytes[range].starts(with: $0) }) else { return false }
        let before = text.bytes[max(0, range.lowerBound - longest)..<range.lowerBound]
        guard before.last == 32 else { return false }
        let words = before.dropLast()
        return owners.contains { owner in
            guard words.count >= owner.count, words.suffix(owner.count).elementsEqual(owner) else {
                return false
            }
            guard let next = words.dropLast(owner.count).last else { return true }
            return !NormalizedText.isWordByte(next)
        }
    }

    private static let starts = [
        "department of", "office of", "office for", "bureau of", "division of", "attorney general",
        "senate", "house", "commission on", "council on", "board of", "civil rights division",
        "administration",
        "supreme court", "court of",
    ].map { Array($0.utf8) }

    private static let owners: [[UInt8]] =
        (State.all.map { $0.name.lowercased() }.filter { $0 != "district of columbia" }
        + ["state", "county", "city", "states own", "commonwealth", "provincial", "municipal", "tribal"])
        .map { Array($0.utf8) }

    private static let longest = 2 + (owners.map(\.count).max() ?? 0)
}
