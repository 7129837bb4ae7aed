import Archiving
import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Reporting

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Print the timeline of letters and events that answers a question.",
        discussion: """
            Every sentence of it cites the records that it rests on. Formats: \
            \(TimelineFormat.all.map(\.id).joined(separator: ", ")).

            EXAMPLE
              letterbook timeline --topic covid-19-equity --format html > equity.html
              letterbook timeline --agency cms --from 2020 --to 2021 --by docket
              letterbook timeline --topic maternal-health --format ics > deadlines.ics
            """)

    @OptionGroup var place: WorkspaceOptions

    @Option(help: ArgumentHelp("Letters on this topic; may be given again.", valueName: "id"))
    var topic: [String] = []

    @Option(
        help: ArgumentHelp(
            "Letters that name this agency or one below it; may be given again.", valueName: "id"))
    var agency: [String] = []

    @Option(
        help: ArgumentHelp(
            "Letters from this sender: a part of the name, or initials; may be given again.",
            valueName: "name"))
    var sender: [String] = []

    @Option(
        help: ArgumentHelp(
            "Letters that name this docket, bill or rule; may be given again.", valueName: "identifier"))
    var identifier: [String] = []

    @Option(help: ArgumentHelp("First day, month or year.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Last day, month or year.", valueName: "date"))
    var to: String?

    @Option(
        help: "What makes a lane: topic, agency, sender or docket. (default: topic; agency for one topic)")
    var by: TimelineQuestion.Lanes?

    @Option(
        help: ArgumentHelp(
            "The day that \"next\" counts from. (default: the newest letter's date)", valueName: "date"))
    var asOf: String?

    @Option(help: "How much the summary says: headline, short or full.")
    var length: TimelineQuestion.Length = .full

    @Option(help: ArgumentHelp("How it is written.", valueName: "format"))
    var format = "markdown"

    func run() throws {
        do {
            let workspace = try place.workspace()
            guard let format = TimelineFormat.named(format) else {
                throw ValidationError(unknown("format", format, TimelineFormat.all.map(\.id)))
            }
            let timeline = try timeline(in: workspace)
            FileHandle.standardOutput.write(Data(try format.render(timeline).utf8))
            if timeline.counts.letters == 0 { throw Exit.found }
        } catch let error as ValidationError {
            throw error
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func timeline(in workspace: Workspace) throws -> Timeline {
        let agencies = try AgencyDefinitions.load(workspace.pipeline.appendingPathComponent("agencies.yaml"))
        let topics = try Topic.loadAll(in: workspace.pipeline.appendingPathComponent("topics"))
        let question = try question(agencies: agencies, topics: topics, workspace: workspace)
        let archive = Archive(at: workspace.output.appendingPathComponent("archive"))
        let letters = ArchivedLetters(reader: try archive.letters())
        let context = TimelineContext(
            agencies: agencies,
            topicNames: Dictionary(topics.map { ($0.id, $0.label) }) { first, _ in first },
            program: "letterbook \(programVersion)", archive: try archive.fingerprint(),
            events: try EventDefinitions.loadAll(in: workspace.pipeline.appendingPathComponent("events")))
        let timeline = Reporting.timeline(
            of: letters, question: question, asOf: try date(asOf, "--as-of"), context: context)
        if let failure = letters.failure.error { throw failure }
        return timeline
    }

    private func question(
        agencies: AgencyRegistry, topics: [Topic], workspace: Workspace
    ) throws -> TimelineQuestion {
        var question = TimelineQuestion()
        question.topics = try topic.map { try known($0, "topic", topics.map(\.id)) }
        question.agencies = try agency.map { try known($0, "agency", agencies.agencies.map(\.id)) }
        question.senders = sender
        question.identifiers = identifier
        question.from = try date(from, "--from")
        question.to = try date(to, "--to")
        question.lanes = by
        question.length = length
        question.dateStyle = DateStyle(locale: workspace.configuration.locale)
        return question
    }

    private func known(_ id: String, _ what: String, _ ids: [String]) throws -> String {
        let wanted = id.lowercased()
        guard ids.contains(wanted) else { throw ValidationError(unknown(what, id, ids)) }
        return wanted
    }

    private func unknown(_ what: String, _ word: String, _ known: [String]) -> String {
        let near = known.filter {
            $0.hasPrefix(word.lowercased().prefix(2)) || $0.contains(word.lowercased())
        }
        let shown = (near.isEmpty ? known : near).prefix(12).joined(separator: ", ")
        return "there is no \(what) \"\(word)\"; there is: \(shown)\(known.count > 12 ? "…" : "")."
    }

    private func date(_ text: String?, _ flag: String) throws -> EDTFDate? {
        guard let text else { return nil }
        guard let date = EDTFDate(text), date.earliestDay != nil else {
            throw ValidationError(
                "\(flag) wants a day, month or year (2020-05-31, 2020-05, 2020), found \"\(text)\".")
        }
        return date
    }
}

extension TimelineQuestion.Lanes: ExpressibleByArgument {}
extension TimelineQuestion.Length: ExpressibleByArgument {}

/// The letters of an archive, one after another; stops at the first that cannot be read, and says so.
private struct ArchivedLetters: Sequence {
    final class Failure {
        var error: ArchiveError?
    }

    let reader: Archive.LetterReader
    let failure = Failure()

    struct Iterator: IteratorProtocol {
        var reader: Archive.LetterReader
        let failure: Failure

        mutating func next() -> Letter? {
            do {
                return try reader.next()
            } catch {
                failure.error = error
                return nil
            }
        }
    }

    func makeIterator() -> Iterator { Iterator(reader: reader, failure: failure) }
}
