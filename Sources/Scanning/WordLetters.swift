/// The first letters of a word in small letters, at most twelve, held in one number: a page has a thousand
/// words, and an array for each cost more than reading its dates.
struct WordLetters: Equatable {
    private var bytes: UInt128 = 0
    private(set) var count = 0

    private static let most = 12

    init() {}

    init(_ word: String) {
        for scalar in word.unicodeScalars { append(scalar) }
    }

    /// A letter outside ASCII stands as one that no English word has.
    mutating func append(_ letter: Unicode.Scalar) {
        guard count < Self.most else { return }
        bytes = bytes << 8 | UInt128(truncatingIfNeeded: min(letter.value, 127) | 32)
        count += 1
    }

    /// The `key` of the first three letters, or of the fewer that there are.
    var start: UInt32 { UInt32(truncatingIfNeeded: bytes >> (8 * UInt128(max(0, count - 3)))) & 0xFF_FFFF }

    /// The number that two or three small letters are.
    @inline(__always)
    static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar? = nil)
        -> UInt32
    {
        let two = first.value << 8 | second.value
        return third.map { two << 8 | $0.value } ?? two
    }
}
