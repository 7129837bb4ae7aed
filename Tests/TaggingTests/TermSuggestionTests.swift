import Correspondence
import Testing

@testable import Tagging

struct TermSuggestionTests {
    private func learner(yes: [String], no: [String]) -> TermLearner {
        var learner = TermLearner()
        for (texts, hasTopic) in [(yes, true), (no, false)] {
            for (number, text) in texts.enumerated() {
                learner.learn(
                    "\(hasTopic ? "yes" : "no")-\(number)",
                    pages: [Page(number: 1, text: text, source: .plain)], hasTopic: hasTopic)
            }
        }
        return learner
    }

    private let topic = Topic(id: "births", label: "Births")

    @Test func `a phrase of the letters with the topic is found, with its counts and an example`() throws {
        let yes = (0..<8).map { "Letter \($0): birth cottages serve the valley, and the valley is glad." }
        let no = (0..<20).map { "Letter \($0): bridges serve the valley, and the valley is glad." }
        let found = try #require(learner(yes: yes, no: no).suggestions(beyond: topic).first)
        #expect(found.phrase == "birth cottages serve")
        #expect(found.with == 8)
        #expect(found.without == 0)
        #expect(found.example == "yes-0")
        #expect(found.quote.contains("birth cottages"))
        #expect(found.z > 2)
    }

    @Test func `what all letters share is not suggested, and neither is what the topic has`() {
        let yes = (0..<8).map { "Paper \($0): doulas! The valley is glad of it." }
        let no = (0..<8).map { "Paper \($0): bridges! The valley is glad of it." }
        var known = topic
        known.terms = [Topic.Term("doula")]
        #expect(learner(yes: yes, no: no).suggestions(beyond: topic).map(\.phrase) == ["doulas"])
        #expect(learner(yes: yes, no: no).suggestions(beyond: known).isEmpty)
    }

    @Test func `one long letter does not outvote many short ones`() {
        let long = Array(repeating: "Tugboats matter.", count: 500).joined(separator: " ")
        let yes = [long] + (0..<7).map { "Note \($0): midwives matter." }
        let no = (0..<8).map { "Note \($0): bridges matter." }
        let found = learner(yes: yes, no: no).suggestions(beyond: topic, fewest: 1, least: 0).map(\.phrase)
        #expect(found.first?.contains("midwives") == true)
    }
}
