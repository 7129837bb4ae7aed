import Correspondence
import Testing

@testable import Tagging

struct ZoneFinderTests {
    private func zones(_ text: ExtractedText, _ description: Description = sampleDescription()) -> [Topic
        .Zone]
    {
        Reading(text, description).blocks.map(\.zone)
    }

    @Test func `a letter has an address, a subject, a body and a closing`() {
        let text = sampleText(
            """
            Office of Roads
            1 Main Street

            Re: Bridges

            Dear Director:

            \(filler(80))

            Sincerely,

            A. Writer
            President
            """)
        #expect(zones(text) == [.address, .subject, .address, .body, .address, .address])
    }

    @Test func `the described subject wins where it stands`() {
        var description = sampleDescription()
        description.subject = Evidenced(
            "Bridges",
            Evidence(page: 1, place: .text, start: 7, end: 14, quote: "Bridges", rule: "s", confidence: .high)
        )
        #expect(
            zones(sampleText("About: Bridges\n\nDear Director:\n\n\(filler(80))"), description).first
                == .subject)
    }

    @Test func `a title in the metadata marks the block that repeats it, or stands by itself`() {
        #expect(zones(sampleText("Bridges\n\n\(filler(80))", title: "Bridges")) == [.title, .body])
        #expect(zones(sampleText("\(filler(80))", title: "Bridges")) == [.body, .title])
    }

    @Test func `short blocks lead a plain text without headings`() {
        #expect(
            zones(sampleText("Council\n\nA law on bridges\n\n\(filler(80))")) == [.heading, .heading, .body])
    }

    @Test func `references, credits and contacts are asides`() {
        let text = sampleText(
            "# Title\n\n\(filler(80))\n\nThe study was supported by a fund.\n\n# References\n\nOne.\n\n# Next\n\nText."
        )
        #expect(zones(text) == [.title, .body, .acknowledgement, .heading, .footnote, .heading, .body])
    }

    @Test func `the purpose of a notice weighs more than another sentence`() throws {
        var topic = Topic(id: "t", label: "T")
        topic.terms = [Topic.Term("bridge")]
        let text = sampleText(
            "Notice is given. The purpose of the meeting is to discuss the bridge. Bridges age.")
        let account = explain(text, sampleDescription(), topic: "t", with: try Vocabulary([topic]))
        let found = try #require(account).entries.map { "\($0.rule) \($0.points)" }
        #expect(found == ["topic.purpose-term 5.25", "topic.body-term 3.0", "topic.opening-term 3.0"])
    }
}
