import Correspondence

/// Which letters a question is about.
struct LetterSelection: Sendable {
    private let topics: Set<String>
    private let agencies: Set<String>
    private let senders: [String]
    private let identifiers: Set<String>
    private let from: String?
    private let to: String?

    /// Words that initials leave out.
    private static let small: Set<Substring> = ["of", "for", "the", "and", "in", "on", "&"]

    init(_ question: TimelineQuestion, agencies registry: AgencyRegistry) {
        topics = Set(question.topics)
        agencies = Set(question.agencies.flatMap { registry.family(of: $0) })
        senders = question.senders.map { $0.lowercased() }
        identifiers = Set(question.identifiers.map(Self.bare))
        from = question.from?.earliestDay
        to = question.to?.latestDay
    }

    func includes(_ letter: TimelineFacts) -> Bool {
        includesTopic(letter) && includesAgency(letter) && includesSender(letter)
            && includesIdentifier(letter) && includesDay(letter)
    }

    private func includesTopic(_ letter: TimelineFacts) -> Bool {
        topics.isEmpty || letter.topics.contains(where: topics.contains)
    }

    /// Whatever the agency's role in the letter, as in a query.
    private func includesAgency(_ letter: TimelineFacts) -> Bool {
        agencies.isEmpty || letter.agencies.contains(where: agencies.contains)
    }

    private func includesSender(_ letter: TimelineFacts) -> Bool {
        if senders.isEmpty { return true }
        guard let sender = letter.sender?.lowercased() else { return false }
        let initials = String(
            sender.split(separator: " ").filter { !Self.small.contains($0) }.compactMap(\.first))
        return senders.contains { sender.contains($0) || initials == $0 }
    }

    private func includesIdentifier(_ letter: TimelineFacts) -> Bool {
        identifiers.isEmpty || letter.identifiers.contains { identifiers.contains(Self.bare($0.value)) }
    }

    /// A letter without a date is in no period.
    private func includesDay(_ letter: TimelineFacts) -> Bool {
        if from == nil && to == nil { return true }
        guard let date = letter.date, let first = date.earliestDay, let last = date.latestDay else {
            return false
        }
        return from.map { last >= $0 } ?? true && to.map { first <= $0 } ?? true
    }

    /// Letters and digits alone, in lower case: `CMS–1752–P` is `cms1752p`.
    static func bare(_ identifier: String) -> String {
        String(identifier.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
