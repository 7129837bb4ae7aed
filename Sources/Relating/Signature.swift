import Foundation
import Scanning

/// What a text's three-word sequences look like, in 192 numbers (MinHash: Broder 1997): the share of equal
/// numbers in two signatures estimates the share of sequences that the texts have in common (Jaccard).
///
/// The standard error is at most 0.036. Made from words alone, so an HTML page and a PDF of one letter agree.
public struct Signature: Sendable, Hashable {
    static let size = 192
    /// Words in a sequence: long enough to be rare, short enough to survive a misread letter.
    static let shingle = 3
    /// A text of fewer words tells too little to be compared.
    static let fewestWords = 30

    let minima: [UInt32]

    init(minima: [UInt32]) { self.minima = minima }

    /// Nil for a text of fewer than thirty words.
    init?(words: [UInt64]) {
        guard words.count >= Self.fewestWords else { return nil }
        let shingles = Self.shingles(words)
        var minima = [UInt32](repeating: .max, count: Self.size)
        minima.withUnsafeMutableBufferPointer { minima in
            Self.factors.withUnsafeBufferPointer { factors in
                Self.offsets.withUnsafeBufferPointer { offsets in
                    for shingle in shingles {
                        for place in 0..<Self.size {
                            let value = shingle &* factors[place] &+ offsets[place]
                            minima[place] = min(minima[place], value)
                        }
                    }
                }
            }
        }
        self.minima = minima
    }

    /// The estimated share of sequences in common, 0 to 1.
    public func similarity(to other: Signature) -> Double {
        var same = 0
        for place in minima.indices where minima[place] == other.minima[place] { same += 1 }
        return Double(same) / Double(Self.size)
    }

    private static func shingles(_ words: [UInt64]) -> [UInt32] {
        (0...(words.count - shingle)).map { start in
            var hash: UInt64 = 0
            for word in words[start..<(start + shingle)] { hash = WordHash.mixed(hash &+ word) }
            return UInt32(truncatingIfNeeded: hash >> 32)
        }
    }

    // 192 permutations of the 32-bit numbers: x ↦ odd factor · x + offset.
    private static let factors = (0..<size).map {
        UInt32(truncatingIfNeeded: WordHash.mixed(UInt64($0) &* 2 &+ 1) >> 32) | 1
    }
    private static let offsets = (0..<size).map {
        UInt32(truncatingIfNeeded: WordHash.mixed(UInt64($0) &* 2 &+ 2) >> 32)
    }
}

extension Signature: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let bytes = try container.decode(Data.self)
        guard bytes.count == Self.size * 4 else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a signature has \(Self.size * 4) bytes, not \(bytes.count)")
        }
        minima = (0..<Self.size).map { place in
            bytes.dropFirst(place * 4).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    /// Base64 of the numbers, big-endian.
    public func encode(to encoder: any Encoder) throws {
        var bytes = Data(capacity: Self.size * 4)
        for number in minima {
            for shift in [24, 16, 8, 0] as [UInt32] {
                bytes.append(UInt8(truncatingIfNeeded: number >> shift))
            }
        }
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }
}

/// Hashes of words that are the same on every machine and in every run.
enum WordHash {
    /// The words of texts in order: runs of letters and digits, normalised, each as a 64-bit hash (FNV-1a).
    static func words(of texts: [String]) -> [UInt64] {
        var words: [UInt64] = []
        for text in texts {
            var hash: UInt64 = 0
            for byte in NormalizedText(text).bytes {
                if NormalizedText.isWordByte(byte) {
                    hash =
                        ((hash == 0 ? 0xcbf2_9ce4_8422_2325 : hash) ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
                } else if hash != 0 {
                    words.append(hash)
                    hash = 0
                }
            }
            if hash != 0 { words.append(hash) }
        }
        return words
    }

    /// Spreads a number over all 64 bits (SplitMix64's finaliser).
    static func mixed(_ number: UInt64) -> UInt64 {
        var hash = number &+ 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }

    /// One hash for all words in order.
    static func whole(_ words: [UInt64]) -> UInt64 {
        words.reduce(UInt64(words.count)) { mixed($0 &+ $1) }
    }
}
