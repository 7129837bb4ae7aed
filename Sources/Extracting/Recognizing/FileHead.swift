import Glibc

/// The first bytes of a file, for telling formats apart.
struct FileHead {
    /// Bytes looked at: enough to meet `<html` behind comments, little enough to cost nothing.
    static let length = 8_192

    let bytes: ArraySlice<UInt8>
    /// The bytes as Latin letters, NULs left out: what is ASCII in any encoding can be read here.
    let text: String
    /// Whether it can be text: no NULs but those of UTF-16, hardly any control characters.
    let isText: Bool

    init(_ all: [UInt8]) {
        bytes = all.prefix(Self.length)
        text = Self.latinText(bytes)
        isText = Self.isText(all, head: bytes)
    }

    private static func latinText(_ bytes: ArraySlice<UInt8>) -> String {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count * 2)
        for byte in bytes where byte != 0 {
            if byte < 0x80 {
                utf8.append(byte)
            } else {
                utf8.append(0xC0 | byte >> 6)
                utf8.append(0x80 | byte & 0x3F)
            }
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// A PDF reader accepts up to 1,024 bytes before the mark (ISO 32000-1, implementation note 13).
    var hasPDFMark: Bool {
        let mark = Array("%PDF-".utf8)
        let reach = bytes.prefix(1_024 + mark.count)
        return reach.indices.dropLast(mark.count - 1).contains {
            reach[$0] == mark[0] && reach[$0..<($0 + mark.count)].elementsEqual(mark)
        }
    }

    func begins(with magic: [UInt8], at offset: Int = 0) -> Bool {
        bytes.dropFirst(offset).starts(with: magic)
    }

    private static func isText(_ all: [UInt8], head: ArraySlice<UInt8>) -> Bool {
        if all.starts(with: [0xFF, 0xFE]) || all.starts(with: [0xFE, 0xFF]) { return true }
        let hasNull = all.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        if hasNull { return false }
        let controls = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B && $0 != 0x1A }
        return controls * 50 <= head.count
    }
}
