import Correspondence

/// A letter's facts in as few bytes as can be read again quickly: a night over a million letters reads all of them.
///
/// Text is its length (two bytes, most significant first) and UTF-8; a list is its length and texts; numbers are four
/// bytes; what is missing has the length 65535.
extension LetterFacts {
    public var packed: [UInt8] {
        var packer = Packer()
        packer.add(id)
        packer.add(text)
        packer.add(UInt32(clamping: words))
        packer.add(earliestDay)
        packer.add(latestDay)
        packer.add(sender)
        packer.add(mediaType.rawValue)
        for list in [addressees, writers, readers, answered] { packer.add(list) }
        for number in signature?.minima ?? [] { packer.add(number) }
        return packer.bytes
    }

    /// Nil for bytes that are no packed facts.
    public init?(packed: [UInt8]) {
        let unpacked: LetterFacts? = packed.withUnsafeBufferPointer { bytes in
            var unpacker = Unpacker(bytes: bytes)
            return LetterFacts(&unpacker)
        }
        guard let unpacked else { return nil }
        self = unpacked
    }

    private init?(_ unpacker: inout Unpacker) {
        guard let id = unpacker.text(), let text = unpacker.text() else { return nil }
        self.id = id
        self.text = text
        words = Int(unpacker.number())
        earliestDay = unpacker.text()
        latestDay = unpacker.text()
        sender = unpacker.text()
        guard let type = unpacker.text(), let mediaType = MediaType(rawValue: type) else { return nil }
        self.mediaType = mediaType
        addressees = unpacker.texts()
        writers = unpacker.texts()
        readers = unpacker.texts()
        answered = unpacker.texts()
        let rest = unpacker.left
        guard !unpacker.isBroken, rest == 0 || rest == Signature.size * 4 else { return nil }
        signature = rest == 0 ? nil : Signature(minima: (0..<Signature.size).map { _ in unpacker.number() })
    }
}

private struct Packer {
    private(set) var bytes: [UInt8] = []
    static let missing = 65_535

    mutating func add(_ number: UInt32) {
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// Longer texts than any name are cut, which a hash or a name never is.
    mutating func add(_ text: String?) {
        let utf8 = text.map { Array($0.utf8.prefix(Self.missing - 1)) }
        addLength(utf8?.count ?? Self.missing)
        bytes += utf8 ?? []
    }

    mutating func add(_ texts: [String]) {
        let kept = texts.prefix(Self.missing - 1)
        addLength(kept.count)
        for text in kept { add(text) }
    }

    private mutating func addLength(_ length: Int) {
        bytes.append(UInt8(truncatingIfNeeded: length >> 8))
        bytes.append(UInt8(truncatingIfNeeded: length))
    }
}

private struct Unpacker {
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    /// It asked for more than there is.
    private(set) var isBroken = false

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var left: Int { bytes.count - place }

    mutating func number() -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 { number = number << 8 | UInt32(byte()) }
        return number
    }

    mutating func text() -> String? {
        let length = length()
        guard length != Packer.missing else { return nil }
        guard length <= left else {
            isBroken = true
            return nil
        }
        defer { place += length }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<(place + length)]), as: UTF8.self)
    }

    mutating func texts() -> [String] {
        let count = length()
        guard count <= left else {
            isBroken = true
            return []
        }
        return (0..<count).compactMap { _ in text() }
    }

    private mutating func length() -> Int { Int(byte()) << 8 | Int(byte()) }

    private mutating func byte() -> UInt8 {
        guard place < bytes.count else {
            isBroken = true
            return 0
        }
        defer { place += 1 }
        return bytes[place]
    }
}
