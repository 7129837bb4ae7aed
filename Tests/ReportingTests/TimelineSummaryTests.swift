import Correspondence
import Testing

@testable import Reporting

struct TimelineSummaryTests {
    private let sample: [Letter]
    private let made: Timeline

    init() throws {
        sample = try TimelineLetters.sample()
        made = timeline(of: sample, context: TimelineLetters.context)
    }

    private func sentence(_ kind: String) throws -> Timeline.Sentence {
        try TimelineLetters.required(made.summary.first { $0.kind == kind })
    }

    @Test func everySentenceCitesRecordsOfTheTimeline() {
        let known = Set(made.letters.map(\.id))
        for sentence in made.summary {
            #expect(!sentence.records.isEmpty, "\(sentence.kind)")
            #expect(Set(sentence.records).isSubset(of: known), "\(sentence.kind)")
            #expect(Set(sentence.records).count == sentence.records.count, "\(sentence.kind)")
        }
    }

    @Test func everyQuotationStandsInACitedRecord() {
        let texts = Dictionary(
            uniqueKeysWithValues: sample.map { letter in
                (
                    letter.id,
                    letter.asks.map(\.text) + letter.events.map(\.text) + [letter.title ?? ""].map(cleanText)
                )
            })
        for sentence in made.summary {
            for quote in sentence.text.split(separator: "“").dropFirst() {
                let words = quote.prefix { $0 != "”" && $0 != "…" }
                let source = sentence.records.flatMap { texts[$0] ?? [] }
                #expect(source.contains { $0.contains(words) }, "\(words)")
            }
        }
    }

    @Test func theFirstSentenceCountsWhatItCites() throws {
        let size = try sentence("size")
        #expect(size.records.count == 11)
        #expect(size.text.hasPrefix("11 letters to 3 agencies from 5 senders, naming 1 docket and 1 bill"))
        #expect(size.text.hasSuffix("30 May 2020 to 21 February 2021."))
    }

    @Test func asksAreCountedByLettersAndThoseAgainstAreNamed() throws {
        let asks = try sentence("asks")
        #expect(asks.text.contains("extend postpartum coverage to twelve months” (2 letters, 1 against)"))
        #expect(asks.text.contains("restore funding for every CTSA hub” (2 letters)"))
        #expect(asks.records.count == 4)
    }

    @Test func nextIsWhatComesAfterTheNewestLetter() throws {
        let next = try sentence("next")
        #expect(next.text.contains("as of 21 February 2021"))
        #expect(next.text.contains("10 March 2021"))
        let later = timeline(of: sample, asOf: EDTFDate("2022-01-01"), context: TimelineLetters.context)
        #expect(!later.summary.contains { $0.kind == "next" })
    }

    @Test(arguments: [(TimelineQuestion.Length.headline, 1), (.short, 3)])
    func shortAnswersAreShort(length: TimelineQuestion.Length, sentences: Int) {
        var question = TimelineQuestion()
        question.length = length
        #expect(timeline(of: sample, question: question).summary.count == sentences)
    }

    @Test func nothingFoundSaysWhatWasAsked() {
        var question = TimelineQuestion()
        question.topics = ["ctsa"]
        question.to = EDTFDate("1999")
        let found = timeline(of: sample, question: question)
        #expect(found.summary.map(\.kind) == ["empty"])
        #expect(found.summary.first?.text.contains("topic ctsa; to 1999") == true)
    }

    @Test func datesFollowTheStyleThatIsAskedFor() {
        var question = TimelineQuestion()
        question.dateStyle = DateStyle(locale: "en-US")
        let text = timeline(of: sample, question: question).summary.first?.text ?? ""
        #expect(text.hasSuffix("May 30, 2020 to February 21, 2021."))
    }
}
