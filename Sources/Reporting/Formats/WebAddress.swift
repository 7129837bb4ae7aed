/// An address as a link may have it: of the web, and of the characters that addresses are made of (RFC 3986, 2); any
/// other is written as its percent-encoded bytes. Nil for what is no address of the web, such as a script.
func webAddress(_ text: String) -> String? {
    let address = cleanText(text)
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "ftp"].contains(scheme), address.dropFirst(scheme.count).hasPrefix("://") else {
        return nil
    }
    return address.utf8.map { isOfAddress($0) ? String(Unicode.Scalar($0)) : percentEncoded($0) }.joined()
}

private func isOfAddress(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "%": true
    case ":", "/", "?", "#", "[", "]", "@", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=": true
    default: false
    }
}

private func percentEncoded(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
}
