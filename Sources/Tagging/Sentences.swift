import Correspondence

extension Reading {
    /// The sentence around a mention, within its block: up to a full stop, question mark or semicolon.
    func sentence(around mention: Mention) -> Range<Int> {
        let bytes = sources[mention.source].text.bytes
        let block = blocks[mention.block].range
        var start = mention.range.lowerBound
        while start > block.lowerBound, !endsSentence(bytes, start - 1, in: block) { start -= 1 }
        var end = mention.range.upperBound
        while end < block.upperBound, !endsSentence(bytes, end, in: block) { end += 1 }
        return start..<end
    }

    private func endsSentence(_ bytes: [UInt8], _ place: Int, in block: Range<Int>) -> Bool {
        switch bytes[place] {
        case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"): return true
        case UInt8(ascii: "."): break
        default: return false
        }
        guard place + 1 == block.upperBound || bytes[place + 1] == 0x20 else { return false }
        // "U.S. ", "Mr. ", "No. ": a word of at least three letters before the stop, or a bracket or digit.
        let before = bytes[block.lowerBound..<place].suffix(3)
        return before.count == 3 && !before.contains { $0 == 0x20 || $0 == UInt8(ascii: ".") }
    }
}
