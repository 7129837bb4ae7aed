import Correspondence

/// What reference managers and catalogues want to know of a letter, the same for all of their formats.
struct Citation {
    /// `letterbook:3f9a1c20d4e5b6a7`.
    var key: String
    var isTestimony: Bool
    var title: String
    /// Organisation that writes.
    var sender: String?
    /// People who sign, names as printed.
    var signatories: [String]
    /// Names of those written to.
    var recipients: [String]
    var date: EDTFDate?
    var url: String?
    /// ISO 8601 day on which the original was collected.
    var accessed: String?
    var topics: [String]
    var agencies: [String]
    /// As resolvable as they are: `CMS-1752-P`, `86 FR 25070`.
    var identifiers: [String]
    var language: String?
    var mediaType: String
    var sha256: String

    init(_ letter: Letter, _ facts: LetterListFacts) {
        key = letter.id
        isTestimony = letter.kind == .testimony || letter.kind == .statement
        title = letter.title.map(cleanText) ?? "Untitled \(letter.kind.rawValue)"
        sender = (letter.sender?.organization).map(cleanText)
        signatories = Self.once(letter.signatories.map { cleanText($0.name) })
        let people = letter.addressees.compactMap { $0.name ?? $0.organization }
        recipients = Self.once(people.isEmpty ? letter.addressedTo(facts) : people.map(cleanText))
        date = letter.date?.value
        url = (letter.custody.compactMap(\.url).first ?? letter.document.canonicalURL).flatMap(webAddress)
        accessed = letter.custody.compactMap(\.collectedAt).first.map { String($0.prefix(10)) }
        topics = letter.topics.map { facts.topicName($0.id) }
        agencies = Self.once(letter.agencies.map { facts.agencyName($0.id) })
        identifiers = Self.once(letter.identifiers.map { cleanText($0.value) })
        language = letter.language
        mediaType = letter.original.mediaType.rawValue
        sha256 = letter.original.sha256
    }

    /// Who is named as the author: the organisation; where none is known, those who sign.
    var authors: [String] { sender.map { [$0] } ?? signatories }

    private static func once(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

extension EDTFDate.Point {
    /// Year, month and day, as far as they are known; empty without a year.
    var parts: [Int] {
        guard let year else { return [] }
        return [year] + [month, day].prefix { $0 != nil }.compactMap { $0 }
    }
}
