/// How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another.
public func editDistance(_ a: some StringProtocol, _ b: some StringProtocol) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(row[j] + 1, above[j + 1] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
            row.append(cost)
        }
        before = above
        above = row
    }
    return above[b.count]
}

/// The known names that somebody may have meant, nearest first; at most three.
///
/// A name is near when at most a third of its letters differ, or when it contains what was typed.
public func nearestNames(to typed: String, among names: [String]) -> [String] {
    let typed = typed.lowercased()
    let letters = typed.unicodeScalars.sorted()
    let near = names.compactMap { name -> (distance: Int, name: String)? in
        let most = max(1, max(typed.count, name.count) / 3)
        // Two names differ by as much as their lengths at least: what is far too long is not looked at letter by letter.
        let apart = abs(letters.count - name.lowercased().unicodeScalars.count)
        let distance = apart > most ? apart : editDistance(typed, name.lowercased())
        if distance <= most {
            // The same letters in another order are the likeliest slip.
            return (2 * distance - (name.unicodeScalars.sorted() == letters ? 1 : 0), name)
        }
        return typed.count >= 3 && name.lowercased().contains(typed) ? (100 + distance, name) : nil
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
}
