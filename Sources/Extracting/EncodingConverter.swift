#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Owns an iconv descriptor that turns one encoding into UTF-8.
final class EncodingConverter {
    private let descriptor: iconv_t

    /// Nil for an encoding that the system does not know.
    init?(from encoding: String) {
        guard let opened = iconv_open("UTF-8", encoding), Int(bitPattern: opened) != -1 else { return nil }
        descriptor = opened
    }

    deinit { iconv_close(descriptor) }

    /// UTF-8, with U+FFFD for each byte that stands for nothing, and the number of these.
    func convert(_ bytes: [UInt8]) -> (utf8: [UInt8], count: Int) {
        var source = bytes.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: 65_536)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2)
        var consumed = 0
        var replacements = 0
        while consumed < source.count {
            let step = step(&source, from: consumed, into: &target)
            result.append(contentsOf: target[..<step.written].lazy.map { UInt8(bitPattern: $0) })
            consumed += step.read
            if step.isStuck {
                result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                replacements += 1
                consumed += 1
            }
        }
        return (result, replacements)
    }

    private func step(
        _ source: inout [CChar], from start: Int, into target: inout [CChar]
    ) -> (read: Int, written: Int, isStuck: Bool) {
        var left = source.count - start
        let available = left
        var room = target.count
        let size = room
        var failure: Int32 = 0
        source.withUnsafeMutableBufferPointer { input in
            target.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress.map { $0 + start }
                var to = output.baseAddress
                let result = iconv(descriptor, &from, &left, &to, &room)
                if result == -1 { failure = errno }
            }
        }
        return (available - left, size - room, failure == EILSEQ || failure == EINVAL)
    }
}
