/// Mends what libxml2 2.9 reads otherwise than browsers do.
enum HTMLRepair {
    /// `<!-->` and `<!--->` are empty comments in HTML; libxml2 would swallow the page up to the next `-->`.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        let marks: [[UInt8]] = [Array("<!-->".utf8), Array("<!--->".utf8)]
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while let found = bytes[index...].firstIndex(of: 0x21) {
            index = found + 1
            guard found > 0, bytes[found - 1] == 0x3C else { continue }
            for mark in marks where bytes[(found - 1)...].starts(with: mark) {
                result.append(contentsOf: bytes[copied..<found - 1])
                copied = found - 1 + mark.count
                index = copied
                break
            }
        }
        guard copied > 0 else { return bytes }
        result.append(contentsOf: bytes[copied...])
        return result
    }
}
