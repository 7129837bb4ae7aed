/// Random numbers that are the same every time (SplitMix64), for tests that invent their input.
public struct Dice: Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// 0 to below `sides`.
    public mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    /// One of the values, of which there is at least one.
    public mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
}
