import Foundation

/// A page's bytes as UTF-8: what is no UTF-8 is Windows-1252, which pages in the Americas and western Europe were written
/// in before. Control characters are spaces.
func decodedPage(_ bytes: [UInt8]) -> [UInt8] {
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    if body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF]),
        let text = String(data: Data(body), encoding: .utf16)
    {
        return Array(text.utf8).map(withoutControl)
    }
    if String(validating: body, as: UTF8.self) != nil { return body.map(withoutControl) }
    guard let text = String(data: Data(body), encoding: .windowsCP1252) else {
        return Array(String(decoding: body, as: UTF8.self).utf8).map(withoutControl)
    }
    return Array(text.utf8).map(withoutControl)
}

private func withoutControl(_ byte: UInt8) -> UInt8 {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D ? 0x20 : byte
}
