import Glibc

/// What parent and worker say to one another: four bytes of length, most significant first, then as many bytes.
enum Frame {
    /// Largest frame, bytes: a gigabyte is nonsense, not a document.
    static let limit = 1 << 30

    static func header(length: Int) -> [UInt8] {
        [
            UInt8(length >> 24 & 0xFF), UInt8(length >> 16 & 0xFF), UInt8(length >> 8 & 0xFF),
            UInt8(length & 0xFF),
        ]
    }

    /// The length in a header, or nil where it is over the limit.
    static func length(header: some Sequence<UInt8>) -> Int? {
        let length = header.reduce(0) { $0 << 8 | Int($1) }
        return length <= limit ? length : nil
    }
}

/// Reads and writes whole buffers on descriptors, through short counts and interrupts.
enum Stream {
    /// Nil at the end of the stream or on an error before `count` bytes have come.
    static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got > 0 {
                    filled += got
                } else if got == 0 || errno != EINTR {
                    isWhole = false
                    return
                }
            }
        }
        return isWhole ? bytes : nil
    }

    /// False where the other side is gone.
    static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
        bytes.withContiguousStorageIfAvailable { write($0, to: descriptor) }
            ?? Array(bytes).withUnsafeBufferPointer { write($0, to: descriptor) }
    }

    private static func write(_ buffer: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
        var written = 0
        while written < buffer.count {
            let put = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            if put > 0 {
                written += put
            } else if put < 0 && errno != EINTR {
                return false
            }
        }
        return true
    }
}
