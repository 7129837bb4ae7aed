import Correspondence
import Scanning

/// An example of a topic's definition on which tagging and its author disagree.
public struct ExampleFailure: Sendable, Hashable, Codable, CustomStringConvertible {
    public var topic: String
    /// `match` or `noMatch`.
    public var list: String
    /// From 1, in that list.
    public var number: Int
    /// How the points came about.
    public var account: TopicAccount

    public var description: String {
        let said = list == "match" ? "must match and does not" : "must not match and does"
        let entries = account.entries.prefix(5).map { "\($0.name) in \($0.zone.rawValue) \($0.points)" }
        let points = "\(account.points) of \(account.pointsNeeded) points"
        return "\(topic): examples.\(list) \(number) \(said): \(points) (\(entries.joined(separator: ", ")))"
    }
}

/// Tags the examples in a topic's definition, as `letterbook topics check` does.
///
/// The first paragraph of an example stands for the letter's title. Works for topics that are not active too.
/// - Returns: the examples that come out otherwise than their author says; none where all is well.
public func checkExamples(of topic: Topic) throws(VocabularyError) -> [ExampleFailure] {
    var active = topic
    active.isActive = true
    let vocabulary = try Vocabulary([active])
    let lists = [("match", topic.examples.match, true), ("noMatch", topic.examples.noMatch, false)]
    return lists.flatMap { list, examples, isMatch in
        examples.enumerated().compactMap { number, example in
            let text = exampleText(example)
            let account = explain(text, exampleDescription, topic: topic.id, with: vocabulary)
            guard let account, account.isTagged != isMatch else { return nil }
            return ExampleFailure(topic: topic.id, list: list, number: number + 1, account: account)
        }
    }
}

private let exampleDescription = Description(
    kind: Evidenced(.letter, Evidence(place: .field, quote: "", rule: "example", confidence: .low)))

private func exampleText(_ example: String) -> ExtractedText {
    let normal = NormalizedText(example)
    let blank = normal.bytes.firstIndex(of: 0x0A) ?? normal.bytes.count
    let title = normal.scalars(of: 0..<blank)
    let line = TextLine(start: title.lowerBound, end: title.upperBound, block: 0, kind: .heading, level: 1)
    return ExtractedText(
        mediaType: .plain, pages: [Page(number: 1, text: example, source: .plain)],
        layouts: [PageLayout(page: 1, lines: [line])], document: DocumentMetadata(),
        quality: TextQuality(text: .good))
}
