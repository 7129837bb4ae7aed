import Dice

/// What a worker that a document has taken over may do with its three pipes, and what must come of it.
struct RandomAnswer {
    /// How it takes the question.
    enum Taking: CaseIterable {
        case whole, notAtAll, closed
    }

    var taking: Taking
    /// Portions of its answer, each written at once.
    var portions: [[UInt8]] = []
    /// Written before and between the portions.
    var complaints: [[UInt8]] = []
    var question: [[UInt8]]
    /// Bytes that are believed.
    var most: Int

    var stream: [UInt8] { portions.flatMap(\.self) }
    var complaint: [UInt8] { complaints.flatMap(\.self) }

    /// More than a pipe holds.
    private var isQuestionLong: Bool { question.reduce(0) { $0 + $1.count } > 70_000 }

    init(_ dice: inout Dice) {
        taking = dice.pick(Taking.allCases)
        most = dice.pick([0, 1, 100, 5_000, 100_000, 1 << 30])
        let isLong = dice.roll(20) == 0
        question = (0..<(1 + dice.roll(3))).map { _ in dice.bytes(dice.roll(40)) }
        if isLong { question.append(dice.bytes(70_001 + dice.roll(30_000))) }
        portions = dice.cut(Self.answer(&dice, most), most: 4_096)
        let said = dice.roll(16) == 0 ? dice.roll(100_000) : dice.roll(60)
        complaints = dice.cut(dice.roll(3) == 0 ? dice.bytes(said) : dice.text(said), most: 9_000)
    }

    private static func answer(_ dice: inout Dice, _ most: Int) -> [UInt8] {
        let size = dice.pick([0, 1, dice.roll(50), dice.roll(9_000), dice.roll(dice.pick([10, 90_000]))])
        let body = dice.bytes(size)
        switch dice.roll(8) {
        case 0: return dice.bytes(dice.roll(40))
        case 1: return Self.header(size) + body.prefix(dice.roll(size + 1))
        case 2: return Array(Self.header(size).prefix(dice.roll(5)))
        case 3: return Self.header(size) + body + dice.bytes(1 + dice.roll(20))
        case 4: return Self.header(size) + body + Self.header(size) + body
        case 5: return Self.header(dice.pick([most + 1, 1 << 30 + 1, 1 << 31, 0xFFFF_FFFF])) + body
        default: return Self.header(size) + body
        }
    }

    private static func header(_ length: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
    }

    /// What may come of it.
    enum Verdict: Equatable {
        case answered([UInt8]), gone, nonsense
    }

    /// All that the first four bytes say, of bytes that ended where they end.
    var expected: [Verdict] {
        let stream = stream
        guard stream.count >= 4 else { return [.gone] }
        let length = stream.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length <= min(most, 1 << 30) else { return [.nonsense] }
        guard stream.count >= 4 + length else { return [.gone] }
        if isQuestionLong, taking == .notAtAll { return [.nonsense] }
        let answered = Verdict.answered(Array(stream.dropFirst(4).prefix(length)))
        guard stream.count > 4 + length else { return [answered] }
        // What comes in one portion with the frame's end is seen with it; what comes later, before the next question.
        let ends = portions.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        return ends.contains(4 + length) ? [answered, .nonsense] : [.nonsense]
    }

    /// The same where an answer ends with the stream.
    var expectedOfFilter: [Verdict] { stream.count > most ? [.nonsense] : [.answered(stream)] }
}

extension Dice {
    mutating func bytes(_ count: Int) -> [UInt8] {
        let (first, step) = (roll(256), roll(256))
        return Self.filled((0..<251).map { UInt8(truncatingIfNeeded: first + $0 * step) }, count)
    }

    mutating func text(_ count: Int) -> [UInt8] {
        Self.filled(Array("a complaint of \(roll(1_000))\n".utf8), count)
    }

    /// A pattern, over and over.
    private static func filled(_ pattern: [UInt8], _ count: Int) -> [UInt8] {
        var bytes = pattern
        while bytes.count < count { bytes += bytes }
        return Array(bytes.prefix(count))
    }

    /// The same bytes in portions of a random size.
    mutating func cut(_ bytes: [UInt8], most: Int) -> [[UInt8]] {
        var rest = bytes[...]
        var portions: [[UInt8]] = []
        let size = bytes.count > 20_000 ? most : pick([3, 100, most])
        while !rest.isEmpty {
            let portion = rest.prefix(1 + (size == most ? most - 1 : roll(size)))
            portions.append(Array(portion))
            rest = rest.dropFirst(portion.count)
        }
        return portions
    }
}
