import Scanning

/// Replaces the names of writer and addressee by one sign each, so that the clues need not know them.
struct AskNames: Sendable {
    static let writer = UInt8(1)
    static let addressee = UInt8(2)
    /// Names with the sign that stands for each, the longest first.
    private let names: [(bytes: [UInt8], sign: UInt8)]

    init(writers: [String], addressed: [String]) {
        func signed(_ names: [String], _ sign: UInt8) -> [(bytes: [UInt8], sign: UInt8)] {
            names.filter { $0.utf8.count > 1 }.map { (Array($0.utf8), sign) }
        }
        names = (signed(writers, Self.writer) + signed(addressed, Self.addressee)).enumerated()
            .sorted { ($1.element.bytes.count, $0.offset) < ($0.element.bytes.count, $1.offset) }
            .map(\.element)
    }

    func mark(_ sentence: String) -> MarkedSentence {
        let text = IndexedText(sentence)
        var places = named(text.bytes)
        Self.offices.search(text) { match in
            if !places.contains(where: { $0.range.overlaps(match.range) }) {
                places.append((match.range, Self.addressee))
            }
            return true
        }
        return MarkedSentence(text, places.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    /// Where names stand as whole words, with the article before them.
    private func named(_ bytes: [UInt8]) -> [(range: Range<Int>, sign: UInt8)] {
        var places: [(range: Range<Int>, sign: UInt8)] = []
        var offset = 0
        while offset < bytes.count {
            guard offset == 0 || !Self.isWord(bytes[offset - 1]),
                let name = names.first(where: { stands($0.bytes, at: offset, bytes) })
            else {
                offset += 1
                continue
            }
            let end = offset + name.bytes.count
            let hasArticle =
                offset >= 4
                && [Array("The ".utf8), Array("the ".utf8)].contains(
                    Array(bytes[offset - 4..<offset]))
            places.append(((hasArticle ? offset - 4 : offset)..<end, name.sign))
            offset = end
        }
        return places
    }

    private func stands(_ name: [UInt8], at offset: Int, _ bytes: [UInt8]) -> Bool {
        let end = offset + name.count
        guard bytes[offset] == name[0], end <= bytes.count, end == bytes.count || !Self.isWord(bytes[end])
        else { return false }
        return bytes[offset..<end].elementsEqual(name)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// What a letter calls its addressee.
    private static let offices = Pattern(
        literal: #"""
            \b[Tt]he\h(?:Department|Agency|Administration|Committee|Subcommittee|Commission|Secretary|Administrator
                |Court|Legislature|Bureau|Service|Office|Director)\b
            """#, options: .spaced)
}

/// A sentence in which signs stand for names, and the way back to what is printed.
struct MarkedSentence: Sendable {
    let text: IndexedText
    private let printed: IndexedText
    /// Bytes of the marked text at which a sign stands, with the end of the name in what is printed.
    private var signs: [(marked: Int, printedEnd: Int)] = []

    init(_ printed: IndexedText, _ places: [(range: Range<Int>, sign: UInt8)]) {
        self.printed = printed
        var marked: [UInt8] = []
        var end = 0
        for place in places where place.range.lowerBound >= end {
            marked += printed.bytes[end..<place.range.lowerBound]
            signs.append((marked.count, place.range.upperBound))
            marked.append(place.sign)
            end = place.range.upperBound
        }
        marked += printed.bytes[end...]
        text = signs.isEmpty ? printed : IndexedText(String(decoding: marked, as: UTF8.self))
    }

    /// What is printed from a byte of the marked text to another.
    func printed(_ range: Range<Int>) -> String {
        printed[offset(of: range.lowerBound)..<offset(of: range.upperBound)]
    }

    private func offset(of marked: Int) -> Int {
        guard let sign = signs.last(where: { $0.marked < marked }) else { return marked }
        return min(printed.bytes.count, sign.printedEnd + marked - sign.marked - 1)
    }
}
