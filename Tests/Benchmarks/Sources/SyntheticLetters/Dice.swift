import Foundation

/// Random numbers that are the same every time (SplitMix64), one stream for each letter.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 to below `sides`.
    mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(max(1, sides))) }

    /// 0 to below 1.
    mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// Whether something happens that does in so many of a thousand cases.
    mutating func happens(_ perMille: Int) -> Bool { roll(1_000) < perMille }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

    /// A rank from 0 to below `count`; the second is half as frequent as the first, the tenth a tenth (Zipf).
    mutating func rank(_ count: Int) -> Int {
        min(count - 1, Int(exp(fraction() * log(Double(count) + 1))) - 1)
    }
}
