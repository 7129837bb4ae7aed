import Correspondence
import Scanning

/// Says which part of a letter each block is: from the layout and the description where they tell, from the
/// customs of letters and notices where they do not.
struct ZoneFinder {
    let text: ExtractedText
    let description: Description

    /// A block of no more words than this can be a heading or a line of an address.
    private static let shortBlock = 40

    func assign(_ reading: inout Reading) {
        layout(&reading)
        title(&reading)
        subject(&reading)
        if !addressBlock(&reading), !hasStructure(reading) { lead(&reading) }
        closing(&reading)
        asides(&reading)
        sections(&reading)
    }

    private func hasStructure(_ reading: Reading) -> Bool {
        reading.blocks.contains { $0.zone == .heading || $0.zone == .title }
    }

    /// Headings and footnotes, as laid out.
    private func layout(_ reading: inout Reading) {
        var source = -1
        var line = 0
        for place in reading.blocks.indices {
            let block = reading.blocks[place]
            guard block.source < text.layouts.count else { continue }
            let lines = text.layouts[block.source].lines
            if block.source != source { (source, line) = (block.source, 0) }
            while line < lines.count, lines[line].end <= block.scalars.lowerBound { line += 1 }
            guard line < lines.count, lines[line].start < block.scalars.upperBound else { continue }
            switch lines[line].kind {
            case .heading where block.words <= Self.shortBlock: reading.blocks[place].zone = .heading
            case .footnote: reading.blocks[place].zone = .footnote
            default: break
            }
        }
    }

    /// The block that repeats the document's title; where none does, the title as a text of its own.
    private func title(_ reading: inout Reading) {
        var titles: [String] = []
        for title in [description.title, text.document.title] {
            if let title, !title.isEmpty, !titles.contains(title) { titles.append(title) }
        }
        for title in titles { place(title: title, &reading) }
        let isTitled = reading.blocks.contains { $0.zone == .title }
        if !isTitled, let first = reading.blocks.prefix(5).firstIndex(where: { $0.zone == .heading }) {
            reading.blocks[first].zone = .title
        }
    }

    private func place(title: String, _ reading: inout Reading) {
        let normal = NormalizedText(title)
        guard !normal.bytes.isEmpty else { return }
        let same = reading.blocks.indices.prefix(20).first {
            reading.bytes(of: $0).elementsEqual(normal.bytes)
        }
        if let same {
            reading.blocks[same].zone = .title
            return
        }
        let words = 1 + normal.bytes.count { $0 == 0x20 }
        let range = normal.bytes.indices
        reading.sources.append(Reading.Source(page: nil, text: normal, original: title))
        reading.blocks.append(
            Reading.Block(
                source: reading.sources.count - 1, range: range, scalars: normal.scalars(of: range),
                zone: .title, words: words))
    }

    /// The RE line: as described, else a short block that begins like one.
    private func subject(_ reading: inout Reading) {
        if let evidence = description.subject?.evidence, evidence.place == .text,
            let page = evidence.page, let start = evidence.start, let end = evidence.end
        {
            mark(page: page, scalars: start..<end, as: .subject, &reading)
        } else {
            let place = reading.blocks.indices.prefix(30).first {
                reading.blocks[$0].words <= 80
                    && begins(reading, $0, with: ["re:", "subject:", "regarding:"])
            }
            if let place { reading.blocks[place].zone = .subject }
        }
    }

    private func mark(page: Int, scalars: Range<Int>, as zone: Topic.Zone, _ reading: inout Reading) {
        for place in reading.blocks.indices where reading.blocks[place].scalars.overlaps(scalars) {
            let isThere = reading.sources[reading.blocks[place].source].page == page
            // A span within a long paragraph does not make the paragraph a subject.
            if isThere, reading.blocks[place].scalars.count < 3 * scalars.count + 40 {
                reading.blocks[place].zone = zone
            }
        }
    }

    /// All that stands before "Dear …" is letterhead and address. False where nobody is greeted.
    private func addressBlock(_ reading: inout Reading) -> Bool {
        let greeting = reading.blocks.indices.prefix(60).first {
            reading.blocks[$0].zone != .title
                && (begins(reading, $0, with: ["dear ", "to whom it may concern"])
                    || reading.blocks[$0].words < 60 && contains(reading, $0, " dear "))
        }
        guard let greeting else { return false }
        for place in 0...greeting where reading.blocks[place].zone == .body {
            if place < greeting || reading.blocks[place].words <= Self.shortBlock {
                reading.blocks[place].zone = .address
            }
        }
        return true
    }

