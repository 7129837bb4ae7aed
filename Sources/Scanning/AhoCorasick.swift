/// Finds every occurrence of many byte strings in one pass (Aho and Corasick, 1975), in time that does not
/// depend on how many strings there are.
///
/// The automaton is a table of states by byte classes: bytes that no pattern holds share one class, so the
/// table stays small. Build it once and keep it; searching allocates nothing.
public struct AhoCorasick: Sendable {
    /// One occurrence: which pattern, and where its bytes stand.
    public struct Match: Sendable, Hashable {
        /// Position of the pattern in the list that the automaton was built from.
        public var pattern: Int
        /// Byte offsets into the searched bytes.
        public var range: Range<Int>

        public init(pattern: Int, range: Range<Int>) {
            self.pattern = pattern
            self.range = range
        }
    }

    /// Class of each byte; class 0 holds the bytes that no pattern uses.
    private let classes: [UInt8]
    /// Bits to shift a state's number by to reach its row.
    private let shift: UInt32
    /// Rows of next states. The highest bit says that some pattern ends in that state.
    private let table: [UInt32]
    /// Patterns that end in a state: `endings[firstEnding[state] ..< firstEnding[state + 1]]`.
    private let firstEnding: [UInt32]
    private let endings: [UInt32]
    private let lengths: [Int]

    private static let ends: UInt32 = 1 << 31

    /// Empty patterns never match; equal patterns match each on its own.
    public init(_ patterns: [[UInt8]]) {
        let trie = AhoCorasickTrie(patterns)
        classes = trie.classes
        shift = trie.shift
        lengths = patterns.map(\.count)
        var first: [UInt32] = []
        var all: [UInt32] = []
        for list in trie.endings {
            first.append(UInt32(all.count))
            all += list
        }
        first.append(UInt32(all.count))
        firstEnding = first
        endings = all
        table = trie.table.map { state in
            trie.endings[Int(state)].isEmpty ? state : state | Self.ends
        }
    }

    /// Calls `body` for every occurrence, overlapping ones included, in order of their ends.
    public func forEachMatch(in bytes: [UInt8], _ body: (Match) -> Void) {
        bytes.withUnsafeBufferPointer { text in
            table.withUnsafeBufferPointer { table in
                classes.withUnsafeBufferPointer { classes in
                    var state: UInt32 = 0
                    for position in text.indices {
                        let next = table[Int(state << shift) | Int(classes[Int(text[position])])]
                        state = next & ~Self.ends
                        if next != state { report(state, end: position + 1, body) }
                    }
                }
            }
        }
    }

    /// All occurrences, in order of their ends.
    public func matches(in bytes: [UInt8]) -> [Match] {
        var found: [Match] = []
        forEachMatch(in: bytes) { found.append($0) }
        return found
    }

    private func report(_ state: UInt32, end: Int, _ body: (Match) -> Void) {
        for place in firstEnding[Int(state)]..<firstEnding[Int(state) + 1] {
            let pattern = Int(endings[Int(place)])
            body(Match(pattern: pattern, range: (end - lengths[pattern])..<end))
        }
    }
}
