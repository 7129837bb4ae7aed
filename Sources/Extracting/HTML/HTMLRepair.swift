/// Mends what libxml2 2.9 reads otherwise than browsers do.
enum HTMLRepair {
    /// - `<!-->` and `<!--->` are empty comments in HTML; libxml2 would swallow the page up to the next `-->`.
    /// - `&copy 2020` is © 2020 for the names that HTML has had from its beginning; libxml2 leaves it as it
    ///   stands. What goes on with a letter, a digit or `=` is left alone, as in an address: `?a=1&copy=2`.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while let found = bytes[index...].firstIndex(where: { $0 == 0x21 || $0 == 0x26 }) {
            index = found + 1
            if bytes[found] == 0x26 {
                guard let end = endOfName(after: found, in: bytes) else { continue }
                result.append(contentsOf: bytes[copied..<end])
                result.append(0x3B)
                (copied, index) = (end, end)
            } else if found > 0, bytes[found - 1] == 0x3C,
                let mark = comments.first(where: { bytes[(found - 1)...].starts(with: $0) })
            {
                result.append(contentsOf: bytes[copied..<found - 1])
                copied = found - 1 + mark.count
                index = copied
            }
        }
        guard copied > 0 else { return bytes }
        result.append(contentsOf: bytes[copied...])
        return result
    }

    private static let comments: [[UInt8]] = [Array("<!-->".utf8), Array("<!--->".utf8)]

    /// Where an entity's name ends that needs a semicolon and lacks it.
    private static func endOfName(after mark: Int, in bytes: [UInt8]) -> Int? {
        var end = mark + 1
        while end < bytes.count, end - mark <= 7, isLetterOrDigit(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == 0x3B || bytes[end] == 0x3D || isLetterOrDigit(bytes[end]) {
            return nil
        }
        let name = String(decoding: bytes[(mark + 1)..<end], as: UTF8.self)
        return !name.isEmpty && names.contains(name) ? end : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
    }

    /// The names that browsers take without a semicolon (HTML Living Standard, named character references).
    private static let names = Set(
        """
        amp AMP lt LT gt GT quot QUOT nbsp iexcl cent pound curren yen brvbar sect uml copy COPY ordf laquo not shy
        reg REG macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
        Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH
        Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute
        acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve
        oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
