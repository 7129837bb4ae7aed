import Correspondence

/// What a survey needs to know of an original's bytes.
public struct OriginalContents: Sendable, Hashable {
    /// As lower-case hexadecimal digits.
    public var sha256: String
    /// By which its format is recognised: all bytes of a file of up to 4 MiB, else its first and last 2 MiB, joined.
    /// Formats tell themselves at the beginning; a ZIP's directory and JSON's last bracket are at the end.
    public var ends: [UInt8]
}

extension OriginalFile {
    /// Bytes of one end of a file that is not taken whole.
    private static let end = 2 << 20

    /// Where its first end ends, and its last one begins.
    private var inner: (from: Int, to: Int) {
        size <= 2 * Self.end ? (size, size) : (Self.end, size - Self.end)
    }

    /// Its hash and its ends, read in one pass.
    ///
    /// - Throws: `.changed` where it has become shorter.
    public func contents() throws(OriginalError) -> OriginalContents {
        let inner = inner
        var hash = SHA256()
        var ends: [UInt8] = []
        ends.reserveCapacity(size - (inner.to - inner.from))
        try eachPortion { portion, place in
            hash.update(portion)
            ends += portion.prefix(max(0, inner.from - place))
            ends += portion.dropFirst(max(max(0, inner.from - place), inner.to - place))
        }
        return OriginalContents(sha256: hash.finalizeHex(), ends: ends)
    }

    /// The ends alone.
    ///
    /// - Throws: `.changed` where it has become shorter.
    public func ends() throws(OriginalError) -> [UInt8] {
        let inner = inner
        return try bytes(in: 0..<inner.from) + bytes(in: inner.to..<size)
    }
}
