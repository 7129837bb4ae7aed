import Archiving
import Correspondence
import Definitions
import Foundation
import Indexing
import Nightly
import Reporting

/// Makes timelines of the letters in an archive, all of them or those that a query finds.
struct TimelineDesk {
    let library: Library
    /// Nil: all letters.
    private let ids: [String]?

    /// - Parameter words: a question in the query language; none asks for all letters, without the index.
    init(_ library: Library, words: [String]) throws {
        self.library = library
        let condition = try readQuery(words.joined(separator: " "))
        ids = try condition.map {
            try library.index().ids(LetterQuery($0), vocabulary: library.vocabulary).sorted()
        }
    }

    func timeline(_ question: TimelineQuestion, asOf: EDTFDate?) throws -> Timeline {
        try timeline(of: ids, question, asOf: asOf)
    }

    private func timeline(
        of ids: [String]?, _ question: TimelineQuestion, asOf: EDTFDate?, seen: YearsOfLetters? = nil
    ) throws -> Timeline {
        let letters = ArchivedLetters(library.archive, ids: ids, seen: seen)
        let timeline = Reporting.timeline(
            ofFacts: letters, question: question, asOf: asOf, context: try context())
        if let error = letters.failure.error { throw error }
        return timeline
    }

    private func context() throws -> TimelineContext {
        TimelineContext(
            agencies: library.agencies,
            topicNames: Dictionary(library.topics.map { ($0.id, $0.label) }) { first, _ in first },
            program: "letterbook \(programVersion)", archive: try library.archive.fingerprint(),
            events: try policyEvents(in: library.workspace, agencies: library.agencies),
            replies: TimelineContext.replies(in: try library.archive.relations()))
    }

    // MARK: Pages

    /// `Output/timeline/pages`: all letters on `index.html`, and a page for each period where they are many.
    func writePages(_ question: TimelineQuestion, asOf: EDTFDate?) throws {
        let folder = library.workspace.output.appendingPathComponent("timeline/pages", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let seen = YearsOfLetters()
        let all = try timeline(of: ids, question, asOf: asOf, seen: seen)
        let pages = TimelinePages(of: all)
        try write(pages.page(all), to: folder, period: nil)
        for period in pages.periods {
            var part = question
            (part.from, part.to) = (EDTFDate(period), EDTFDate(period))
            // Only the letters of the year are read again.
            let made = try timeline(of: seen.ids[String(period.prefix(4))] ?? [], part, asOf: asOf)
            try write(pages.page(made, period: period), to: folder, period: period)
        }
        print(
            printable(
                "Pages     \(folder.path)/index.html (\(pages.periods.isEmpty ? "1 page" : "\(pages.periods.count + 1) pages"))"
            ))
    }

    private func write(_ page: String, to folder: URL, period: String?) throws {
        try Data(page.utf8).write(
            to: folder.appendingPathComponent(TimelinePages.fileName(period)), options: .atomic)
    }
}

/// Ids of letters by the year that they may be of, noted while letters are read.
final class YearsOfLetters {
    private(set) var ids: [String: [String]] = [:]

    func note(_ letter: TimelineFacts) {
        guard let date = letter.date, let first = date.earliestDay, let last = date.latestDay else {
            return
        }
        for year in Set([first.prefix(4), last.prefix(4)]) {
            ids[String(year), default: []].append(letter.id)
        }
    }
}

/// The facts of an archive's letters, one letter after another; stops at the first that cannot be read, and says so.
private struct ArchivedLetters: Sequence {
    final class Failure {
        var error: (any Error)?
    }

    let archive: Archive
    let ids: [String]?
    let seen: YearsOfLetters?
    let failure = Failure()

    init(_ archive: Archive, ids: [String]?, seen: YearsOfLetters?) {
        self.archive = archive
        self.ids = ids
        self.seen = seen
    }

    struct Iterator: IteratorProtocol {
        let read: () throws -> Letter?
        let seen: YearsOfLetters?
        let failure: Failure

        mutating func next() -> TimelineFacts? {
            do {
                let facts = try read().map(TimelineFacts.init)
                if let facts { seen?.note(facts) }
                return facts
            } catch {
                failure.error = error
                return nil
            }
        }
    }

    func makeIterator() -> Iterator {
        do {
            if let ids {
                var waiting = ids[...]
                return Iterator(
                    read: { try waiting.popFirst().map { try archive.read($0) } }, seen: seen,
                    failure: failure)
            }
            var reader = try archive.letters()
            return Iterator(read: { try reader.next() }, seen: seen, failure: failure)
        } catch {
            failure.error = error
            return Iterator(read: { nil }, seen: nil, failure: failure)
        }
    }
}
