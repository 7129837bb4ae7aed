/// The header fields of a message or of a part of one (RFC 5322, 2.2), and where its body begins.
struct EmailHeader {
    /// Lower-case names and raw values, unfolded, in order.
    private(set) var fields: [(name: String, value: ArraySlice<UInt8>)] = []
    private(set) var body: ArraySlice<UInt8>
    /// Whether there was more than is kept.
    private(set) var isCut = false

    /// Fields kept. Default 1,000: lists and relays write some hundred.
    private static let mostFields = 1_000
    /// Bytes kept of one value. Default 64 KB: thousands of addressees.
    private static let longestValue = 65_536

    init(_ bytes: ArraySlice<UInt8>) {
        body = bytes[bytes.endIndex...]
        var rest = bytes
        while !rest.isEmpty {
            let line = Self.line(of: &rest)
            if line.isEmpty {
                body = rest
                return
            }
            if line.first == 0x20 || line.first == 0x09 { fold(line) } else { add(line) }
        }
    }

    /// The values of the fields of a name, joined as one list, decoded.
    func text(_ name: String) -> String? {
        let found = fields.filter { $0.name == name }.map { EncodedWords.decoded($0.value) }
            .filter { !$0.isEmpty }
        return found.isEmpty ? nil : found.joined(separator: ", ")
    }

    /// The first value of a name as it stands, for fields that programs read.
    func raw(_ name: String) -> String? {
        fields.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// The next line without its end; what is left afterwards stays in `rest`.
    static func line(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
        let line = rest[rest.startIndex..<end]
        var next = end
        if next < rest.endIndex, rest[next] == 0x0D { next += 1 }
        if next < rest.endIndex, rest[next] == 0x0A { next += 1 }
        rest = rest[next...]
        return line
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        guard fields.count < Self.mostFields else {
            isCut = true
            return
        }
        guard let colon = line.firstIndex(of: 0x3A) else { return }
        let name = line[..<colon].filter { $0 > 0x20 }.map {
            (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
        }
        let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        isCut = isCut || value.count > Self.longestValue
        fields.append((String(decoding: name, as: UTF8.self), value.prefix(Self.longestValue)))
    }

    private mutating func fold(_ line: ArraySlice<UInt8>) {
        guard let last = fields.indices.last else { return }
        guard fields[last].value.count + line.count <= Self.longestValue else {
            isCut = true
            return
        }
        fields[last].value += line
    }
}
