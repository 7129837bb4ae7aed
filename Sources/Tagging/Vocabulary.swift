import Correspondence
import Scanning

/// Topics, ready for tagging: the phrases of all of them in one automaton, so that a letter is read once.
///
/// Make it once a run and share it; it is a value and safe to use from many tasks.
public struct Vocabulary: Sendable {
    /// Active topics, in order of their ids.
    public let topics: [Topic]
    let matcher: PhraseMatcher
    /// What each phrase of the matcher stands for.
    let uses: [[PhraseUse]]

    /// Topics that are not active are left out.
    ///
    /// - Throws: `VocabularyError` where two topics have one id.
    public init(_ topics: [Topic]) throws(VocabularyError) {
        let active = topics.filter(\.isActive).sorted { $0.id < $1.id }
        for (one, next) in zip(active, active.dropFirst()) where one.id == next.id {
            throw .duplicateTopic(one.id)
        }
        self.topics = active
        var table = PhraseTable()
        for (number, topic) in active.enumerated() { table.add(topic, number) }
        matcher = PhraseMatcher(table.phrases)
        uses = table.uses
    }
}

/// Why topics make no vocabulary.
public enum VocabularyError: Error, Sendable, Hashable, CustomStringConvertible {
    case duplicateTopic(String)

    public var description: String {
        switch self {
        case .duplicateTopic(let id): "two topics have the id \(id): rename one of their files"
        }
    }
}

/// What a phrase stands for in a topic.
struct PhraseUse: Sendable, Hashable {
    enum Role: Sendable, Hashable {
        case term(Int), hint(Int), program(Int), billTitle(Int), identifier(Int)
        case companion(rule: Int, group: Int)
        case negative(Int)
        /// A word that a term needs in the same letter.
        case need(String)
    }

    var topic: Int
    var role: Role
    /// The phrase is written all in capitals, and matches only so.
    var needsCapitals: Bool
}

/// Gathers the phrases of all topics, each once.
struct PhraseTable {
    private(set) var phrases: [String] = []
    private(set) var uses: [[PhraseUse]] = []
    private var places: [[UInt8]: Int] = [:]

    mutating func add(_ topic: Topic, _ number: Int) {
        add(topic.terms, number) { .term($0) }
        add(topic.hints, number) { .hint($0) }
        add(topic.programs, number) { .program($0) }
        add(topic.identifiers, number) { .identifier($0) }
        for (place, bill) in topic.bills.enumerated() {
            for title in bill.titles { add(title, number, .billTitle(place)) }
        }
        for (rule, companions) in topic.companions.enumerated() {
            for (group, phrases) in companions.groups.enumerated() {
                for phrase in phrases { add(phrase, number, .companion(rule: rule, group: group)) }
            }
        }
        for (place, negative) in topic.negatives.enumerated() {
            for phrase in negative.phrases { add(phrase, number, .negative(place)) }
        }
    }

    private mutating func add(_ terms: [Topic.Term], _ topic: Int, _ role: (Int) -> PhraseUse.Role) {
        for (place, term) in terms.enumerated() {
            for phrase in [term.text] + term.variants { add(phrase, topic, role(place)) }
            for word in term.needs { add(word, topic, .need(word)) }
        }
    }

    private mutating func add(_ phrase: String, _ topic: Int, _ role: PhraseUse.Role) {
        let use = PhraseUse(topic: topic, role: role, needsCapitals: Self.isAllCapitals(phrase))
        for form in Variants.forms(of: phrase) {
            let key = NormalizedText(form).bytes
            guard !key.isEmpty else { continue }
            if let place = places[key] {
                if !uses[place].contains(use) { uses[place].append(use) }
            } else {
                places[key] = phrases.count
                phrases.append(form)
                uses.append([use])
            }
        }
    }

    static func isAllCapitals(_ phrase: String) -> Bool {
        phrase.count { $0.isUppercase } > 1 && !phrase.contains { $0.isLowercase }
    }
}
