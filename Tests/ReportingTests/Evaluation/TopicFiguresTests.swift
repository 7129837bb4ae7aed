import Reporting
import Testing

@Suite("Figures of topics")
struct TopicFiguresTests {
    private let labels = [
        TopicLabel(path: "a", topics: ["x", "y"]), TopicLabel(path: "b", topics: []),
        TopicLabel(path: "c", topics: ["x"]), TopicLabel(path: "d", topics: ["y"]),
    ]

    @Test("Each topic has its own row, and all have one together")
    func rows() throws {
        let figures = TopicFigures(labels, found: ["a": ["x"], "b": ["x"], "c": ["x"]])
        #expect(figures.rows.map(\.topic) == ["x", "y", "all"])
        let (first, second, all) = (figures.rows[0], figures.rows[1], figures.rows[2])
        #expect((first.right, first.extra, first.missed) == (2, 1, 0))
        #expect(first.f1 == 0.8)
        #expect((second.right, second.missed, second.f1) == (0, 2, 0))
        #expect((all.right, all.extra, all.missed) == (2, 1, 2))
        #expect(figures.missing == ["d"])
        #expect(figures.differences.map(\.path) == ["a", "b", "d"])
    }

    @Test("Intervals enclose the figure, are the same each time, and close where all is right")
    func intervals() {
        let figures = TopicFigures(labels, found: ["a": ["x"], "b": ["x"], "c": ["x"]])
        let again = TopicFigures(labels, found: ["a": ["x"], "b": ["x"], "c": ["x"]])
        #expect(figures == again)
        #expect(figures.rows.allSatisfy { $0.low <= $0.f1 && $0.f1 <= $0.high })
        #expect(figures.rows[0].low < figures.rows[0].high)
        let right = TopicFigures(labels, found: ["a": ["x", "y"], "b": [], "c": ["x"], "d": ["y"]])
        #expect(right.rows.allSatisfy { $0.f1 == 1 && $0.high == 1 })
    }
}
