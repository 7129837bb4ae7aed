import Correspondence
import Reporting
import Testing

@Suite struct EvaluationTests {
    private let evidence = LetterMaking.evidence

    private func score(_ field: String, _ label: String, _ letter: Letter?, topics: Set<String>? = nil) throws
        -> Score?
    {
        let letters = letter.map { ["a.txt": $0] } ?? [:]
        return Evaluation([try LetterMaking.label(label)], letters: letters, topics: topics).scores[field]
    }

    @Test func `A right value counts as right and a wrong one as wrong`() throws {
        let letter = LetterMaking.letter(kind: .comment) {
            $0.date = EDTFDate("2020-05-31").map { Evidenced($0, evidence) }
        }
        #expect(try score("kind", #""kind": "comment""#, letter) == .values(right: 1, of: 1))
        #expect(try score("kind", #""kind": "letter""#, letter) == .values(right: 0, of: 1))
        #expect(
            try score("date", #""kind": "comment", "date": "2020-05-31""#, letter) == .values(right: 1, of: 1)
        )
        #expect(
            try score("date", #""kind": "comment", "date": "2020-05-30""#, letter) == .values(right: 0, of: 1)
        )
        #expect(
            try score("no date invented", #""kind": "comment", "date": null"#, letter)
                == .values(right: 0, of: 1))
        #expect(
            try score("no date invented", #""kind": "comment", "meta_date": "2020-05-31""#, letter) == nil)
    }

    @Test func `A subject may differ a little, and must not be invented`() throws {
        let letter = LetterMaking.letter {
            $0.subject = Evidenced("Comments on the rural maternal health request", evidence)
        }
        let near = #""kind": "letter", "subject": "Comments on the Rural Maternal Health Request.""#
        #expect(try score("subject", near, letter) == .values(right: 1, of: 1))
        #expect(
            try score("subject", #""kind": "letter", "subject": "Telehealth""#, letter)
                == .values(right: 0, of: 1))
        #expect(try score("no subject invented", #""kind": "letter""#, letter) == .values(right: 0, of: 1))
        #expect(try score("no subject invented", #""kind": "testimony""#, letter) == nil)
    }

    @Test func `People are compared by surname, bodies by short name`() throws {
        let letter = LetterMaking.letter {
            $0.addressees = [
                Addressee(name: "Seema Verma", evidence: evidence),
                Addressee(organization: "Some Office", evidence: evidence),
            ]
            $0.signatories = [Signatory(name: "Ingrid Halloran", evidence: evidence)]
            $0.agencies = [
                AgencyReference(id: "cms", role: .addressee, evidence: evidence),
                AgencyReference(id: "nih", role: .mentioned, evidence: evidence),
            ]
        }
        let label = #"""
            "kind": "letter", "recipients": ["S. Verma, MPH"], "signatories": ["Ingrid S. Halloran", "Joseph Crane"],
            "agencies": ["CMS", "HHS"]
            """#.split(separator: "\n").joined(separator: " ")
        #expect(try score("addressees", label, letter) == .sets(right: 1, extra: 1, missed: 0))
        #expect(try score("signatories", label, letter) == .sets(right: 1, extra: 0, missed: 1))
        #expect(try score("agencies", label, letter) == .sets(right: 1, extra: 0, missed: 1))
    }

    @Test func `Identifiers are compared in one spelling, and kinds that labels do not list cost nothing`()
        throws
    {
        let letter = LetterMaking.letter {
            $0.identifiers = [
                Identifier(
                    kind: .bill, value: "hr4995-116", printed: "H.R. 4995", congress: 116, evidence: evidence),
                Identifier(
                    kind: .frCitation, value: "86 FR 25070", printed: "86 Fed. Reg. 25070", evidence: evidence
                ),
                Identifier(kind: .cfr, value: "42 CFR 431.80", printed: "42 CFR 431.80", evidence: evidence),
                Identifier(
                    kind: .docket, value: "CMS-2020-0157", printed: "CMS-2020-0157", evidence: evidence),
            ]
        }
        let identifiers =
            #""kind": "comment", "identifiers": ["H.R. 4995", "86 Fed. Reg. 25070", "RIN 0938-AU44"]"#
        #expect(try score("identifiers", identifiers, letter) == .sets(right: 2, extra: 1, missed: 1))
        #expect(
            try score("identifiers", identifiers + #", "identifiers_complete": false"#, letter)
                == .sets(right: 2, extra: 0, missed: 1))
    }

    @Test func `Borderline topics and topics that are not asked for cost nothing`() throws {
        let letter = LetterMaking.letter(topics: ["ctsa", "maternal-health", "medicaid"])
        let label = #""kind": "letter", "topics": ["ctsa"], "topics_borderline": ["maternal-health"]"#
        #expect(try score("topics", label, letter) == .sets(right: 1, extra: 1, missed: 0))
        #expect(try score("topics", label, letter, topics: ["ctsa"]) == .sets(right: 1, extra: 0, missed: 0))
        let all = label + #", "all_topics": ["ctsa", "telehealth"]"#
        #expect(
            try score("topics", all, letter, topics: ["ctsa", "telehealth"])
                == .sets(right: 1, extra: 0, missed: 1))
    }

    @Test func `A label without a record is wrong in every field and is named`() throws {
        let label = try LetterMaking.label(#""kind": "letter", "date": "2020-05-31", "agencies": ["CMS"]"#)
        let evaluation = Evaluation([label], letters: [:])
        #expect(evaluation.missing == ["a.txt"])
        #expect(evaluation.scores["kind"] == .values(right: 0, of: 1))
        #expect(evaluation.scores["agencies"] == .sets(right: 0, extra: 0, missed: 1))
        #expect(evaluation.misses.contains { $0.field == "date" && $0.wanted == "2020-05-31" })
    }

    @Test func `Scanned letters are scored apart`() throws {
        let label = #""kind": "letter", "scanned": true"#
        #expect(try score("kind (scanned)", label, LetterMaking.letter()) == .values(right: 1, of: 1))
        #expect(try score("kind", label, LetterMaking.letter()) == nil)
    }

    @Test func `The figure is a share or F1, and nothing wanted and nothing found is perfect`() {
        #expect(Score.values(right: 3, of: 4).figure == 0.75)
        #expect(Score.sets(right: 2, extra: 1, missed: 1).figure == 2.0 / 3)
        #expect(Score.sets(right: 0, extra: 0, missed: 0).figure == 1)
        #expect(Score.sets(right: 0, extra: 2, missed: 2).figure == 0)
    }

    @Test func `The table has a row a field`() throws {
        let label = try LetterMaking.label(#""kind": "letter""#)
        let table = Evaluation([label], letters: ["a.txt": LetterMaking.letter()]).table
        #expect(table.hasPrefix("missing records       0\n"))
        #expect(table.contains("kind                  1.000  1 of 1\n"))
        #expect(
            table.contains(
                "topics                1.000  precision 1.000, recall 1.000  (0 right, 0 extra, 0 missed)\n"))
    }

    @Test func `A table of topics is scored over all its rows`() throws {
        let labels = try #require(TopicLabel.read("path\ttopics\na.md\tctsa\nb.md\t\nc.md\tctsa\n"))
        let evaluation = Evaluation(labels, found: ["a.md": ["ctsa"], "b.md": ["medicaid"]])
        #expect(evaluation.scores["topics"] == .sets(right: 1, extra: 1, missed: 1))
        #expect(evaluation.missing == ["c.md"])
    }
}
