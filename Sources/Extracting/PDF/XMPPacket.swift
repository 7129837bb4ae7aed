/// Reads the few properties of an XMP packet that letters carry.
///
/// XMP writes a property as an attribute, as an element, or as a list of one (ISO 16684-1); each is looked for by
/// its usual prefix, which Adobe's and all common writers use.
struct XMPPacket {
    /// Longer packets carry thumbnails and editing histories after the properties, bytes.
    private static let longest = 262_144

    private let text: Substring.UTF8View

    init(_ packet: String) {
        text = packet.utf8.prefix(Self.longest)
    }

    /// The first value of a property such as `dc:title`.
    func value(_ property: String) -> String? {
        values(property).first
    }

    /// All values of a property that lists them, such as `dc:subject`.
    func values(_ property: String) -> [String] {
        if let attribute = attribute(property) { return [attribute] }
        guard let open = range(of: "<" + property, from: text.startIndex),
            let start = text[open.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            text[..<start].last != UInt8(ascii: "/"),
            let close = range(of: "</" + property, from: start)
        else { return [] }
        return items(in: text.index(after: start)..<close.lowerBound)
    }

    private func items(in range: Range<Substring.UTF8View.Index>) -> [String] {
        var items: [String] = []
        var from = range.lowerBound
        while let open = self.range(of: "<rdf:li", from: from), open.upperBound < range.upperBound,
            let start = text[open.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            let close = self.range(of: "</rdf:li", from: start)
        {
            items.append(plain(text[text.index(after: start)..<close.lowerBound]))
            from = close.upperBound
        }
        if items.isEmpty, !text[range].contains(UInt8(ascii: "<")) { items = [plain(text[range])] }
        return items.filter { !$0.isEmpty }
    }

    private func attribute(_ property: String) -> String? {
        for quote in ["\"", "'"] {
            guard let open = range(of: " " + property + "=" + quote, from: text.startIndex),
                let end = text[open.upperBound...].firstIndex(of: quote.utf8.first ?? 0)
            else { continue }
            let value = plain(text[open.upperBound..<end])
            if !value.isEmpty { return value }
        }
        return nil
    }

    private func range(
        of needle: String, from start: Substring.UTF8View.Index
    ) -> Range<Substring.UTF8View.Index>? {
        let wanted = Array(needle.utf8)
        var index = start
        while let hit = text[index...].firstIndex(of: wanted[0]) {
            if text[hit...].starts(with: wanted) { return hit..<text.index(hit, offsetBy: wanted.count) }
            index = text.index(after: hit)
        }
        return nil
    }

    private func plain(_ bytes: Substring.UTF8View.SubSequence) -> String {
        var text = String(Substring(bytes))
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
        ] {
            text = text.split(separator: entity, omittingEmptySubsequences: false).joined(
                separator: character)
        }
        return text.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }
}
