import Correspondence
import Scanning

/// Notices, funding announcements and opinions that agencies number.
extension IdentifierRule {
    static let notices = [nihNotice, announcement, advisoryOpinion, revenueNotice]

    /// `NOT-OD-20-031` (grants.nih.gov/grants/guide).
    private static let nihNotice = IdentifierRule(
        .notice, nil,
        Pattern(
            literal: #"""
                \bNOT\s?\p{Pd}\s?[A-Z]{2}\s?\p{Pd}\s?\d{2}\s?
                \p{Pd}\s?\d{3}\b
                """#, options: .spaced)
    ) { [IdentifierReading($0.compact(in: $0.range), at: $0.range)] }

    /// `PAR-24-272`, `PA-20-185`, `RFA-TR-21-001`.
    private static let announcement = IdentifierRule(
        .notice, "notice.announcement",
        Pattern(
            literal: #"""
                (?<![\w-])(?:RFA\p{Pd}[A-Z]{2}|PARS?|PAS|PA|OTA)\p{Pd}\d{2}
                \p{Pd}\d{3}(?![\w-])
                """#, options: .spaced)
    ) { [IdentifierReading($0.compact(in: $0.range), at: $0.range)] }

    /// `OIG Advisory Opinion No. 99-1`: two numbers mean nothing without the label.
    private static let advisoryOpinion = IdentifierRule(
        .notice, "notice.advisoryOpinion",
        Pattern(
            literal: #"""
                \b(?i:advisory\s{1,2}opinion)s?\s{1,2}(?i:(?:nos?\.?|number)\s{0,2})?
                (?<number>(?:AO\s?\p{Pd}\s?)?\d{2}\s?\p{Pd}\s?\d{1,2})\b(?!\p{Pd}\d)
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        return [IdentifierReading(candidate.compact("number"), at: range)]
    }

    /// `IRS Notice 2013-69`, `Rev. Proc. 2020-5`, `Rev. Rul. 69-545`.
    private static let revenueNotice = IdentifierRule(
        .notice, "notice.revenue",
        Pattern(
            literal: #"""
                \b(?<form>(?:IRS\s)?Notice|Rev(?:\.|enue)\s(?:Proc(?:\.|edure)|Rul(?:\.|ing))|REG)
                \s?(?:No\.\s)?(?<number>(?:(?:19|20)\d\d|\d\d)\p{Pd}\d{1,3})\b(?!\p{Pd}\d)
                """#, options: .spaced)
    ) { candidate in
        let form = candidate["form"]
        let name = form.hasPrefix("Rev") ? (form.contains("Proc") ? "Rev. Proc." : "Rev. Rul.") : "IRS Notice"
        guard form != "Notice" || candidate.before(120).contains("IRS") else { return [] }
        return [IdentifierReading("\(name) \(candidate.compact("number"))", at: candidate.range, .medium)]
    }
}
