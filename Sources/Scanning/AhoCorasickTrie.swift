/// The making of an `AhoCorasick`: a trie of the patterns, completed into an automaton breadth first.
struct AhoCorasickTrie {
    private(set) var classes: [UInt8] = Array(repeating: 0, count: 256)
    private(set) var shift: UInt32 = 0
    /// Next states, a row of `1 << shift` for each state.
    private(set) var table: [UInt32] = []
    /// Patterns that end in each state, longest first.
    private(set) var endings: [[UInt32]] = [[]]

    init(_ patterns: [[UInt8]]) {
        assignClasses(patterns)
        table = Array(repeating: 0, count: 1 << shift)
        for (number, pattern) in patterns.enumerated() where !pattern.isEmpty {
            insert(pattern, number)
        }
        complete()
    }

    private mutating func assignClasses(_ patterns: [[UInt8]]) {
        var isUsed = Array(repeating: false, count: 256)
        for pattern in patterns {
            for byte in pattern { isUsed[Int(byte)] = true }
        }
        // Were all 256 values in use, the last would share class 0 with none: 255 classes and one more fit.
        var next = isUsed.allSatisfy { $0 } ? 0 : 1
        for byte in 0..<256 where isUsed[byte] {
            classes[byte] = UInt8(next)
            next += 1
        }
        while (1 << shift) < next { shift += 1 }
    }

    private mutating func insert(_ pattern: [UInt8], _ number: Int) {
        var state = 0
        for byte in pattern {
            let cell = state << Int(shift) | Int(classes[Int(byte)])
            if table[cell] == 0 {
                table[cell] = UInt32(endings.count)
                endings.append([])
                for _ in 0..<(1 << shift) { table.append(0) }
            }
            state = Int(table[cell])
        }
        endings[state].append(UInt32(number))
    }

    /// Gives every state, for every class, the state of the longest suffix that is still a prefix.
    private mutating func complete() {
        let width = 1 << Int(shift)
        var fallbacks = Array(repeating: 0, count: endings.count)
        var queue = (0..<width).compactMap { table[$0] == 0 ? nil : Int(table[$0]) }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            let fallback = fallbacks[state]
            head += 1
            endings[state] += endings[fallback]
            for column in 0..<width {
                let next = Int(table[state * width + column])
                let other = table[fallback * width + column]
                if next == 0 {
                    table[state * width + column] = other
                } else {
                    fallbacks[next] = Int(other)
                    queue.append(next)
                }
            }
        }
    }
}
