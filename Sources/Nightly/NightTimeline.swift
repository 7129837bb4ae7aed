import Archiving
import Correspondence
import Definitions
import Foundation
import Indexing
import Reporting

/// The timeline that every night brings up to date.
///
/// Facts of a letter are taken from its record once and remembered by the record's fixity: only records that changed are
/// read. The timeline itself is made anew, which takes a tenth of a millisecond a letter; so it shows all letters of an
/// archive of up to 10,000, and of a larger one the newest, which is what a night's reader looks for. `letterbook
/// timeline` makes one of all letters, or of those that a question finds, whenever it is wanted.
extension Desk {
    /// Letters up to which all are shown: a second.
    private static let mostLetters = 10_000
    /// Of more letters, as many of the newest as are shown one by one and not folded.
    private static let newestLetters = TimelineQuestion().mostLetters

    var hasTimeline: Bool {
        TimelineFormat.nightly.allSatisfy { FileManager.default.fileExists(atPath: place(of: $0).path) }
    }

    private func place(of format: TimelineFormat) -> URL {
        workspace.output.appendingPathComponent("timeline/\(format.fileName)")
    }

    /// - Parameter index: in step with the archive.
    func writeTimeline(_ index: LetterIndex) throws {
        var question = TimelineQuestion()
        question.dateStyle = DateStyle(locale: workspace.configuration.locale)
        let isLarge = try index.count() > Self.mostLetters
        let day = isLarge ? try index.newestDays(letters: Self.newestLetters) : nil
        question.from = day.flatMap { EDTFDate($0) }
        let timeline = timeline(
            ofFacts: try timelineFacts(of: try index.standing(since: day)), question: question,
            context: TimelineContext(
                agencies: definitions.agencies, topicNames: definitions.topicNames,
                program: definitions.provenance.program, archive: try archive.fingerprint(),
                events: definitions.events,
                replies: TimelineContext.replies(in: try archive.relations())))
        for format in TimelineFormat.nightly {
            try replaceIfChanged(place(of: format), with: Data(try format.render(timeline).utf8))
        }
    }

    /// In the order of ids.
    private func timelineFacts(of letters: [LetterIndex.Standing]) throws -> [TimelineFacts] {
        let known = try memory.timelineFacts()
        var learnt: [(record: Data, facts: TimelineFacts)] = []
        var used: Set<String> = []
        let facts = try letters.map { letter in
            // Facts of another version are of no use.
            let record = letter.record + [UInt8(TimelineFacts.version)]
            used.insert(letter.id)
            if let facts = known[record], facts.id == letter.id { return facts }
            let facts = TimelineFacts(try archive.read(letter.id))
            learnt.append((record, facts))
            return facts
        }
        try memory.remember(learnt, forgetting: known.values.map(\.id).filter { !used.contains($0) })
        return facts
    }
}
