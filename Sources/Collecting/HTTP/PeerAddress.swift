import Glibc

/// The address that a connection really goes to, after all resolution.
///
/// What is no public address follows IANA's registries of special-purpose addresses
/// (iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry).
struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
    /// 4 or 16 bytes, first to last.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nil where it is neither IPv4 nor IPv6.
    init?(_ pointer: UnsafeRawPointer, family: Int32) {
        switch family {
        case AF_INET:
            let address = pointer.loadUnaligned(as: sockaddr_in.self)
            bytes = withUnsafeBytes(of: address.sin_addr) { Array($0) }
        case AF_INET6:
            let address = pointer.loadUnaligned(as: sockaddr_in6.self)
            bytes = withUnsafeBytes(of: address.sin6_addr) { Array($0) }
        default: return nil
        }
    }

    /// Nil where the text is no numeric address.
    init?(_ text: String) {
        let plain = text.filter { $0 != "[" && $0 != "]" }
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, plain, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, plain, &six) == 1 {
            bytes = withUnsafeBytes(of: six) { Array($0) }
        } else {
            return nil
        }
    }

    /// Whether anybody on the internet would reach the same machine under it.
    var isPublic: Bool { bytes.count == 4 ? isPublicIPv4(bytes[...]) : isPublicIPv6 }

    var description: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }
        return groups.joined(separator: ":")
    }

    private var isPublicIPv6: Bool {
        // IPv4 in IPv6: mapped, compatible, NAT64 and 6to4 lead where their IPv4 address leads.
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == bytes[11], [0, 0xFF].contains(bytes[10]) {
            return isPublicIPv4(bytes[12...])
        }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
            return isPublicIPv4(bytes[12...])
        }
        if bytes.starts(with: [0x20, 0x02]) { return isPublicIPv4(bytes[2..<6]) }
        // All that is handed out to the public lies in 2000::/3.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        // 2001::/23 (Teredo and other protocols), 2001:db8::/32 and 3fff::/20 (documentation).
        if bytes.starts(with: [0x20, 0x01]), bytes[2] < 2 || bytes[2] == 0x0D && bytes[3] == 0xB8 {
            return false
        }
        return !(bytes.starts(with: [0x3F, 0xFF]) && bytes[2] < 0x10)
    }
}

private func isPublicIPv4(_ address: ArraySlice<UInt8>) -> Bool {
    let value = address.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return !reservedIPv4.contains { value >> (32 - $0.length) == $0.network >> (32 - $0.length) }
}

private let reservedIPv4: [(network: UInt32, length: UInt32)] = [
    (0x0000_0000, 8),  // this network
    (0x0A00_0000, 8),  // private
    (0x6440_0000, 10),  // shared by a carrier's customers (RFC 6598)
    (0x7F00_0000, 8),  // loopback
    (0xA9FE_0000, 16),  // link-local, where clouds keep their metadata
    (0xAC10_0000, 12),  // private
    (0xC000_0000, 24),  // protocol assignments
    (0xC000_0200, 24),  // documentation
    (0xC058_6300, 24),  // 6to4 relays, withdrawn
    (0xC0A8_0000, 16),  // private
    (0xC612_0000, 15),  // benchmarks
    (0xC633_6400, 24),  // documentation
    (0xCB00_7100, 24),  // documentation
    (0xE000_0000, 4),  // multicast
    (0xF000_0000, 4),  // reserved, broadcast
]
