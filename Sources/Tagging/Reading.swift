import Correspondence
import Scanning

/// A letter as tagging reads it: blocks of normalised text, each with its zone and section.
struct Reading {
    /// A page's text, or a title that stands on no page.
    struct Source {
        /// Nil for the document's own title.
        var page: Int?
        var text: NormalizedText
        var original: String
    }

    /// What stands between two blank lines.
    struct Block {
        var source: Int
        /// Bytes of the source's normalised text.
        var range: Range<Int>
        /// Unicode scalars of the page's text.
        var scalars: Range<Int>
        var zone: Topic.Zone
        var section = 0
        var words: Int
    }

    var sources: [Source]
    /// In reading order.
    var blocks: [Block] = []
    /// Words of running text: all but titles, headings, footnotes, acknowledgements and addresses.
    var bodyWords: Int { blocks.reduce(0) { $0 + ($1.zone == .body ? $1.words : 0) } }

    init(_ text: ExtractedText, _ description: Description) {
        sources = text.pages.map {
            Source(page: $0.number, text: NormalizedText($0.text), original: $0.text)
        }
        for place in sources.indices { cut(place) }
        ZoneFinder(text: text, description: description).assign(&self)
    }

    private mutating func cut(_ source: Int) {
        let text = sources[source].text
        var start = 0
        for position in 0...text.bytes.count
        where position == text.bytes.count || text.bytes[position] == 0x0A {
            if position > start {
                let range = start..<position
                let words = 1 + text.bytes[range].count { $0 == 0x20 }
                blocks.append(
                    Block(
                        source: source, range: range, scalars: text.scalars(of: range), zone: .body,
                        words: words))
            }
            start = position + 1
        }
    }

    /// The block that holds a byte of a source.
    func block(source: Int, byte: Int) -> Int? {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            let block = blocks[middle]
            if (block.source, block.range.upperBound) <= (source, byte) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < blocks.count && blocks[low].source == source ? low : nil
    }

    /// The normalised text of a block.
    func bytes(of block: Int) -> ArraySlice<UInt8> {
        sources[blocks[block].source].text.bytes[blocks[block].range]
    }

    /// The words that stand in the original at these bytes, and where.
    func quote(_ range: Range<Int>, in source: Int) -> (text: String, scalars: Range<Int>) {
        let scalars = sources[source].text.scalars(of: range)
        let all = sources[source].original.unicodeScalars
        let start = all.index(all.startIndex, offsetBy: scalars.lowerBound)
        let end = all.index(start, offsetBy: scalars.count)
        return (String(all[start..<end]), scalars)
    }
}