    /// A plain text without headings: the short blocks before the first long one tell what it is. Not so the
    /// name of a form in a notice under the Paperwork Reduction Act: such a notice is about the form.
    private func lead(_ reading: inout Reading) {
        let running = reading.blocks.indices.first {
            reading.blocks[$0].words > Self.shortBlock + 20
                || begins(reading, $0, with: ["summary:", "whereas"])
        }
        let lead = reading.blocks.indices.prefix(min(running ?? max(0, reading.blocks.count - 1), 4))
        for place in lead where !begins(reading, place, with: Self.paperwork) {
            reading.blocks[place].zone = .heading
        }
    }

    /// How titles of information collections begin (44 U.S.C. 3506(c)(2)(A), 3507).
    private static let paperwork = [
        "agency information collection", "agency forms undergoing paperwork", "proposed collection",
        "information collection", "submission for omb review", "proposed data collection",
        "proposed information collection", "notice of information collection",
    ]

    /// Names and offices after "Sincerely,", up to the next long block or heading.
    private func closing(_ reading: inout Reading) {
        var isAfter = false
        for place in reading.blocks.indices {
            let block = reading.blocks[place]
            if block.zone == .body, begins(reading, place, with: Self.closings), block.words <= 60 {
                isAfter = true
            } else if block.zone != .body || block.words > Self.shortBlock {
                isAfter = false
            }
            if isAfter { reading.blocks[place].zone = .address }
        }
    }

    private static let closings = [
        "sincerely", "respectfully", "yours ", "best regards", "kind regards", "with appreciation", "cc:",
    ]
    private static let contacts = [
        "for further information contact", "for more information contact", "contact:", "media contact",
        "addresses:", "address:", "press contact",
    ]
    private static let credits = PhraseMatcher([
        "was supported by", "were supported by", "is supported by", "supported in part by",
        "funded in part by",
        "was funded by", "is funded by", "were funded by", "this work was funded", "under award number",
        "grant number", "under grant", "award number", "made possible by", "acknowledgement",
        "acknowledgment",
    ])
    private static let creditHeadings = ["acknowledg", "funding", "credits", "attribution", "license"]
    private static let noteHeadings = [
        "reference", "bibliography", "works cited", "endnotes", "footnotes", "notes",
    ]

    /// Contact details, credits to funders, and lists of references.
    private func asides(_ reading: inout Reading) {
        var under: Topic.Zone?
        let credits = blocksWithCredits(reading)
        for place in reading.blocks.indices {
            let block = reading.blocks[place]
            if block.zone == .heading {
                under = zone(underHeading: place, reading)
                continue
            }
            guard block.zone == .body else { continue }
            if let under {
                reading.blocks[place].zone = under
            } else if begins(reading, place, with: Self.contacts) {
                reading.blocks[place].zone = .address
            } else if block.words <= 120, credits.contains(place) {
                reading.blocks[place].zone = .acknowledgement
            }
        }
    }

    private func blocksWithCredits(_ reading: Reading) -> Set<Int> {
        var found: Set<Int> = []
        for source in reading.sources.indices {
            for match in Self.credits.matches(in: reading.sources[source].text) {
                if let block = reading.block(source: source, byte: match.range.lowerBound) {
                    found.insert(block)
                }
            }
        }
        return found
    }

    private func zone(underHeading place: Int, _ reading: Reading) -> Topic.Zone? {
        guard reading.blocks[place].words <= 4 else { return nil }
        if begins(reading, place, with: Self.creditHeadings) { return .acknowledgement }
        return begins(reading, place, with: Self.noteHeadings) ? .footnote : nil
    }

    /// A section runs from one heading to the next; the heading belongs to it.
    private func sections(_ reading: inout Reading) {
        var section = 0
        var wasHeading = false
        for place in reading.blocks.indices {
            let isHeading = reading.blocks[place].zone == .heading
            if isHeading, !wasHeading { section += 1 }
            wasHeading = isHeading
            reading.blocks[place].section = section
        }
    }

    private func begins(_ reading: Reading, _ block: Int, with starts: [String]) -> Bool {
        let bytes = reading.bytes(of: block)
        return starts.contains { bytes.starts(with: $0.utf8) }
    }

    private func contains(_ reading: Reading, _ block: Int, _ phrase: String) -> Bool {
        let bytes = reading.bytes(of: block)
        let wanted = Array(phrase.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return bytes.indices.dropLast(wanted.count - 1).contains {
            bytes[$0] == first && bytes[$0...].starts(with: wanted)
        }
    }
}
