import Correspondence
import Testing

@testable import Reporting

struct RecordedEventsTests {
    private func event(
        _ id: String, _ kind: PolicyEvent.Kind = .commentCloses, on date: String = "2020-06-09",
        opens: String? = nil, about: [String] = [], topics: [String] = [], agencies: [String] = []
    ) throws -> RecordedEvent {
        RecordedEvent(
            id: id, kind: kind, date: try #require(EDTFDate(date)), opens: opens.flatMap { EDTFDate($0) },
            title: "Recorded: \(id)", about: about, agencies: agencies, topics: topics,
            source: "https://www.example.gov/\(id)", file: "Pipeline/events/sample.yaml")
    }

    private func made(
        _ events: [RecordedEvent], change: (inout TimelineQuestion) -> Void = { _ in }
    ) throws -> Timeline {
        var context = TimelineLetters.context
        context.events = events
        var question = TimelineQuestion()
        change(&question)
        return timeline(of: try TimelineLetters.sample(), question: question, context: context)
    }

    @Test func whatLettersTellOfARecordedEventJoinsIt() throws {
        let plain = try made([]).events.filter { $0.kind == .commentCloses }
        let told = try #require(plain.last)
        let recorded = try event("closing", on: told.date.description, opens: "2020-04-10", about: told.about)
        let joined = try made([recorded]).events.filter { $0.kind == .commentCloses }
        #expect(joined.count == plain.count)
        let one = try #require(joined.first { $0.id == "recorded-closing" })
        #expect(one.text == "Recorded: closing" && one.opens?.description == "2020-04-10")
        #expect(one.witnesses == told.witnesses && one.record?.file == "Pipeline/events/sample.yaml")
    }

    @Test func aQuestionShowsOnlyTheRecordedEventsThatItIsAbout() throws {
        let events = [
            try event("a", topics: ["maternal-health"]), try event("b", agencies: ["cms"]),
            try event("c", topics: ["ctsa"]), try event("d", about: ["CMS-9999-P"]),
        ]
        let all = try made(events).events.compactMap { $0.record == nil ? nil : $0.id }
        #expect(all.sorted() == ["recorded-a", "recorded-b", "recorded-c", "recorded-d"])
        let topic = try made(events) { $0.topics = ["maternal-health"] }
        #expect(topic.events.filter { $0.record != nil }.map(\.id) == ["recorded-a"])
        let later = try made(events) { $0.from = EDTFDate("2021") }
        #expect(later.events.allSatisfy { $0.record == nil })
    }

    @Test func ofCollectedEventsOnlyThoseThatALetterRefersToAreShownAndTheOthersCounted() throws {
        var collected = try (1...300).map {
            try event("fr\($0)", about: ["CMS-\(8000 + $0)-P"], agencies: ["cms"])
        }
        collected.append(try event("named", about: ["CMS-0001-P"], agencies: ["cms"]))
        for position in collected.indices {
            collected[position].file = "Corpus/collected/register/events.jsonl"
        }
        let timeline = try made(collected)
        #expect(timeline.events.compactMap { $0.record == nil ? nil : $0.id } == ["recorded-named"])
        #expect(timeline.counts.unrelatedEvents == 300)
        #expect(
            timelineMarkdown(timeline).contains(
                "Not shown: 300 collected events that no letter here refers to"))
        let agency = try made(collected) { $0.agencies = ["cms"] }
        #expect(agency.events.count { $0.record != nil } == 1)
        let asked = try made(collected) { $0.identifiers = ["CMS-8007-P"] }
        #expect(asked.events.compactMap { $0.record == nil ? nil : $0.id } == ["recorded-fr7"])
    }

    @Test func everyFormatSaysWhereARecordedEventCanBeRead() throws {
        let timeline = try made([try event("a", topics: ["maternal-health"])])
        for format in TimelineFormat.all where ["html", "markdown", "json", "ics"].contains(format.id) {
            let unfolded = try format.render(timeline).replacing("\r\n ", with: "")
            #expect(unfolded.contains("www.example.gov/a"), "\(format.id)")
        }
    }

    @Test func aSourceThatIsNoAddressOfTheWebIsNeverALink() throws {
        var recorded = try event("a", topics: ["maternal-health"])
        recorded.source = "javascript:alert(1)"
        let page = try #require(TimelineFormat.named("html")).render(try made([recorded]))
        #expect(!page.contains("href=\"javascript"))
    }

    @Test func noSentenceRestsOnARecordedEventAlone() throws {
        let timeline = try made([try event("a", on: "2030-01-01", topics: ["ctsa"])])
        #expect(timeline.summary.allSatisfy { !$0.records.isEmpty || $0.kind == "empty" })
    }
}
