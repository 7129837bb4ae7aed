import Archiving
import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Indexing
import Reporting

struct TimelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Print the timeline of letters and events that answers a question.",
        discussion: """
            Every sentence of it cites the records that it rests on. Formats: \
            \(TimelineFormat.all.map(\.id).joined(separator: ", ")), png (drawn by rsvg-convert, Debian package \
            librsvg2-bin). The words are those of 'letterbook query'.

            EXAMPLE
              letterbook timeline --topic covid-19-equity --format html > equity.html
              letterbook timeline --agency cms --from 2020 --to 2021 --by docket
              letterbook timeline --topic maternal-health --format ics > deadlines.ics
              letterbook timeline --topic ctsa --from 2020 --against 2018..2019
              letterbook timeline 'signed:"Academic Medical Centers" has:ask' --open
            """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(help: ArgumentHelp("A question in the language of 'letterbook query'.", valueName: "words"))
    var words: [String] = []

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

    @Option(
        help: ArgumentHelp(
            "Also says what differs from another period: 2018..2019, or one year.", valueName: "period"))
    var against: String?

    @Option(help: ArgumentHelp("Also says what differs from another topic.", valueName: "id"))
    var againstTopic: String?

    @Flag(help: "Writes a page for all letters, and one for each period where they are too many to list.")
    var pages = false

    @Flag(help: "Writes the page to Output/timeline/view.html and opens it.")
    var open = false

    func validate() throws {
        if format != "png", TimelineFormat.named(format) == nil {
            throw ValidationError(
                unknownName("format", format, TimelineFormat.all.map(\.id) + ["png"]))
        }
        if pages, against != nil || againstTopic != nil || open {
            throw ValidationError("--pages goes with a question alone")
        }
    }

    func run() async throws {
        do {
            let desk = try TimelineDesk(Library(place.workspace()), words: words)
            let question = try question(desk)
            if pages { return try desk.writePages(question, asOf: date(asOf, "--as-of")) }
            var timeline = try desk.timeline(question, asOf: date(asOf, "--as-of"))
            if let other = try compared(question, desk) {
                timeline = timeline.compared(with: try desk.timeline(other, asOf: nil))
            }
            if open { return try await desk.open(timeline) }
            try await write(timeline)
            if timeline.counts.letters == 0 { throw Exit.found }
        } catch let error as ValidationError {
            throw error
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func write(_ timeline: Timeline) async throws {
        guard let format = TimelineFormat.named(format) else {
            FileHandle.standardOutput.write(Data(try await timelinePicture(timeline)))
            return
        }
        FileHandle.standardOutput.write(Data(try format.render(timeline).utf8))
    }

    private func question(_ desk: TimelineDesk) throws -> TimelineQuestion {
        var question = TimelineQuestion()
        let topics = desk.library.topics.map(\.id)
        question.topics = try topic.map { try known($0, "topic", topics) }
        question.agencies = try agency.map {
            try known($0, "agency", desk.library.agencies.agencies.map(\.id))
        }
        question.senders = sender
        question.identifiers = identifier
        question.query = words.isEmpty ? nil : words.joined(separator: " ")
        question.from = try date(from, "--from")
        question.to = try date(to, "--to")
        question.lanes = by
        question.length = length
        question.dateStyle = DateStyle(locale: desk.library.workspace.configuration.locale)
        return question
    }

    /// The same question of another period or topic.
    private func compared(_ question: TimelineQuestion, _ desk: TimelineDesk) throws -> TimelineQuestion? {
        guard against != nil || againstTopic != nil else { return nil }
        var other = question
        if let againstTopic {
            other.topics = [try known(againstTopic, "topic", desk.library.topics.map(\.id))]
        }
        if let against {
            let ends = against.components(separatedBy: "..")
            other.from = try date(ends.first, "--against")
            other.to = try date(ends.last, "--against")
        }
        return other
    }

    private func known(_ id: String, _ what: String, _ ids: [String]) throws -> String {
        let wanted = id.lowercased()
        guard ids.contains(wanted) else { throw ValidationError(unknownName(what, id, ids)) }
        return wanted
    }

    private func unknownName(_ what: String, _ word: String, _ known: [String]) -> String {
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
