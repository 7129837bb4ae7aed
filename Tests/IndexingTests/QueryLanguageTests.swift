import Correspondence
import Testing

@testable import Indexing

@Suite("Query language")
struct QueryLanguageTests {
    private func fault(_ text: String) -> (message: String, position: Int)? {
        do {
            _ = try readQuery(text)
            return nil
        } catch QueryError.syntax(let message, _, let position) {
            return (message, position)
        } catch {
            return ("\(error)", -1)
        }
    }

    @Test("words side by side must all be there; AND binds closer than OR; NOT closest")
    func precedence() throws {
        let word = { QueryCondition.text(.word($0)) }
        #expect(try readQuery("a b") == .all([word("a"), word("b")]))
        #expect(try readQuery("a AND b OR c") == .any([.all([word("a"), word("b")]), word("c")]))
        #expect(
            try readQuery("a NOT b OR -c") == .any([.all([word("a"), .not(word("b"))]), .not(word("c"))]))
        #expect(try readQuery("a (b OR c)") == .all([word("a"), .any([word("b"), word("c")])]))
        #expect(try readQuery("   ") == nil)
    }

    @Test("fields take a word, a list or a quotation")
    func fields() throws {
        #expect(try readQuery("agency:cms,nih") == .any([.agency("cms"), .agency("nih")]))
        #expect(try readQuery("sender:\"A B\"") == .sender("A B"))
        #expect(try readQuery("DOCKET:CMS-2020-0052") == .identifier("CMS-2020-0052", .docket))
        #expect(
            try readQuery("date:2020-03..2020-06")
                == .date(from: EDTFDate("2020-03"), to: EDTFDate("2020-06")))
        #expect(try readQuery("has:asks") == .has(.ask))
    }

    @Test(
        "a fault is said in words and points at its place",
        arguments: [
            ("a \"b", "this quotation mark is never closed", 2),
            ("(a", "this parenthesis is never closed", 0),
            ("a)", "nothing is open that ')' could close", 1), ("a OR", "something must follow OR", 2),
            ("a AND", "something must follow AND", 2), ("AND a", "AND needs something before it", 0),
            ("a NOT", "something must follow NOT", 2),
            ("a OR OR b", "something must follow OR", 2),
            ("()", "something to search for is missing before this", 1),
            ("*", "a word's beginning must stand before '*'", 0),
            ("agency: cms", "a value must follow 'agency:' at once", 0),
            ("a NEAR", "NEAR needs a word on either side", 2),
            (
                "date:2020-13",
                "'date:' takes a year, month or day, or two of them: 2020, 2020-03..2020-06, 2020-05-31..", 5
            ),
            ("quality:fine", "'quality:' takes good, poor or none", 8),
            ("& -", "there is no word to search for", 0),
        ])
    func faults(_ query: String, _ message: String, _ position: Int) {
        let found = fault(query)
        #expect(found?.message == message)
        #expect(found?.position == position)
    }

    @Test("an unknown field says what may have been meant, and how to search for the words")
    func unknownField() {
        let message = fault("agncy:cms")?.message
        #expect(message?.contains("did you mean agency:?") == true)
        #expect(message?.contains("quotation marks") == true)
    }

    @Test("the caret stands under the fault")
    func caret() {
        let error = QueryError.syntax("wrong", query: "a\tb (", position: 4)
        #expect("\(error)" == "wrong\n  a b (\n      ^")
    }

    @Test("a condition written as text reads back as itself")
    func text() throws {
        for query in [
            "a b", "a OR (b NOT c)", "\"a b\" c*", "agency:cms (topic:x OR sender:\"A B\")",
            "date:2020..2021-05",
            "date:2020", "NEAR(\"a\" \"b\", 3)", "docket:CMS-2020-0052 identifier:\"86 FR 1\"",
            "NOT (a OR b)",
        ] {
            let condition = try #require(try readQuery(query))
            #expect(try readQuery(condition.text) == condition, "\(query): \(condition.text)")
        }
    }

    @Test("too many parts and too deep parentheses are refused before SQLite sees them")
    func limits() {
        #expect(throws: QueryError.tooLong(limit: 200)) { try readQuery(String(repeating: "a ", count: 201)) }
        #expect(
            fault(String(repeating: "(", count: 60) + "a")?.message
                == "too many parentheses within one another")
    }
}
