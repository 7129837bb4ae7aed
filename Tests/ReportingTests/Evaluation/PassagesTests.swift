import Reporting
import Testing

@Suite struct PassagesTests {
    private let label =
        #"{"file": "a.pdf", "passages": ["The first words of all", "Then come the second", "last of all, these", "One"]}"#

    private func scores(_ pages: [String]) throws -> [String: Score] {
        Evaluation(try GoldPassages.read(label), texts: ["a.pdf": pages]).scores
    }

    @Test func `Passages are found across lines and pages`() throws {
        let scores = try scores(["The first\nwords of all. Then", "come the second; last of all these"])
        #expect(scores["passages"] == .values(right: 3, of: 3))
        #expect(scores["reading order"] == .values(right: 3, of: 3))
    }

    @Test func `A passage that is broken up is not found`() throws {
        let scores = try scores(["The first words Then come the second of all last of all these"])
        #expect(scores["passages"] == .values(right: 2, of: 3))
    }

    @Test func `Passages in another order are told apart`() throws {
        let scores = try scores(["Then come the second. The first words of all. Last of all these."])
        #expect(scores["passages"] == .values(right: 3, of: 3))
        #expect(scores["reading order"] == .values(right: 2, of: 3))
    }

    @Test func `A file without a text is missing`() throws {
        #expect(Evaluation(try GoldPassages.read(label), texts: [:]).missing == ["a.pdf"])
    }
}
