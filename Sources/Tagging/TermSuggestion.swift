import Correspondence
import Foundation
import Scanning

/// A phrase that tells letters with a topic from letters without it.
public struct TermSuggestion: Sendable, Hashable, Codable {
    /// Normalised: small letters, no hyphens.
    public var phrase: String
    /// The log-odds ratio in standard errors: above 2 is unlikely to be chance for one phrase looked at alone.
    public var z: Double
    /// Letters with the topic that have the phrase, and letters without the topic that have it.
    public var with: Int
    public var without: Int
    /// A letter with the topic and the phrase, and the words around it there.
    public var example: String
    public var quote: String
}

/// Learns from letters that people labelled which phrases separate those with a topic from those without.
///
/// Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin' Words", 2008), over letters that
/// have a phrase rather than over its mentions, so that one long letter cannot outvote ten short ones. The prior is the
/// phrase's share in all labelled letters, worth `priorLetters` letters. Nothing else is learnt: every number can be
/// checked by counting.
public struct TermLearner: Sendable {
    private struct Count {
        var with = 0
        var without = 0
        var example = ""
        var quote = ""
    }

    private var counts: [String: Count] = [:]
    public private(set) var with = 0
    public private(set) var without = 0
    private static let longestPhrase = 3
    private static let priorLetters = 10.0

    public init() {}

    /// Takes in one labelled letter.
    public mutating func learn(_ id: String, pages: [Page], hasTopic: Bool) {
        if hasTopic { with += 1 } else { without += 1 }
        for (phrase, quote) in Self.phrases(of: pages) {
            var count = counts[phrase] ?? Count()
            if hasTopic { count.with += 1 } else { count.without += 1 }
            if hasTopic, count.example.isEmpty { (count.example, count.quote) = (id, quote) }
            counts[phrase] = count
        }
    }

    /// Phrases that speak for the topic and that its definition does not have, strongest first.
    ///
    /// - Parameters:
    ///   - fewest: letters with the topic that a phrase must be in.
    ///   - least: z from which a phrase counts.
    public func suggestions(beyond topic: Topic, fewest: Int = 2, least: Double = 2) -> [TermSuggestion] {
        var table = PhraseTable()
        table.add(topic, 0)
        let known = Set(table.phrases.map { String(decoding: NormalizedText($0).bytes, as: UTF8.self) })
        let found = counts.compactMap { phrase, count -> TermSuggestion? in
            guard count.with >= fewest, !known.contains(phrase) else { return nil }
            let z = z(count)
            guard z >= least else { return nil }
            return TermSuggestion(
                phrase: phrase, z: (z * 100).rounded() / 100, with: count.with, without: count.without,
                example: count.example, quote: count.quote)
        }
        // Of phrases that are equally telling the longer one says more.
        let ranked = found.sorted { a, b in
            (b.z, b.with, b.phrase.utf8.count, a.phrase) < (a.z, a.with, a.phrase.utf8.count, b.phrase)
        }
        return Self.withoutParts(ranked)
    }

    private func z(_ count: Count) -> Double {
        let share = Double(count.with + count.without) / Double(max(1, with + without))
        let prior = max(0.01, share * Self.priorLetters)
        let rest = Self.priorLetters - prior + 0.01
        let yes = Double(count.with) + prior
        let no = Double(count.without) + prior
        let yesRest = Double(with - count.with) + rest
        let noRest = Double(without - count.without) + rest
        let difference = log(yes / yesRest) - log(no / noRest)
        return difference / (1 / yes + 1 / no).squareRoot()
    }

    /// A phrase within a stronger one that is about as frequent says nothing more.
    private static func withoutParts(_ ranked: [TermSuggestion]) -> [TermSuggestion] {
        var kept: [TermSuggestion] = []
        for one in ranked {
            let isPart = kept.contains { other in
                let nested =
                    " \(other.phrase) ".contains(" \(one.phrase) ")
                    || " \(one.phrase) ".contains(" \(other.phrase) ")
                return nested && abs(other.with - one.with) * 4 <= other.with
            }
            if !isPart { kept.append(one) }
        }
        return kept
    }

    /// Phrases of one to three words, each once, with the words around its first place. None begins or ends with a word
    /// that says nothing, and none crosses a stop.
    private static func phrases(of pages: [Page]) -> [String: String] {
        var phrases: [String: String] = [:]
        for page in pages {
            let text = NormalizedText(page.text)
            let words = words(of: text)
            for start in words.indices where !emptyWords.contains(words[start].text) {
                for end in start..<min(words.count, start + longestPhrase) {
                    if end > start, words[end].range.lowerBound != words[end - 1].range.upperBound + 1 {
                        break
                    }
                    guard !emptyWords.contains(words[end].text) else { continue }
                    let phrase = words[start...end].map(\.text).joined(separator: " ")
                    guard phrase.utf8.count > 3, phrases[phrase] == nil else { continue }
                    let around =
                        words[max(0, start - 5)].range
                        .lowerBound..<words[min(words.count - 1, end + 5)].range.upperBound
                    phrases[phrase] = String(decoding: text.bytes[around], as: UTF8.self)
                }
            }
        }
        return phrases
    }

    private static func words(of text: NormalizedText) -> [(text: String, range: Range<Int>)] {
        var words: [(text: String, range: Range<Int>)] = []
        var start: Int?
        for place in 0...text.bytes.count {
            let isWord = place < text.bytes.count && NormalizedText.isWordByte(text.bytes[place])
            if isWord, start == nil { start = place }
            guard !isWord, let first = start else { continue }
            let word = String(decoding: text.bytes[first..<place], as: UTF8.self)
            // Numbers and single letters name a document, not a subject.
            if word.utf8.count > 1, !word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                words.append((word, first..<place))
            }
            start = nil
        }
        return words
    }

    private static let emptyWords: Set<String> = [
        "the", "of", "and", "to", "in", "that", "is", "for", "on", "with", "as", "by", "at", "be", "are",
        "was", "were",
        "it", "its", "this", "these", "those", "we", "our", "us", "you", "your", "they", "their", "them",
        "he", "she",
        "his", "her", "an", "or", "not", "no", "from", "have", "has", "had", "will", "would", "can", "could",
        "should",
        "may", "who", "which", "what", "when", "where", "how", "all", "any", "each", "also", "more", "most",
        "such", "than",
        "then", "there", "been", "being", "but", "if", "so", "do", "does", "did", "about", "into", "over",
        "under", "other",
        "including", "up", "out", "one", "two", "new", "re", "dear", "sincerely", "ms", "mr", "dr",
    ]
}
