/// Finds letters that may share text, without comparing all with all (locality-sensitive hashing): letters that
/// agree in three neighbouring numbers of their signatures, in any of 64 such bands.
///
/// A pair with 40 % in common is found with probability .985, with 60 % always; unrelated letters hardly ever.
struct CandidateFinder {
    static let rows = 3
    static let bands = Signature.size / rows
    /// In a crowd that agrees in a band each letter is compared with so many others, not with all: the crowd's
    /// first, and those just before it.
    private static let leaders = 3
    private static let neighbours = 2

    /// Pairs of positions in the list, lower first, each once, in order.
    func pairs(in letters: [LetterFacts]) -> [(Int, Int)] {
        var found: Set<UInt64> = []
        for band in 0..<Self.bands {
            for bucket in buckets(letters, band) { add(bucket, to: &found) }
        }
        return found.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }

    /// Letters with equal numbers in a band, more than one, each list in order of position.
    private func buckets(_ letters: [LetterFacts], _ band: Int) -> [ArraySlice<(key: UInt64, letter: Int)>] {
        var keyed: [(key: UInt64, letter: Int)] = []
        keyed.reserveCapacity(letters.count)
        for (position, letter) in letters.enumerated() {
            guard let minima = letter.signature?.minima else { continue }
            let rows = minima[(band * Self.rows)..<((band + 1) * Self.rows)]
            keyed.append((rows.reduce(0) { WordHash.mixed($0 &+ UInt64($1)) }, position))
        }
        keyed.sort { ($0.key, $0.letter) < ($1.key, $1.letter) }
        var buckets: [ArraySlice<(key: UInt64, letter: Int)>] = []
        var start = 0
        for place in 1..<max(1, keyed.count + 1)
        where place == keyed.count || keyed[place].key != keyed[start].key {
            if place - start > 1 { buckets.append(keyed[start..<place]) }
            start = place
        }
        return buckets
    }

    private func add(_ bucket: ArraySlice<(key: UInt64, letter: Int)>, to found: inout Set<UInt64>) {
        for place in bucket.indices {
            let leaders = bucket.startIndex..<min(place, bucket.startIndex + Self.leaders)
            let before = max(bucket.startIndex, place - Self.neighbours)..<place
            for other in [leaders, before].joined() {
                found.insert(UInt64(bucket[other].letter) << 32 | UInt64(bucket[place].letter))
            }
        }
    }
}
