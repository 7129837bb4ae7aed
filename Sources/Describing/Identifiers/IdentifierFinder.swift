import Correspondence
import Scanning

/// Finds what other systems can resolve: dockets, rule numbers, citations, bills, notices, awards, cases.
///
/// A misprint is kept as printed, at low confidence, and never repaired: the person who looks it up must see
/// what the letter says.
struct IdentifierFinder {
    /// Decides which Congress an unmarked bill belongs to.
    var letterDate: EDTFDate?
    /// The letter goes to a state's legislature or agency: its `S. 745` is the state's.
    var isToState = false

    /// Each identifier once, where it first stands, in the order of the letter.
    func find(in pages: [Page]) -> [Identifier] {
        var found: [Identifier] = []
        for page in pages {
            found += read(page.text, with: IdentifierRule.all, page: page.number, place: .text)
        }
        for page in pages {
            guard let margin = page.margin else { continue }
            found += read(margin, with: Self.marginRules, page: page.number, place: .margin)
        }
        return distinct(BillCongress(letterDate: letterDate).complete(found))
    }

    /// Of one kind on one page; more are a catalogue, or made to break a reader.
    private static let most = 5_000

    /// Kinds that running heads repeat from the text; other numbers there belong to something else.
    private static let marginRules = IdentifierRule.all.filter {
        [.docket, .fileCode, .rin].contains($0.kind)
    }

    private func read(
        _ text: String, with rules: [IdentifierRule], page: Int, place: Evidence.Place
    ) -> [Identifier] {
        let text = IndexedText(text)
        guard text.bytes.contains(where: Self.isDigit) else { return [] }
        var found: [(start: Int, identifier: Identifier)] = []
        for rule in rules {
            let before = found.count
            rule.pattern.search(text) { match in
                let candidate = IdentifierCandidate(text: text, match: match, isToState: isToState)
                for reading in rule.read(candidate) {
                    let identifier = identifier(reading, rule, text, page, place)
                    found.append((reading.range.lowerBound, identifier))
                }
                return found.count - before < Self.most
            }
        }
        return found.enumerated()
            .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element.identifier)
    }

    private func identifier(
        _ reading: IdentifierReading, _ rule: IdentifierRule, _ text: IndexedText, _ page: Int,
        _ place: Evidence.Place
    ) -> Identifier {
        let printed = text[reading.range]
        let scalars = text.scalarRange(ofBytes: reading.range)
        let evidence = Evidence(
            page: page, place: place, start: scalars.lowerBound, end: scalars.upperBound, quote: printed,
            rule: rule.name, confidence: reading.confidence)
        return Identifier(
            kind: reading.kind ?? rule.kind, value: reading.value,
            printed: printed.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            congress: reading.congress, evidence: evidence)
    }

    private func distinct(_ identifiers: [Identifier]) -> [Identifier] {
        var seen: Set<String> = []
        return identifiers.filter { seen.insert("\($0.kind.rawValue) \($0.value)").inserted }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
