import Correspondence
import Scanning

/// Finds what a letter asks of its addressee: sentences and list items in which the writer urges, recommends,
/// requests, supports or opposes. What others asked, and what was asked in the past, is left out.
struct AskFinder {
    /// Who writes, as the letter names itself: the organisation and its short name.
    var writers: [String]
    /// Who is addressed, as the letter names it: `DOT`, `the Department`.
    var addressed: [String]
    /// The agency that a sentence without one of its own is about.
    var agency: String?
    var identifiers: [Identifier]
    /// The public body that a sentence names, where it is not the writer itself.
    var named: @Sendable (String) -> String? = { _ in nil }

    /// The first so many are kept: who asks for more has pasted a rule's text, or something to break a reader.
    private static let most = 1_000

    func find(in pages: [Page]) -> [Ask] {
        let names = AskNames(writers: writers, addressed: addressed)
        var asks: [Ask] = []
        for page in pages where asks.count < Self.most {
            asks += find(in: page, names, most: Self.most - asks.count)
        }
        return asks
    }

    private func find(in page: Page, _ names: AskNames, most: Int) -> [Ask] {
        let text = IndexedText(page.text)
        var asks: [Ask] = []
        var lead: (direction: Ask.Direction, items: Int)?
        var turns = AskTurns()
        for range in SentenceReader.sentences(in: text) {
            // Most sentences hold no word that could ask; the rest is worth its cost.
            guard asks.count < most else { break }
            guard lead != nil || turns.areOpen || AskClue.sign.isFound(in: text, range: range) else {
                continue
            }
            let line = AskSentence(text.bytes[range])
            if let open = lead, line.isItem || open.items == 0 && line.words >= 2 {
                asks.append(
                    ask(
                        line, open.direction, AskObject.ofItem(line.text), "ask.item", .medium, range, text,
                        page.number))
                lead = line.isItem ? (open.direction, open.items + 1) : nil
                continue
            }
            lead = nil
            let marked = names.mark(line.text)
            guard line.words >= 3, !AskClue.routine.isFound(in: marked.text) else { continue }
            if marked.text.bytes.last == UInt8(ascii: ":"),
                let match = AskClue.lead.firstMatch(in: marked.text)
            {
                lead = (AskClue.direction(of: match["verb"].map { marked.text[$0] } ?? ""), 0)
            } else if line.words >= 5, let found = clue(in: marked) {
                turns.note(found.direction, marked.text)
                let object = AskObject.find(in: marked, after: found.verb, found.direction)
                asks.append(
                    ask(
                        line, found.direction, object, found.clue.name, found.clue.confidence, range, text,
                        page.number))
            } else if let turn = turns.take(marked) {
                asks.append(
                    ask(
                        line, turn.direction, AskObject.ofItem(turn.object), "ask.turn", .medium, range, text,
                        page.number))
            }
        }
        return asks
    }

    private func clue(
        in sentence: MarkedSentence
    ) -> (clue: AskClue, direction: Ask.Direction, verb: Range<Int>)? {
        for clue in AskClue.all {
            guard let match = clue.pattern.firstMatch(in: sentence.text) else { continue }
            // A wish names its object itself; before it there is no verb to pass over.
            let object = match["object"] ?? match["wished"]
            let verb = match["verb"] ?? object.map { $0.lowerBound..<$0.lowerBound } ?? match.range
            return (clue, clue.direction ?? AskClue.direction(of: sentence.text[verb]), verb)
        }
        return nil
    }

    private func ask(
        _ sentence: AskSentence, _ direction: Ask.Direction, _ object: String?, _ rule: String,
        _ confidence: Evidence.Confidence, _ range: Range<Int>, _ text: IndexedText, _ page: Int
    ) -> Ask {
        let scalars = text.scalarRange(ofBytes: range)
        return Ask(
            text: sentence.text, direction: direction, object: object,
            about: about(sentence.text, scalars, page),
            evidence: Evidence(
                page: page, place: .text, start: scalars.lowerBound, end: scalars.upperBound,
                quote: text[range], rule: rule, confidence: confidence))
    }

    /// The bill or docket that the sentence names; the letter's only bill where it says `this bill`; the body that
    /// it names; else whoever is addressed.
    private func about(_ sentence: String, _ scalars: Range<Int>, _ page: Int) -> String? {
        let own = identifiers.first {
            ($0.kind == .bill || $0.kind == .stateBill || $0.kind == .docket)
                && ($0.evidence.page == page && scalars.contains($0.evidence.start ?? -1)
                    || sentence.contains($0.printed))
        }
        if let own { return own.value }
        if Self.thisBill.isFound(in: IndexedText(sentence)) {
            let bills = Set(
                identifiers.filter { $0.kind == .bill || $0.kind == .stateBill }.map(\.value))
            if bills.count == 1, let bill = bills.first { return bill }
        }
        return named(sentence) ?? agency
    }

    private static let thisBill = Pattern(
        literal: #"\b(?:this|the)\h(?:important\h|critical\h)?(?:bill|legislation|Act)\b"#)
}

/// A sentence on one line, without the bullet or number that it begins with.
struct AskSentence {
    let text: String
    let isItem: Bool
    let words: Int

    init(_ printed: ArraySlice<UInt8>) {
        var line: [UInt8] = []
        line.reserveCapacity(printed.count)
        var words = 1
        for byte in printed {
            guard byte <= 32 else {
                line.append(byte)
                continue
            }
            guard line.last != 32 else { continue }
            line.append(32)
            words += 1
        }
        let text = String(decoding: line, as: UTF8.self)
        let indexed = IndexedText(text)
        let bullet = Self.bullet.firstMatch(in: indexed)
        isItem = bullet != nil
        self.text = bullet.map { indexed[$0.range.upperBound..<indexed.bytes.count] } ?? text
        self.words = words - (isItem ? 1 : 0)
    }

    private static let bullet = Pattern(
        literal: #"^(?:[•▪‣◦●■*\x{F0B7}–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\h+"#)
}
