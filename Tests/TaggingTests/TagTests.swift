import Correspondence
import Testing

@testable import Tagging

struct TagTests {
    private var doulas: Topic {
        var topic = Topic(id: "doulas", label: "Doulas")
        topic.terms = [Topic.Term("doula", variants: ["birth companion"])]
        topic.hints = [Topic.Term("pregnancy", weight: 1)]
        return topic
    }

    private func account(_ topic: Topic, _ text: ExtractedText) throws -> TopicAccount {
        let found = explain(text, sampleDescription(), topic: topic.id, with: try Vocabulary([topic]))
        return try #require(found)
    }

    @Test func `a person can add up the points of a tag`() throws {
        let text = sampleText("# Pay for doulas\n\nA doula helps in pregnancy. \(filler(1_995))")
        let account = try account(doulas, text)
        #expect(account.bodyWords == 2_000)
        let sums = account.entries.map { ($0.rule, $0.points) }
        // Title 3 × 2; opening 3 × 1; running 3 × 0.5 × 1 ÷ 2; hints 1 × 1 and 1 × 0.5 × 1 ÷ 2.
        #expect(
            sums.map(\.0).sorted() == [
                "topic.body-hint", "topic.body-term", "topic.opening-hint", "topic.opening-term",
                "topic.title-term",
            ])
        #expect(account.points == 6 + 3 + 0.75 + 1 + 0.25)
        #expect(account.score == 0.647)
        #expect(account.isTagged)
    }

    @Test func `evidence quotes exactly what stands at its span`() throws {
        let text = sampleText("Ünïcode first.", "# Doulas\n\nBirth\ncompanions and a DOULA.")
        let tags = tag(text, sampleDescription(), with: try Vocabulary([doulas]))
        #expect(tags.map(\.id) == ["doulas"])
        let evidence = try #require(tags.first?.evidence)
        #expect(evidence.map(\.quote).contains("Birth\ncompanions"))
        for one in evidence {
            let start = try #require(one.start)
            let end = try #require(one.end)
            let scalars = Array(text.pages[try #require(one.page) - 1].text.unicodeScalars)
            #expect(String(String.UnicodeScalarView(scalars[start..<end])) == one.quote)
        }
    }

    @Test func `one passing sentence is a mention and not the topic`() throws {
        let text = sampleText("# Roads\n\nWe write about roads. A doula drove by. \(filler(300))")
        let account = try account(doulas, text)
        #expect(!account.isTagged)
        #expect(account.lacking.first == "1.5 points more: it has 4.5 of 6.0")
    }

    @Test func `hints and running text have limits, so that neither decides alone`() throws {
        let hints = sampleText("# Pregnancy\n\nPregnancy, pregnancy. Pregnancy and pregnancy.")
        #expect(try account(doulas, hints).points == 1.5)
        let running = String(repeating: "One doula. ", count: 200)
        #expect(try account(doulas, sampleText("\(filler(200))\n\n\(running)")).points == 4)
    }

    @Test func `footnotes, credits, addresses and long lists count little or nothing`() throws {
        let credit = "This work was supported by the doula fund."
        let list = "roads, rails, canals, parks, doula, harbours, schools, water, power, forests, mines"
        let text = sampleText("# Roads\n\n\(credit)\n\nContact: Doula Office\n\nWe need \(list).")
        let account = try account(doulas, text)
        #expect(account.points == 0.3)
        #expect(
            account.entries.map(\.zone).sorted { $0.rawValue < $1.rawValue } == [
                .acknowledgement, .address, .list,
            ])
    }

    @Test func `a longer term takes the place of a shorter one in it`() throws {
        var topic = doulas
        topic.terms.append(Topic.Term("doula fund"))
        let account = try account(topic, sampleText("# The doula fund\n\n\(filler(10))"))
        #expect(account.entries.map(\.name) == ["doula fund"])
    }

    @Test func `capitals are asked for where the definition has nothing else`() throws {
        var topic = Topic(id: "aim", label: "AIM")
        topic.terms = [Topic.Term("AIM")]
        #expect(try account(topic, sampleText("# AIM bundles\n\nText.")).isTagged)
        #expect(try !account(topic, sampleText("# Our aim\n\nText.")).isTagged)
    }

    @Test func `negatives cancel and say why`() throws {
        var topic = doulas
        topic.negatives = [
            Topic.Negative(phrases: ["doula dog"], reason: "a breed"),
            Topic.Negative(phrases: ["kennel"], within: .sentence, reason: "about dogs"),
        ]
        let text = sampleText("# The doula dog\n\nA doula sleeps in its kennel. Another doula does not.")
        let account = try account(topic, text)
        #expect(account.cancelled.map(\.reason) == ["a breed", "about dogs"])
        #expect(account.entries.map(\.mentions) == [1, 1])
    }

    @Test func `a term that needs a companion counts only beside one`() throws {
        var topic = Topic(id: "hubs", label: "Hubs")
        topic.terms = [Topic.Term("hub", needs: ["science"])]
        let alone = try account(topic, sampleText("# Our hub\n\nWheels."))
        #expect(!alone.isTagged)
        #expect(alone.lacking.last == "“hub” counts only beside one of: science")
        #expect(try account(topic, sampleText("# Our hub\n\nScience.")).isTagged)
    }

    @Test func `bills count by number and Congress, as described`() throws {
        var topic = Topic(id: "moms", label: "Moms")
        topic.bills = [Topic.Bill(titles: ["Moms Act"], ids: ["hr4996-116"], weight: 4)]
        let text = sampleText("# H.R. 4996\n\nText.")
        var description = sampleDescription()
        let evidence = Evidence(
            page: 1, place: .text, start: 0, end: 9, quote: "H.R. 4996", rule: "identifier.bill",
            confidence: .high)
        description.identifiers = [
            Identifier(
                kind: .bill, value: "hr4996-116", printed: "H.R. 4996", congress: 116, evidence: evidence)
        ]
        let vocabulary = try Vocabulary([topic])
        #expect(tag(text, description, with: vocabulary).first?.evidence == [evidence])
        description.identifiers[0].value = "hr4996-117"
        #expect(tag(text, description, with: vocabulary).isEmpty)
    }

    @Test func `topics that are not active tag nothing, and ids are unique`() throws {
        var topic = doulas
        topic.isActive = false
        #expect(try Vocabulary([topic]).topics.isEmpty)
        #expect(throws: VocabularyError.duplicateTopic("doulas")) { try Vocabulary([doulas, doulas]) }
    }
}
