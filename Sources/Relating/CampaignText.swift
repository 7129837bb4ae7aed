import Correspondence

/// What a campaign's letters have in common, gathered letter by letter, so that all of them never stand in memory.
///
/// A sequence of three words belongs to the template when at least half of the letters have it, and two at least.
/// A sentence is the template's where at least four of five of its sequences are, a changed one where half are, and
/// the letter's own below that. Of the text, what stands between greeting and closing counts: letterheads and
/// signatures differ in every letter.
public struct CampaignText: Sendable {
    private var letters = 0
    private var counts: [UInt64: Int] = [:]
    private static let templateShare = 0.8
    private static let changedShare = 0.5
    /// A name or a heading says nothing of its own.
    private static let fewestWords = 5

    public init() {}

    /// Takes in one member's text.
    public mutating func learn(_ pages: [Page]) {
        letters += 1
        for sequence in Set(Self.body(of: pages).flatMap(\.sequences)) { counts[sequence, default: 0] += 1 }
    }

    /// One member against the template.
    public struct Member: Sendable, Hashable, Codable {
        /// The share of the letter's words that stand in sentences of the template, 0 to 1.
        public var shared: Double
        /// The template's sentences as this letter has them, in order.
        public var template: [String]
        /// Sentences that the template does not have: `campaign.own`, and altered ones of it: `campaign.changed`.
        public var own: [Evidence]
    }

    /// How a letter, learnt before, uses the template.
    public func member(_ pages: [Page]) -> Member {
        var shared = 0
        var words = 0
        var template: [String] = []
        var own: [Evidence] = []
        for sentence in Self.body(of: pages) {
            words += sentence.words.count
            let share = templateShare(of: sentence)
            if share >= Self.templateShare {
                shared += sentence.words.count
                template.append(sentence.text)
            } else if sentence.words.count >= Self.fewestWords {
                let rule = share >= Self.changedShare ? "campaign.changed" : "campaign.own"
                own.append(sentence.evidence(rule: rule, pages: pages))
            }
        }
        let part = words == 0 ? 0 : (Double(shared) / Double(words) * 1_000).rounded() / 1_000
        return Member(shared: part, template: template, own: own)
    }

    private func templateShare(of sentence: LetterSentence) -> Double {
        let sequences = sentence.sequences
        let needed = max(2, (letters + 1) / 2)
        let common = sequences.count { counts[$0, default: 0] >= needed }
        return Double(common) / Double(sequences.count)
    }

    /// What stands between greeting and closing; all of it where there is no greeting.
    private static func body(of pages: [Page]) -> ArraySlice<LetterSentence> {
        let sentences = LetterSentence.all(of: pages)
        let greeting = sentences.firstIndex { begins($0, with: greetings) }
        let start = greeting ?? sentences.startIndex
        let closing = sentences[start...].lastIndex { begins($0, with: closings) && $0.words.count < 60 }
        return sentences[start..<(closing ?? sentences.endIndex)]
    }

    private static func begins(_ sentence: LetterSentence, with starts: [String]) -> Bool {
        let text = sentence.text.prefix(30).lowercased()
        return starts.contains(where: text.hasPrefix)
    }

    private static let greetings = ["dear ", "to whom it may concern", "honorable "]
    private static let closings = [
        "sincerely", "respectfully", "yours ", "best regards", "kind regards", "with appreciation",
    ]
}

extension LetterSentence {
    func evidence(rule: String, pages: [Page]) -> Evidence {
        let text = pages.first { $0.number == page }?.text.unicodeScalars
        let quote = text.map { scalars in
            let start = scalars.index(scalars.startIndex, offsetBy: self.scalars.lowerBound)
            return String(scalars[start..<scalars.index(start, offsetBy: self.scalars.count)])
        }
        return Evidence(
            page: page, place: .text, start: scalars.lowerBound, end: scalars.upperBound,
            quote: quote ?? self.text, rule: rule, confidence: .high)
    }
}
