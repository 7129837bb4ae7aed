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

    @Test func `short blocks lead a plain text, but the name of a form does not`() {
        let request = "Bulletin\n\nRequest on doulas\n\nSummary: \(filler(30))"
        #expect(zones(sampleText(request)) == [.heading, .heading, .body])
        let form = "Bulletin\n\nAgency Information Collection Activities; Doulas\n\nSummary: \(filler(30))"
        #expect(zones(sampleText(form)) == [.heading, .body, .body])
    }
}
