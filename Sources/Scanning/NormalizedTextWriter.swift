/// Writes a `NormalizedText`: ASCII by table, the rest scalar by scalar.
struct NormalizedTextWriter {
    private(set) var bytes: [UInt8] = []
    private(set) var sources: [UInt32] = []
    private var scalar: UInt32 = 0
    /// Line breaks in the run of separators that is being read; nil outside of one.
    private var breaks: Int?
    private var separatorSource: UInt32 = 0

    init(capacity: Int) {
        bytes.reserveCapacity(capacity + 16)
        sources.reserveCapacity(capacity + 16)
    }

    mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < text.count {
            let byte = text[position]
            if byte < 0x80 {
                write(ascii: byte)
                position += 1
            } else {
                let (value, length) = decode(text, at: position)
                write(other: value)
                position += length
            }
            scalar += 1
        }
    }

    @inline(__always)
    private mutating func write(ascii byte: UInt8) {
        let mapped = NormalizedTextTables.ascii[Int(byte)]
        switch mapped {
        case NormalizedTextTables.skip: break
        case NormalizedTextTables.separator: separate(breaks: 0)
        case NormalizedTextTables.lineBreak: separate(breaks: byte == 0x0C ? 2 : 1)
        case UInt8(ascii: "&"): append(Array("and".utf8))
        default: append(mapped, flag: byte == mapped ? 0 : NormalizedText.capital)
        }
    }

    private mutating func write(other value: UInt32) {
        switch NormalizedTextTables.other(value) {
        case .nothing: break
        case .separator: separate(breaks: 0)
        case .bytes(let mapped): append(mapped)
        }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8, flag: UInt32 = 0) {
        if breaks != nil { endSeparators() }
        bytes.append(byte)
        sources.append(scalar | flag)
    }

    private mutating func append(_ mapped: [UInt8]) {
        for byte in mapped { append(byte) }
    }

    @inline(__always)
    private mutating func separate(breaks new: Int) {
        if let old = breaks {
            breaks = old + new
        } else {
            breaks = new
            separatorSource = scalar
        }
    }

    private mutating func endSeparators() {
        let isParagraph = (breaks ?? 0) > 1
        breaks = nil
        guard !bytes.isEmpty else { return }
        bytes.append(isParagraph ? 0x0A : 0x20)
        sources.append(separatorSource)
    }

    /// The scalar at a position of well-formed UTF-8, and how many bytes it takes.
    private func decode(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (UInt32, Int) {
        let lead = UInt32(text[position])
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var value = lead & (0xFF >> UInt32(length + 1))
        for next in (position + 1)..<min(position + length, text.count) {
            value = value << 6 | UInt32(text[next]) & 0x3F
        }
        return (value, length)
    }
}
