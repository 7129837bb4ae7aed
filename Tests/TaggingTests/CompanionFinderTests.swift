import Correspondence
import Testing

@testable import Tagging

struct CompanionFinderTests {
    private func mentions(_ scope: Topic.Companions.Scope, _ text: ExtractedText) throws -> Int {
        var topic = Topic(id: "both", label: "Both")
        topic.companions = [
            Topic.Companions("both", within: scope, groups: [["COVID-19"], ["equity"]])
        ]
        let account = explain(text, sampleDescription(), topic: "both", with: try Vocabulary([topic]))
        return try #require(account).entries.filter { $0.zone != .opening }.reduce(0) { $0 + $1.mentions }
    }

    @Test func `ideas pair within a sentence`() throws {
        #expect(
            try mentions(
                .sentence, sampleText("Equity in COVID–19. More on COVID-19 in the U.S. and equity.")) == 2)
        #expect(try mentions(.sentence, sampleText("COVID-19 is a disease. Equity is a virtue.")) == 0)
    }

    @Test func `ideas pair within a paragraph, one with one`() throws {
        #expect(try mentions(.paragraph, sampleText("COVID-19 came. Equity, equity, equity.")) == 1)
        #expect(try mentions(.paragraph, sampleText("COVID-19 came.\n\nEquity went.")) == 0)
    }

    @Test func `a section runs to the next heading, and the title governs all of them`() throws {
        let apart = "# Report\n\n# One\n\nCOVID-19.\n\n# Two\n\nEquity, and equity."
        #expect(try mentions(.section, sampleText(apart)) == 0)
        #expect(try mentions(.section, sampleText("# Report\n\n# One\n\nCOVID-19.\n\nEquity.")) == 1)
        #expect(try mentions(.section, sampleText(apart, title: "COVID-19")) == 2)
    }

    @Test func `a mention that fulfils two rules counts for the weightier`() throws {
        var topic = Topic(id: "both", label: "Both")
        topic.companions = [
            Topic.Companions("loose", within: .paragraph, weight: 1, groups: [["COVID-19"], ["equity"]]),
            Topic.Companions("close", within: .sentence, weight: 3, groups: [["COVID-19"], ["equity"]]),
        ]
        let text = sampleText("Equity in COVID-19. Then COVID-19 again. And equity.")
        let account = explain(text, sampleDescription(), topic: "both", with: try Vocabulary([topic]))
        let names = try #require(account).entries.filter { $0.zone == .body }.map {
            "\($0.name) \($0.mentions)"
        }
        #expect(names == ["close 1", "loose 1"])
    }

    @Test func `a title with one of the ideas only is running text`() throws {
        var topic = Topic(id: "both", label: "Both")
        topic.companions = [Topic.Companions("both", within: .section, groups: [["COVID-19"], ["equity"]])]
        let vocabulary = try Vocabulary([topic])
        let text = sampleText(
            "COVID-19 came, and the hospitals charged what they liked.", title: "Equity Act")
        let one = explain(text, sampleDescription(), topic: "both", with: vocabulary)
        #expect(try #require(one).entries.map(\.zone) == [.body])
        let both = sampleText("The hospitals charged.", title: "COVID-19 Equity Act")
        let account = explain(both, sampleDescription(), topic: "both", with: vocabulary)
        #expect(try #require(account).entries.map(\.zone) == [.title])
    }

    @Test func `phrases of one list that touch are one`() throws {
        var topic = Topic(id: "both", label: "Both")
        topic.companions = [
            Topic.Companions("both", within: .sentence, groups: [["COVID-19", "pandemic"], ["equity"]])
        ]
        let text = sampleText("In the COVID-19 pandemic equity was a word, and equity another.")
        let account = explain(text, sampleDescription(), topic: "both", with: try Vocabulary([topic]))
        let entry = try #require(account?.entries.first { $0.zone == .body })
        #expect(entry.mentions == 1)
        #expect(entry.evidence.map(\.quote).contains("COVID-19 pandemic"))
    }
}
