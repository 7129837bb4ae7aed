import CZLib

/// Why packed bytes cannot be unpacked.
enum InflateError: Error, Sendable, Hashable, CustomStringConvertible {
    case damaged
    /// They end before their end.
    case cutShort
    case outOfMemory
    /// More would come out than was allowed.
    case tooMuch(Int)

    var description: String {
        switch self {
        case .damaged: "its compressed data is damaged"
        case .cutShort: "its compressed data ends too early"
        case .outOfMemory: "there is no memory to unpack it"
        case .tooMuch(let limit): "it unpacks to more than \(limit >> 20) MiB"
        }
    }
}

/// Unpacks gzip, zlib and raw deflate (RFC 1950 to 1952) piece by piece. zlib's state never leaves this file.
final class Inflater {
    enum Format: Int32 {
        /// gzip or zlib, as its first bytes say.
        case wrapped = 47
        /// Deflate without a wrapper, as some servers send it.
        case raw = -15
    }

    private var stream = z_stream()
    /// Whether all of a member has come out; more may follow in a gzip file.
    private(set) var isAtEnd = false

    init(_ format: Format = .wrapped) throws(InflateError) {
        guard letterbook_inflate_init(&stream, format.rawValue) == Z_OK else { throw .outOfMemory }
    }

    deinit { inflateEnd(&stream) }

    /// Begins a new member with what comes next.
    func begin() {
        inflateReset(&stream)
        isAtEnd = false
    }

    /// - Parameter most: bytes that may come out; the rest stays for the next call.
    /// - Returns: what came out, and how many bytes of the input it took.
    func inflate(_ input: ArraySlice<UInt8>, most: Int) throws(InflateError) -> (output: [UInt8], taken: Int)
    {
        var output = [UInt8](repeating: 0, count: most)
        let result = input.withUnsafeBufferPointer { bytes in
            output.withUnsafeMutableBufferPointer { room in
                stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                stream.avail_in = UInt32(clamping: bytes.count)
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(clamping: room.count)
                let code = CZLib.inflate(&stream, Z_NO_FLUSH)
                return (
                    code: code, taken: bytes.count - Int(stream.avail_in),
                    made: room.count - Int(stream.avail_out)
                )
            }
        }
        stream.next_in = nil
        stream.next_out = nil
        guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(result.code) else { throw .damaged }
        isAtEnd = result.code == Z_STREAM_END
        output.removeLast(output.count - result.made)
        return (output, result.taken)
    }

    /// All of it at once.
    static func unpacked(
        _ packed: [UInt8], _ format: Format = .wrapped, limit: Int
    ) throws(InflateError) -> [UInt8] {
        let inflater = try Inflater(format)
        var output: [UInt8] = []
        var input = packed[...]
        while !inflater.isAtEnd {
            let (piece, taken) = try inflater.inflate(input, most: 1 << 16)
            if piece.isEmpty, taken == 0 { throw .cutShort }
            output += piece
            input = input.dropFirst(taken)
            guard output.count <= limit else { throw .tooMuch(limit) }
        }
        return output
    }
}
