import Correspondence
import Foundation

/// Letters that nobody wrote, as many as are wanted, each made from its number alone: an archive of a million needs
/// no more memory than one of a thousand.
///
/// What matters to an index is as in real ones: 3 kB of text with words of very different frequency, dates over
/// thirty years, agencies and topics of which few are frequent, thousands of senders, dockets that many letters
/// share, and campaigns.
public struct SyntheticArchive: Sendable {
    public let count: Int
    let words: Words
    private let spacing: UInt64

    /// - Parameter room: Letters for which ids are left free between the others; later numbers of the same room have
    ///   the same ids.
    public init(count: Int, room: Int? = nil) {
        self.count = count
        words = Words(count: 200_000)
        spacing = UInt64.max / UInt64(max(count, room ?? 0) + 1)
    }

    /// Ids rise with the number.
    public func id(_ number: Int) -> String {
        let hex = String(UInt64(number + 1) &* spacing, radix: 16)
        return String(repeating: "0", count: 16 - hex.count) + hex
    }

    /// The number of a letter's id.
    public func number(_ id: String) -> Int { Int((UInt64(id, radix: 16) ?? 0) / spacing) - 1 }

    /// The word of a rank, 0 for the most frequent.
    public func word(_ rank: Int) -> String { words.word(rank) }

    public static let rareWord = Words.rare
    public static let commonWord = Words.common

    public func letter(_ number: Int) -> Letter {
        var dice = Dice(seed: UInt64(number) &* 0xD6E8_FEB8_6659_FD93 &+ 17)
        let id = id(number)
        var description = Description(kind: Evidenced(Self.kind(&dice), Self.evidence("kind")))
        addNames(&description, &dice)
        addReferences(&description, &dice)
        let pages = LetterText(words: words).pages(&dice)
        addContents(&description, pages, &dice)
        let text = ExtractedText(
            mediaType: .pdf, pages: pages, layouts: [], document: DocumentMetadata(),
            quality: TextQuality(text: dice.happens(970) ? .good : .poor))
        return Letter(
            id: id, text: text, description: description, topics: Self.topics(&dice),
            original: Original(
                sha256: id + id + id + id, bytes: 40_000, mediaType: .pdf,
                paths: ["collected/\(id.prefix(2))/\(id).pdf"]),
            custody: [], provenance: Provenance(program: "p", extract: "e", describe: "d", tag: "t"))
    }

    /// A tenth of the letters take part in a campaign; a few campaigns are large.
    public func relations() -> [String: [Relation]] {
        var relations: [String: [Relation]] = [:]
        for number in stride(from: 0, to: count, by: 10) {
            var dice = Dice(seed: UInt64(number) &+ 99)
            let campaign = "c" + id(dice.rank(max(1, count / 200))).prefix(12)
            relations[id(number)] = [Relation(kind: .campaign, id: campaign, score: 0.9)]
        }
        return relations
    }

    private static func kind(_ dice: inout Dice) -> LetterKind {
        switch dice.roll(100) {
        case ..<55: .letter
        case ..<85: .comment
        case ..<93: .testimony
        case ..<97: .statement
        default: dice.pick([.notice, .memo, .page])
        }
    }

    private func name(_ rank: Int, _ end: String) -> String {
        "\(words.word(300 + rank).capitalized) \(words.word(120 + rank % 90).capitalized) \(end)"
    }

    private func addNames(_ description: inout Description, _ dice: inout Dice) {
        let senders = max(50, count / 60)
        description.sender = Sender(
            organization: name(dice.rank(senders), dice.pick(["Association", "Society", "College"])),
            evidence: Self.evidence("sender"))
        for _ in 0..<(1 + dice.roll(2)) {
            let person = name(dice.roll(40_000), "Rhys")
            description.signatories.append(
                Signatory(name: person, title: "President and CEO", evidence: Self.evidence("signatory")))
        }
        let agency = Self.agencies[dice.rank(Self.agencies.count)]
        description.addressees = [
            Addressee(
                name: name(dice.rank(500), "Smith"), title: "Administrator",
                organization: "Office of \(agency.uppercased())", agency: agency,
                evidence: Self.evidence("addressee"))
        ]
        description.agencies = [
            AgencyReference(id: agency, role: .addressee, evidence: Self.evidence("agency"))
        ]
        for _ in 0..<dice.roll(4) {
            let other = Self.agencies[dice.rank(Self.agencies.count)]
            guard !description.agencies.contains(where: { $0.id == other }) else { continue }
            description.agencies.append(
                AgencyReference(id: other, role: .mentioned, evidence: Self.evidence("agency")))
        }
    }

    private func addReferences(_ description: inout Description, _ dice: inout Dice) {
        // More letters of late than thirty years ago.
        let year = 1996 + Int(30 * dice.fraction().squareRoot())
        let day = String(format: "%04d-%02d-%02d", year, 1 + dice.roll(12), 1 + dice.roll(28))
        if dice.happens(980) {
            description.date = EDTFDate(day).map { Evidenced($0, Self.evidence("date")) }
        }
        let proceeding = dice.rank(max(20, count / 40))
        let answered = Identifier(
            kind: .fileCode, value: String(format: "CMS-%04d-P", proceeding),
            printed: String(format: "CMS\u{2013}%04d\u{2013}P", proceeding),
            evidence: Self.evidence("identifier"))
        if dice.happens(600) {
            description.identifiers.append(answered)
            description.answers = [
                Answer(identifier: answered.value, confidence: .high, evidence: Self.evidence("answer"))
            ]
        }
        for _ in 0..<dice.roll(4) {
            let bill = dice.rank(9_000)
            description.identifiers.append(
                Identifier(
                    kind: .bill, value: "hr\(bill + 1)-\(105 + bill % 14)", printed: "H.R. \(bill + 1)",
                    congress: 105 + bill % 14, evidence: Self.evidence("identifier")))
        }
    }

    private func addContents(_ description: inout Description, _ pages: [Page], _ dice: inout Dice) {
        let text = LetterText(words: words)
        description.title = text.sentence(&dice, words: 6 + dice.roll(8))
        description.subject = description.title.map { Evidenced($0, Self.evidence("subject")) }
        description.asks = (0..<dice.roll(4)).map { _ in
            Ask(
                text: text.sentence(&dice, words: 12 + dice.roll(16)), direction: .recommend,
                evidence: Self.evidence("ask"))
        }
        if dice.happens(300), let day = description.date?.value {
            description.events = [
                PolicyEvent(
                    date: day, kind: .commentCloses, text: text.sentence(&dice, words: 14),
                    evidence: Self.evidence("event"))
            ]
        }
    }

    private static func topics(_ dice: inout Dice) -> [Tag] {
        var ids: [String] = []
        for _ in 0..<dice.roll(4) {
            let id = "topic-\(dice.rank(40))"
            if !ids.contains(id) { ids.append(id) }
        }
        return ids.sorted().map { Tag(id: $0, score: 0.9, evidence: [evidence("topic")]) }
    }

    private static func evidence(_ rule: String) -> Evidence {
        Evidence(place: .field, quote: "as it is printed", rule: "synthetic." + rule, confidence: .high)
    }

    /// Most frequent first.
    public static let agencies =
        ["cms", "hhs", "us-house", "us-senate", "nih", "fda", "cdc", "hrsa", "va", "ed"]
        + (1...70).map { "agency-\($0)" }
}
