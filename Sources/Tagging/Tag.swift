import Correspondence
import Scanning

/// The stage's version, part of its fingerprint: raised whenever tagging decides otherwise than before.
public let taggingVersion = 2

/// Gives a letter its topics, each with its score and the quotes that decided it, in order of their ids.
///
/// Pure: the same text, description and vocabulary give the same tags. The score's arithmetic is that of
/// `TopicAccount`; `explain` shows it in full.
public func tag(
    _ text: ExtractedText, _ description: Description, with vocabulary: Vocabulary
) -> [Tag] {
    accounts(text, description, with: vocabulary).filter(\.isTagged).map { account in
        Tag(id: account.topic, score: account.score, evidence: account.decisiveEvidence)
    }
}

/// How the points of one topic come about in a letter, whether or not it gets the topic.
///
/// - Returns: nil where the vocabulary has no active topic of that id.
public func explain(
    _ text: ExtractedText, _ description: Description, topic: String, with vocabulary: Vocabulary
) -> TopicAccount? {
    accounts(text, description, with: vocabulary, only: topic).first
}

func accounts(
    _ text: ExtractedText, _ description: Description, with vocabulary: Vocabulary, only: String? = nil
) -> [TopicAccount] {
    let reading = Reading(text, description)
    let mentions = MentionFinder(vocabulary: vocabulary, reading: reading).mentions()
    return zip(vocabulary.topics, mentions).compactMap { topic, mentions in
        if let only, topic.id != only { return nil }
        return TopicScorer(topic: topic, reading: reading, description: description).account(of: mentions)
    }
}

extension TopicAccount {
    /// At most so many quotes go into a record; `explain` has them all.
    private static let recordedQuotes = 8

    /// Quotes of the entries that gave points, strongest first, no place twice.
    var decisiveEvidence: [Evidence] {
        var found: [Evidence] = []
        for entry in entries where entry.points > 0 {
            for evidence in entry.evidence where found.count < Self.recordedQuotes {
                let isThere = found.contains {
                    $0.page == evidence.page && $0.start == evidence.start && $0.quote == evidence.quote
                }
                if !isThere { found.append(evidence) }
            }
        }
        return found
    }
}
