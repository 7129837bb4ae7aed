import Testing

@testable import Definitions

@Suite struct DefinitionValueTests {
    private enum Direction: String, CaseIterable { case support, oppose }

    private func fields(_ yaml: String, _ known: [String]) throws -> DefinitionFields {
        try DefinitionFile.parse(yaml, named: "Pipeline/x.yaml").fields(known)
    }

    private func message(_ body: () throws -> Void) -> String? {
        do { try body() } catch { return "\(error)" }
        return nil
    }

    @Test func readsWhatIsExpected() throws {
        let file = try fields(
            "name: ' Ann '\nweight: 2.5\ncount: 3\nflag: yes\nside: oppose\nterms: [a, 'b']\nalone: x\nnone:\n",
            ["name", "weight", "count", "flag", "side", "terms", "alone", "none", "absent"])
        #expect(try file.required("name").string() == "Ann")
        #expect(try file["weight"]?.number(in: 0...10) == 2.5)
        #expect(try file["count"]?.integer(in: 0...10) == 3)
        #expect(try file["flag"]?.bool() == true)
        #expect(try file["side"]?.choice(of: Direction.self) == .oppose)
        #expect(try file["terms"]?.strings() == ["a", "b"])
        #expect(try file["alone"]?.strings() == ["x"])
        #expect(file["none"] == nil && file["absent"] == nil)
    }

    @Test func anErrorNamesFileLineExpectationAndFinding() {
        #expect(
            message { _ = try fields("a: 1\nweight: high\n", ["a", "weight"])["weight"]?.number(in: 0...10) }
                == "Pipeline/x.yaml:2: weight must be a number from 0 to 10, found \"high\"")
        #expect(
            message { _ = try fields("side: opose", ["side"])["side"]?.choice(of: Direction.self) }
                == """
                Pipeline/x.yaml:1: side must be one of support, oppose, found "opose"; did you mean "oppose"?
                """)
        #expect(
            message { _ = try fields("a: [1]\n", ["a"]).required("a").string() }
                == "Pipeline/x.yaml:1: a must be a text, found a list")
        #expect(
            message { _ = try fields("a:\n  - x\n  - [y]\n", ["a"]).required("a").strings() }
                == "Pipeline/x.yaml:3: an item of a must be a text, found a list")
        #expect(
            message { _ = try fields("a: 11\n", ["a"]).required("a").integer(in: 1...10) }
                == "Pipeline/x.yaml:1: a must be a whole number from 1 to 10, found \"11\"")
        #expect(
            message { _ = try fields("\na: 1\n", ["a", "b"]).required("b") }
                == "Pipeline/x.yaml:2: b is missing")
    }

    @Test(
        "what is missing behind the end is missing on the last line",
        arguments: [
            ("---", 1), ("---\n", 1), ("# a\n---", 2), ("# a\n---\n", 2), ("# a\n---\n# b", 3),
            ("--- # a\r\n", 1),
            ("# a\r---\r", 2), ("? label", 1), ("---\n? label\n", 2),
        ])
    func nothingStandsBehindTheEnd(yaml: String, line: Int) {
        #expect(
            message { _ = try fields(yaml, ["label"]).required("label") }
                == "Pipeline/x.yaml:\(line): label is missing")
    }

    @Test func anUnknownKeyIsAnErrorThatNamesTheNearest() {
        #expect(
            message { _ = try fields("a: 1\nwieght: 2\n", ["a", "weight"]) }
                == "Pipeline/x.yaml:2: unknown key \"wieght\"; did you mean \"weight\"?")
        #expect(
            message { _ = try fields("zzzzzz: 2\n", ["a", "weight"]) }
                == "Pipeline/x.yaml:1: unknown key \"zzzzzz\"; known here: a, weight")
    }

    @Test func whatIsNoYAMLIsRefusedWithItsLine() {
        let unclosed = message { _ = try fields("a: 1\nb: \"x\n", ["a", "b"]) }
        #expect(
            unclosed?.hasPrefix("Pipeline/x.yaml:") == true && unclosed?.contains("is no YAML here") == true)
        #expect(message { _ = try fields("", []) } == "Pipeline/x.yaml: is empty")
        let twice = message { _ = try fields("a: 1\nb: 2\na: 3\n", ["a", "b"]) }
        #expect(twice?.contains("the same key stands twice: \"a\"; keep one of them") == true)
    }
}
