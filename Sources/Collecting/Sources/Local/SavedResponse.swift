import Foundation

/// An answer as a server sent it and a crawler kept it: head and body, the latter perhaps in chunks and packed.
struct SavedResponse: Sendable, Hashable {
    /// Largest original, as over the network.
    static let largest = FileQueue.largest

    var status: Int
    var fields: HeaderFields
    var body: [UInt8]

    /// - Throws: `WARCError` or `InflateError`, where it is no answer or cannot be unpacked.
    init(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        guard let first = Self.line(&rest), let status = Self.status(first) else {
            throw WARCError.malformed("it is no answer of a web server")
        }
        var fields = HeaderFields()
        var last: String?
        while let line = Self.line(&rest), !line.isEmpty { fields.take(line, after: &last) }
        self.status = status
        self.fields = fields
        body = try Self.unpacked(Self.joined(rest, fields), fields)
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        var line = Array(rest[..<end])
        rest = rest[min(end + 1, rest.endIndex)...]
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    /// 200 of `HTTP/1.1 200 OK`.
    private static func status(_ line: [UInt8]) -> Int? {
        let parts = String(decoding: line.prefix(64), as: UTF8.self).split(separator: " ")
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/"), parts[1].utf8.count == 3 else { return nil }
        return Int(parts[1])
    }

    /// The chunks of a body (RFC 9112, 7.1) as one. Some crawlers keep the header and drop the chunks: then it is whole.
    private static func joined(_ body: ArraySlice<UInt8>, _ fields: HeaderFields) -> [UInt8] {
        guard fields["transfer-encoding"]?.lowercased().contains("chunked") == true else {
            return Array(body)
        }
        var rest = body
        var joined: [UInt8] = []
        while let line = line(&rest) {
            let size = String(decoding: line.prefix { $0 != 0x3B }.prefix(16), as: UTF8.self)
                .trimmingCharacters(in: .whitespaces)
            guard !size.isEmpty, let count = Int(size, radix: 16), count >= 0, count <= rest.count else {
                return joined.isEmpty ? Array(body) : joined
            }
            if count == 0 { break }
            joined += rest.prefix(count)
            rest = rest.dropFirst(count)
            _ = self.line(&rest)
        }
        return joined
    }

    private static func unpacked(_ body: [UInt8], _ fields: HeaderFields) throws -> [UInt8] {
        switch fields["content-encoding"]?.lowercased() ?? "" {
        case "", "identity": return body
        case "gzip", "x-gzip":
            // Some crawlers unpack the body and keep the header.
            return body.starts(with: [0x1F, 0x8B]) ? try Inflater.unpacked(body, limit: largest) : body
        case "deflate":
            let isWrapped =
                body.count > 1 && body[0] & 0x0F == 8 && (Int(body[0]) << 8 + Int(body[1])) % 31 == 0
            return try Inflater.unpacked(body, isWrapped ? .wrapped : .raw, limit: largest)
        case let other: throw WARCError.malformed("it is packed as \(other), which is not read")
        }
    }
}
