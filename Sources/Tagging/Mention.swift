import Correspondence
import Scanning

/// A phrase of a topic, found in a letter.
struct Mention {
    var use: PhraseUse
    var source: Int
    /// Bytes of the source's normalised text.
    var range: Range<Int>
    var block: Int
    /// Title, heading, footnote …; `opening` and `list` are told apart only within running text.
    var zone: Topic.Zone
    /// Stands in the first words of the running text.
    var isOpening = false
    /// Stands in the sentence that says what the letter is for.
    var isPurpose = false

    /// Counts by its share of the running text.
    var isRunning: Bool { zone == .body || zone == .list }
}

/// Finds the mentions of all topics in one pass.
struct MentionFinder {
    let vocabulary: Vocabulary
    let reading: Reading
    /// Words of running text that make the opening.
    static let openingWords = 150
    /// So many commas and semicolons within so many bytes on either side make an enumeration.
    private static let listMarks = 8
    private static let listReach = 110

    /// By topic, in order of place; longer before shorter where two begin together.
    func mentions() -> [[Mention]] {
        var found: [[Mention]] = vocabulary.topics.map { _ in [] }
        let opening = end(ofWords: Self.openingWords)
        let purposes = purposes()
        for source in reading.sources.indices {
            let text = reading.sources[source].text
            for match in vocabulary.matcher.matches(in: text) {
                guard let block = reading.block(source: source, byte: match.range.lowerBound) else {
                    continue
                }
                for use in vocabulary.uses[match.pattern] {
                    if use.needsCapitals, !text.isCapitals(match.range) { continue }
                    var mention = Mention(
                        use: use, source: source, range: match.range, block: block,
                        zone: reading.blocks[block].zone)
                    place(&mention, opening, purposes)
                    found[use.topic].append(mention)
                }
            }
        }
        return found.map { $0.sorted(by: Self.isEarlier) }
    }

    private static func isEarlier(_ a: Mention, _ b: Mention) -> Bool {
        (a.source, a.range.lowerBound, -a.range.count) < (b.source, b.range.lowerBound, -b.range.count)
    }

    private func place(
        _ mention: inout Mention, _ opening: (block: Int, byte: Int), _ purposes: [Mention]
    ) {
        guard mention.zone == .body else { return }
        mention.isOpening =
            (mention.block, mention.range.lowerBound) < (opening.block, opening.byte)
        mention.isPurpose = purposes.contains {
            $0.block == mention.block && reading.sentence(around: mention).contains($0.range.lowerBound)
        }
        if isInList(mention) { mention.zone = .list }
    }

    private func isInList(_ mention: Mention) -> Bool {
        let bytes = reading.sources[mention.source].text.bytes
        let block = reading.blocks[mention.block].range
        let start = max(block.lowerBound, mention.range.lowerBound - Self.listReach)
        let end = min(block.upperBound, mention.range.upperBound + Self.listReach)
        let marks = bytes[start..<end].count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        return marks >= Self.listMarks
    }

    /// What announces a letter's purpose, in the first words of its running text.
    private func purposes() -> [Mention] {
        let limit = end(ofWords: Self.purposeWords)
        var found: [Mention] = []
        for source in reading.sources.indices {
            for match in Self.purposeCues.matches(in: reading.sources[source].text) {
                let start = match.range.lowerBound
                guard let block = reading.block(source: source, byte: start),
                    reading.blocks[block].zone == .body,
                    (block, start) < (limit.block, limit.byte)
                else { continue }
                let use = PhraseUse(topic: 0, role: .need(""), needsCapitals: false)
                found.append(
                    Mention(use: use, source: source, range: match.range, block: block, zone: .purpose))
            }
        }
        return found
    }

    private static let purposeWords = 400
    private static let purposeCues = PhraseMatcher([
        "purpose of", "this bill would", "resolution calling", "writing to", "write to", "writing regarding",
        "write regarding", "writing in support", "write in support", "writing to express", "comments on",
        "in response to", "seeking public comment", "seeks public comment", "request for information on",
        "seeking information on", "this notice announces", "this hearing",
    ])

    /// Where so many words of running text end: the block, and the byte in it.
    private func end(ofWords words: Int) -> (block: Int, byte: Int) {
        var left = words
        for (place, block) in reading.blocks.enumerated() where block.zone == .body {
            if block.words >= left {
                return (place, end(ofWord: left, in: block))
            }
            left -= block.words
        }
        return (reading.blocks.count, 0)
    }

    private func end(ofWord count: Int, in block: Reading.Block) -> Int {
        var left = count
        let bytes = reading.sources[block.source].text.bytes
        for place in block.range where bytes[place] == 0x20 {
            left -= 1
            if left == 0 { return place }
        }
        return block.range.upperBound
    }
}
