import Archiving
import Correspondence
import Definitions
import Foundation
import Tagging

/// What the topics' files as they are now would make of one letter of the archive.
public struct TopicChange: Sendable, Hashable, Codable {
    public var letter: String
    public var topic: String
    /// Added, or removed.
    public var isAdded: Bool
    public var date: String?
    public var sender: String?
    public var title: String?
    public var points: Double
    public var pointsNeeded: Double
    /// For an added topic what speaks for it now; for a removed one what spoke for it.
    public var quotes: [Evidence]
    /// For a removed topic: what it lacks now.
    public var lacking: [String]
}

/// What an edit would change in all: per topic, letters that would get it, lose it and keep it.
public struct TopicTrial: Sendable, Hashable, Codable {
    public struct Count: Sendable, Hashable, Codable {
        public var topic: String
        public var added = 0
        public var removed = 0
        public var kept = 0
        /// A person's yes or no, which the definition does not change.
        public var decided = 0
    }

    /// In order of topics.
    public var counts: [Count]
    public var letters = 0
}

/// Tags every letter of the archive with the topics' files as they are now, and tells what would change.
///
/// Writes nothing and extracts nothing; one letter at a time. Letters that are withdrawn stay out.
/// - Parameters:
///   - topics: ids; all where empty.
///   - tell: gets each change, in the archive's order.
/// - Throws: `DefinitionError`, `ArchiveError`, `NightError.noSuchTopic`, or what `tell` throws.
public func tryTopics(
    _ topics: [String] = [], in workspace: Workspace, tell: (TopicChange) throws -> Void
) throws -> TopicTrial {
    let archive = Archive(at: workspace.output.appendingPathComponent("archive", isDirectory: true))
    var trial = Trial(definitions: try NightDefinitions.load(workspace), workspace: workspace)
    let known = trial.definitions.vocabulary.topics.map(\.id)
    var letters = try archive.letters()
    while let letter = try letters.next() {
        guard letter.withdrawn == nil else { continue }
        try trial.hold(letter, to: topics, tell: tell)
    }
    if let unknown = topics.first(where: { !known.contains($0) && trial.counts[$0] == nil }) {
        throw NightError.noSuchTopic(unknown, known: known)
    }
    return TopicTrial(counts: trial.counts.values.sorted { $0.topic < $1.topic }, letters: trial.letters)
}

private struct Trial {
    let definitions: NightDefinitions
    let workspace: Workspace
    var counts: [String: TopicTrial.Count] = [:]
    var letters = 0

    mutating func hold(
        _ letter: Letter, to topics: [String], tell: (TopicChange) throws -> Void
    ) throws {
        letters += 1
        let text = letter.text(cachedIn: workspace.output)
        let description = Description(of: letter)
        let now = tag(text, description, with: definitions.vocabulary)
        let had = letter.topics
        let decided = Set(definitions.corrections[letter.id]?.topics.map(\.topic) ?? [])
        let ids = Set(now.map(\.id) + had.map(\.id)).filter { topics.isEmpty || topics.contains($0) }
        for id in ids.sorted() {
            if decided.contains(id) || had.contains(where: { $0.id == id && $0.decidedBy == .person }) {
                counts[id, default: .init(topic: id)].decided += 1
                continue
            }
            let one = now.first { $0.id == id }
            let other = had.first { $0.id == id }
            count(id, now: one != nil, had: other != nil)
            guard (one == nil) != (other == nil) else { continue }
            let account = explain(text, description, topic: id, with: definitions.vocabulary)
            try tell(letter.change(id, account, quotes: (one ?? other)?.evidence ?? [], isAdded: one != nil))
        }
    }

    private mutating func count(_ id: String, now: Bool, had: Bool) {
        var count = counts[id] ?? .init(topic: id)
        if now, had { count.kept += 1 }
        if now, !had { count.added += 1 }
        if !now, had { count.removed += 1 }
        counts[id] = count
    }
}

extension Letter {
    fileprivate func change(
        _ topic: String, _ account: TopicAccount?, quotes: [Evidence], isAdded: Bool
    ) -> TopicChange {
        let gone = ["the vocabulary has no active topic of this id any more"]
        return TopicChange(
            letter: id, topic: topic, isAdded: isAdded, date: date?.value.description,
            sender: sender?.organization, title: title, points: account?.points ?? 0,
            pointsNeeded: account?.pointsNeeded ?? 0, quotes: quotes,
            lacking: isAdded ? [] : account?.lacking ?? gone)
    }

    /// The text as it was extracted, with its layout, where that is kept; else what the record has. A later letter of
    /// a file has no extraction of its own.
    func text(cachedIn output: URL) -> ExtractedText {
        let isWhole = original.pages == nil && !id.contains("-")
        let cache = ExtractionCache(in: output, fingerprint: provenance.extract)
        return (isWhole ? cache.text(of: original.sha256) : nil) ?? ExtractedText(of: self)
    }
}
