/// A text as the scanners read it: its UTF-8 bytes, and a way from a byte to its Unicode scalar and back.
///
/// Scanners find byte ranges; evidence counts Unicode scalars. The bytes come from a `String`, so they are
/// valid UTF-8, and scanners need not check them again.
public struct IndexedText: Sendable, Hashable {
    public let bytes: [UInt8]
    /// Scalars before every `stride`-th byte; nil where every byte is a scalar (ASCII).
    private let counts: [Int]?
    /// Unicode scalars in the whole text.
    public let scalarCount: Int

    private static let stride = 128

    public init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
        scalarCount = bytes.reduce(0) { $0 + (Self.startsScalar($1) ? 1 : 0) }
        counts = scalarCount == bytes.count ? nil : Self.counts(of: bytes)
    }

    private static func counts(of bytes: [UInt8]) -> [Int] {
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / stride + 1)
        var scalars = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % stride == 0 { counts.append(scalars) }
            if startsScalar(byte) { scalars += 1 }
        }
        return counts
    }

    public var isEmpty: Bool { bytes.isEmpty }

    /// The whole text, in bytes.
    public var range: Range<Int> { 0..<bytes.count }

    /// How many Unicode scalars stand before a byte. `byte` may be the text's end.
    public func scalarOffset(ofByte byte: Int) -> Int {
        let byte = min(max(byte, 0), bytes.count)
        guard let counts, byte < bytes.count else { return counts == nil ? byte : scalarCount }
        let block = byte / Self.stride
        var scalars = counts[block]
        for offset in (block * Self.stride)..<byte where Self.startsScalar(bytes[offset]) { scalars += 1 }
        return scalars
    }

    /// Where a Unicode scalar starts. `scalar` may be the text's end.
    public func byteOffset(ofScalar scalar: Int) -> Int {
        let scalar = min(max(scalar, 0), scalarCount)
        guard let counts, scalar < scalarCount else { return counts == nil ? scalar : bytes.count }
        let block = lastBlock(in: counts, upTo: scalar)
        var passed = counts[block]
        var offset = block * Self.stride
        while offset < bytes.count {
            if Self.startsScalar(bytes[offset]) {
                if passed == scalar { return offset }
                passed += 1
            }
            offset += 1
        }
        return bytes.count
    }

    public func scalarRange(ofBytes range: Range<Int>) -> Range<Int> {
        let start = scalarOffset(ofByte: range.lowerBound)
        return start..<max(start, scalarOffset(ofByte: range.upperBound))
    }

    public func byteRange(ofScalars range: Range<Int>) -> Range<Int> {
        let start = byteOffset(ofScalar: range.lowerBound)
        return start..<max(start, byteOffset(ofScalar: range.upperBound))
    }

    /// What stands in a range of bytes.
    public subscript(range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: self.range)], as: UTF8.self)
    }

    /// The line around a byte, without its line break.
    public func lineRange(around byte: Int) -> Range<Int> {
        let newline = UInt8(ascii: "\n")
        let byte = min(max(byte, 0), bytes.count)
        let start = bytes[..<byte].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[byte...].firstIndex(of: newline) ?? bytes.count
        return start..<end
    }

    /// The last block that starts at or before a scalar.
    private func lastBlock(in counts: [Int], upTo scalar: Int) -> Int {
        var low = 0
        var high = counts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if counts[middle] <= scalar { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private static func startsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
