import Correspondence
import Scanning

/// Numbers under which courts keep cases.
extension IdentifierRule {
    static let cases = [districtCase, appeal]

    /// `No. 1:12-cv-06758-PKC` of a district court: year, type, number; division and judges are left out.
    private static let districtCase = IdentifierRule(
        .case, nil,
        Pattern(
            literal: #"""
                (?<![\w-])(?:\d{1,2}:)?(?<number>(?:19|20)?\d{2}\s?\p{Pd}?\s?
                (?i:cv|civ|cr|crim|mc|md|mdl|mj|ap|bk|bkr|ms)\.?(?:\s?\p{Pd}\s?\d{1,6}|\s?\d{3,6}))
                (?:\p{Pd}[A-Z]{2,4}){0,3}(?![\w])
                """#, options: .spaced)
    ) { candidate in
        let value = parts.firstMatch(in: IndexedText(candidate.compact("number").lowercased()))
        guard let value else { return [] }
        let text = IndexedText(candidate.compact("number").lowercased())
        let pieces = (1...3).compactMap { value[$0] }.map { text[$0] }
        return [IdentifierReading(pieces.joined(separator: "-"), at: candidate.range)]
    }

    private static let parts = Pattern(literal: #"^(\d+)-?([a-z]+)\.?-?(\d+)$"#)

    /// `No. 16-1150 (7th Cir. 2017)`; without a court or parties beside it the number means nothing.
    private static let appeal = IdentifierRule(
        .case, "case.appeal",
        Pattern(literal: #"\bNos?\.\s{0,2}(?<number>\d{2}\p{Pd}\d{2,5})(?![\w-])"#)
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        if papers.isFound(in: IndexedText(candidate.before(24))) { return [] }
        let isCase =
            candidate.before(100).contains(" v. ") || courts.isFound(in: IndexedText(candidate.after(60)))
        return isCase ? [IdentifierReading(candidate.compact("number"), at: range, .medium)] : []
    }

    /// Numbered papers that are no cases.
    private static let papers = Pattern(
        literal:
            #"(?:publication|pub\.|report|opinion|order|docket|law|l\.|brief|document|doc\.|letter)\s*$"#,
        options: .caseInsensitive)

    private static let courts = Pattern(
        literal: #"\bCir\.|\bCircuit\b|\bU\.\s?S\.\s|\bS\. ?Ct\.|\bSupreme Court\b"#)
}
