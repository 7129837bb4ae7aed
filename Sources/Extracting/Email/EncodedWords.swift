/// Decodes header values: `=?utf-8?Q?Caf=C3=A9?=` (RFC 2047), and the raw 8-bit text that some programs send.
enum EncodedWords {
    private struct Word {
        var charset: String
        var bytes: [UInt8]
    }

    static func decoded(_ value: ArraySlice<UInt8>) -> String {
        var text = ""
        var pending: Word?
        var plain: [UInt8] = []
        func flush() {
            if let word = pending { text += string(word.bytes, word.charset) }
            pending = nil
        }
        var rest = value
        while let first = rest.first {
            guard first == 0x3D, let (word, next) = word(at: rest) else {
                plain.append(first)
                rest = rest.dropFirst()
                continue
            }
            // White space between two encoded words is none (RFC 2047, 6.2).
            if pending == nil || plain.contains(where: { $0 > 0x20 }) {
                flush()
                text += string(plain, nil)
            }
            plain = []
            if let open = pending, open.charset == word.charset {
                pending = Word(charset: open.charset, bytes: open.bytes + word.bytes)
            } else {
                flush()
                pending = word
            }
            rest = rest[next...]
        }
        flush()
        return cleanText(Array((text + string(plain, nil)).utf8)[...])
    }

    private static func string(_ bytes: [UInt8], _ charset: String?) -> String {
        String(decoding: decode(bytes, declared: charset).utf8, as: UTF8.self)
    }

    /// The encoded word that begins here, and the index behind it.
    private static func word(at bytes: ArraySlice<UInt8>) -> (Word, Int)? {
        guard bytes.starts(with: [0x3D, 0x3F]) else { return nil }
        let reach = bytes.prefix(1_000)
        let marks = reach.dropFirst(2).indices.filter { reach[$0] == 0x3F }
        guard marks.count >= 3, marks[1] == marks[0] + 2 else { return nil }
        // A question mark inside the text is not allowed, but written; the word ends at `?=`.
        guard
            let end = marks.dropFirst(2).first(where: { $0 + 1 < reach.endIndex && reach[$0 + 1] == 0x3D }
            )
        else { return nil }
        let charset =
            String(decoding: reach[(reach.startIndex + 2)..<marks[0]], as: UTF8.self)
            .lowercased().split(separator: "*").first.map(String.init) ?? "utf-8"
        let body = reach[(marks[1] + 1)..<end]
        let isBase64 = reach[marks[0] + 1] | 0x20 == 0x62
        let decoded =
            isBase64
            ? TransferEncoding.base64(body)
            : TransferEncoding.quotedPrintable(body.map { $0 == 0x5F ? 0x20 : $0 }[...])
        return (Word(charset: charset, bytes: decoded), end + 2)
    }
}
