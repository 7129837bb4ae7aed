/// How alike two texts are, from 0 to 1: twice the characters in their matching blocks, divided by all characters
/// (Ratcliff and Obershelp; docs.python.org/3/library/difflib.html, so that figures agree with scorers written
/// on it). In a second text of 200 characters or more, characters that make up over a hundredth of it do not
/// begin a match.
func likeness(_ first: String, _ second: String) -> Double {
    let a = Array(first.unicodeScalars)
    let b = Array(second.unicodeScalars)
    guard !(a.isEmpty && b.isEmpty) else { return 1 }
    return 2 * Double(MatchingBlocks(a, b).size) / Double(a.count + b.count)
}

/// The longest common block, then the longest to its left and to its right, and so on.
private struct MatchingBlocks {
    private let a: [Unicode.Scalar]
    private let b: [Unicode.Scalar]
    private let places: [Unicode.Scalar: [Int]]

    init(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) {
        self.a = a
        self.b = b
        var places: [Unicode.Scalar: [Int]] = [:]
        for (place, scalar) in b.enumerated() { places[scalar, default: []].append(place) }
        if b.count >= 200 {
            let most = b.count / 100 + 1
            places = places.filter { $0.value.count <= most }
        }
        self.places = places
    }

    /// Characters in all blocks.
    var size: Int {
        var size = 0
        var waiting = [(a.indices, b.indices)]
        while let (left, right) = waiting.popLast() {
            let block = longest(in: left, right)
            guard block.size > 0 else { continue }
            size += block.size
            waiting.append((left.lowerBound..<block.a, right.lowerBound..<block.b))
            waiting.append((block.a + block.size..<left.upperBound, block.b + block.size..<right.upperBound))
        }
        return size
    }

    private func longest(in left: Range<Int>, _ right: Range<Int>) -> (a: Int, b: Int, size: Int) {
        var best = (a: left.lowerBound, b: right.lowerBound, size: 0)
        var lengths: [Int: Int] = [:]
        for i in left {
            var next: [Int: Int] = [:]
            for j in places[a[i]] ?? [] where right.contains(j) {
                let length = (lengths[j - 1] ?? 0) + 1
                next[j] = length
                if length > best.size { best = (i - length + 1, j - length + 1, length) }
            }
            lengths = next
        }
        return extended(best, in: left, right)
    }

    /// Frequent characters do not begin a block, but they may lengthen one.
    private func extended(
        _ block: (a: Int, b: Int, size: Int), in left: Range<Int>, _ right: Range<Int>
    ) -> (a: Int, b: Int, size: Int) {
        var block = block
        while block.a > left.lowerBound, block.b > right.lowerBound, a[block.a - 1] == b[block.b - 1] {
            block = (block.a - 1, block.b - 1, block.size + 1)
        }
        while block.a + block.size < left.upperBound, block.b + block.size < right.upperBound,
            a[block.a + block.size] == b[block.b + block.size]
        {
            block.size += 1
        }
        return block
    }
}

/// Whether two names or titles mean the same: equal, one the initials of the other, alike to 85 in 100, or all the
/// words of the shorter in a longer one at most twice its length.
func meanTheSame(_ first: String, _ second: String) -> Bool {
    let x = LabelText.words(first)
    let y = LabelText.words(second)
    guard !x.isEmpty, !y.isEmpty else { return x == y }
    let joined = (x.joined(separator: " "), y.joined(separator: " "))
    if joined.0 == joined.1 || initials(x) == y.joined() || initials(y) == x.joined() { return true }
    if likeness(joined.0, joined.1) >= 0.85 { return true }
    let common = Double(Set(x).intersection(y).count)
    let sizes = [Set(x).count, Set(y).count].sorted()
    return sizes[0] >= 2 && common / Double(sizes[0]) >= 0.99 && common / Double(sizes[1]) >= 0.5
}

private func initials(_ words: [String]) -> String {
    let small: Set<String> = ["of", "the", "and", "for", "on", "in"]
    return words.filter { !small.contains($0) }.compactMap { $0.first.map(String.init) }.joined()
}
