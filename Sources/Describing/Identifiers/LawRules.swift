import Correspondence
import Scanning

/// Law in force: the Code of Federal Regulations, the United States Code, Public Laws.
extension IdentifierRule {
    static let law = [cfr, usc, publicLaw]

    /// `42 CFR 438.6`, `45 C.F.R. Parts 160 and 164`; paragraphs are left out.
    private static let cfr = IdentifierRule(
        .cfr, nil,
        Pattern(
            literal: #"""
                (?<![\w.-])(?<title>\d{1,2})\s{1,2}
                (?:CFR|C\.\h?F\.\h?R\.?|Code\sof\sFederal\sRegulations)[,\s]{0,2}
                (?:§{1,2}|\x{A7}|[Ss]ections?|[Ss]ecs?\.|[Pp]arts?|PARTS?|[Pp]ts?\.|\s){0,4}
                (?<first>\d{1,4}(?:\.\d{1,5}[a-z]{0,2}
                    (?:(?:\([A-Za-z0-9]{1,4}\)){1,3}-\d+|-\d{1,2}[a-z]?(?!\d))?)?)
                (?:\([A-Za-z0-9]{1,5}\)){0,6}
                (?<more>(?:(?:,\s|,?\s(?:and|&|or)\s)\d{1,4}(?:\.\d{1,5}[a-z]{0,2})?
                    (?![\w]|\s(?:CFR|C\.F|U\.S|FR|Fed|days|percent))(?:\([A-Za-z0-9]{1,5}\)){0,6})*)
                """#, options: .spaced)
    ) { candidate in
        guard let title = Int(candidate["title"]), (1...50).contains(title) else { return [] }
        return list(candidate, number: listedCFR) { "\(title) CFR \($0)" }
    }

    /// `42 USC 1320a-7b`; `42 U.S. 137` is a court's page and lacks the C.
    private static let usc = IdentifierRule(
        .usc, nil,
        Pattern(
            literal: #"""
                (?<![\w.-])(?<title>\d{1,2})\s{1,2}
                (?:U\.?\h?S\.?\h?C\.?(?:\h?[AS]\.?)?|U\.?S\.?\h(?:Code|CODE)|United\sStates\sCode)[,\s]{0,2}
                (?:App\.\s|app\.\s)?(?:§{1,2}|\x{A7}|[Ss]ections?|[Ss]ecs?\.|\s){0,4}
                (?<first>\d{1,5}[a-z]{0,3}(?:\p{Pd}\d{1,3}[a-z]{0,2}(?![\w]))?)(?!\w)
                (?:\([A-Za-z0-9]{1,5}\)){0,6}
                (?<more>(?:(?:,\s|,?\s(?:and|&|or)\s)\d{1,5}[a-z]{0,3}(?:\p{Pd}\d{1,3}[a-z]{0,2}(?![\w]))?
                    (?![\w]|\s(?:CFR|C\.F|U\.S|FR|Fed|days|percent))(?:\([A-Za-z0-9]{1,5}\)){0,6})*)
                """#, options: .spaced)
    ) { candidate in
        guard let title = Int(candidate["title"]), (1...54).contains(title) else { return [] }
        return list(candidate, number: listedUSC) { "\(title) USC \($0)" }
    }

    private static let listedCFR = Pattern(literal: #"(?<![\w(.])\d{1,4}(?:\.\d{1,5}[a-z]{0,2})?"#)
    private static let listedUSC = Pattern(
        literal: #"(?<![\w(.-])\d{1,5}[a-z]{0,3}(?:\p{Pd}\d{1,3}[a-z]{0,2}(?![\w]))?"#)

    /// The first number, and those of a list that belong to the same title.
    private static func list(
        _ candidate: IdentifierCandidate, number: Pattern, value: (String) -> String
    ) -> [IdentifierReading] {
        guard let first = candidate.match["first"] else { return [] }
        var readings = [
            IdentifierReading(
                value(candidate.compact("first")), at: candidate.range.lowerBound..<first.upperBound)
        ]
        guard let more = candidate.match["more"], !more.isEmpty else { return readings }
        for match in number.matches(in: candidate.text, range: more) {
            readings.append(
                IdentifierReading(value(candidate.compact(in: match.range)), at: match.range, .medium))
        }
        return readings
    }

    /// `Public Law 110-2`, `Pub. L. No. 111–148`, `P.L. 106-525`: the Congress, then the law's number.
    private static let publicLaw = IdentifierRule(
        .publicLaw, nil,
        Pattern(
            literal: #"""
                \b(?:(?<full>(?i:public)\s{1,2}(?i:laws?)|Pub(?:lic)?\.?\s{0,2}L(?:aws?|s)?\.?)|P\.\h?L\.?|PL)
                (?:\s|,)*
                (?:Nos?\.?|Number|[#])?\s{0,2}
                (?<first>(?<congress>\d{2,3})\s?[\p{Pd}\x{2212}]\s?\d{1,4})(?![\w])
                (?<more>(?:(?:,\s|,?\s(?:and|&)\s)\d{2,3}\p{Pd}\d{1,4}(?![\w]|\p{Pd}))*)
                """#, options: .spaced)
    ) { candidate in
        guard let congress = Int(candidate["congress"]), let first = candidate.match["first"] else {
            return []
        }
        // Numbers with a Congress begin with the 57th (1901); before it, and far ahead, it is something else.
        guard (57...140).contains(congress) || !candidate["full"].isEmpty else { return [] }
        let confidence: Evidence.Confidence = (57...140).contains(congress) ? .high : .low
        var readings = [
            IdentifierReading(
                "Public Law \(candidate.compact("first"))", at: candidate.range.lowerBound..<first.upperBound,
                confidence)
        ]
        guard let more = candidate.match["more"], !more.isEmpty else { return readings }
        for match in listedLaw.matches(in: candidate.text, range: more) {
            let value = "Public Law \(candidate.compact(in: match.range))"
            readings.append(IdentifierReading(value, at: match.range, .medium))
        }
        return readings
    }

    private static let listedLaw = Pattern(literal: #"\d{2,3}\p{Pd}\d{1,4}"#)
}
