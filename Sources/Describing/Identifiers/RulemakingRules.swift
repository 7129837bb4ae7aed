import Correspondence
import Scanning

/// What stands on rules and notices: CMS file codes, RINs, OMB control numbers, Federal Register citations.
extension IdentifierRule {
    static let rulemaking = [
        fileCode, labelledFileCode, inspectorGeneralFileCode, rin, misprintedRIN, omb, frCitation, frIssue,
        frDocument, frHeading, frAddress,
    ]

    /// `CMS-1752-P`, `CMS–9115–IFC2`, formerly `HCFA-1005-P`. Numbers have four digits; others are
    /// misprints.
    private static let fileCode = IdentifierRule(
        .fileCode, nil,
        Pattern(
            literal: #"""
                \b(?<agency>CMS|HCFA|OCIIO)(?:\s{0,2}[\p{Pd}\x{2212}]\s{0,2}|\h)?
                (?<number>\d{2,5})\s{0,2}[\p{Pd}\x{2212}]\s{0,2}
                (?<action>IFC|FC|NC|PN|FN|CN|F|P|N|ifc|fc|nc|pn|fn|cn|f|p|n)(?<part>\d?)\b(?!\p{Pd}\d)
                """#, options: .spaced)
    ) { candidate in
        let number = candidate["number"]
        let value = "\(candidate["agency"])-\(number)-\(candidate["action"].uppercased())\(candidate["part"])"
        return [IdentifierReading(value, at: candidate.range, number.utf8.count == 4 ? .high : .low)]
    }

    /// `file code CMS-1752`, without saying whether the rule is proposed or final.
    private static let labelledFileCode = IdentifierRule(
        .fileCode, "fileCode.labelled",
        Pattern(
            literal: #"""
                (?i:file\h+code|refer\h+to|attention|attn|document\h+identifier)s?\W{0,3}\s{0,2}
                (?<code>(?:CMS|HCFA)\h?\p{Pd}\h?(?:R\p{Pd})?\d{3,5})\b
                (?!\s?\p{Pd}\s?[A-Za-z0-9])
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["code"] else { return [] }
        return [IdentifierReading(candidate.compact("code"), at: range, .medium)]
    }

    /// `OIG-403-P3`, `OIG-0936-AA10-P`: file codes of HHS's Inspector General.
    private static let inspectorGeneralFileCode = IdentifierRule(
        .fileCode, "fileCode.inspectorGeneral",
        Pattern(
            literal: #"""
                \bOIG\p{Pd}\d{2,4}(?:\p{Pd}[A-Z]{2}\d{2})?
                \p{Pd}(?:IFC|FC|NC|CN|F|P|N)\d?\b
                """#, options: .spaced)
    ) { [IdentifierReading(IdentifierCandidate.compact($0.text[$0.range]), at: $0.range)] }

    /// `0938-AU44` (reginfo.gov/public/jsp/eAgenda/UA_About.myjsp): agency code, two letters, two digits.
    private static let rin = IdentifierRule(
        .rin, nil,
        Pattern(
            literal: #"""
                (?<![\w.-])(?<agency>\d{4})(?:\s{0,2}[\p{Pd}\x{2212}]\s{0,2}|\h(?=[A-Z]{2}\d{2}\b))
                (?<number>[A-Z]{2}\d{2})\b(?!\p{Pd}\d)
                """#, options: .spaced)
    ) { candidate in
        let value = "\(candidate["agency"])-\(candidate["number"])"
        if candidate.before(60).contains("RIN") { return [IdentifierReading(value, at: candidate.range)] }
        // Alone it may be a year with a serial number behind it.
        let isYear = ("1900"..."2039").contains(candidate["agency"])
        let hasDash = candidate.compact(in: candidate.range).utf8.count == 9
        return isYear || !hasDash ? [] : [IdentifierReading(value, at: candidate.range, .medium)]
    }

    /// A letter or digit too many or too few behind the label.
    private static let misprintedRIN = IdentifierRule(
        .rin, "rin.misprinted",
        Pattern(
            literal: #"""
                \bRINs?\b\W{0,3}\s{0,2}(?:No\.?\s|Number\s)?(?!\d{4}[\p{Pd}\h][A-Z]{2}\d{2}\b)
                (?<rin>\d{3,5}\p{Pd}[A-Z0-9]{3,5})\b(?!-)
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["rin"] else { return [] }
        return [IdentifierReading(candidate.compact("rin"), at: range, .low)]
    }

    /// `OMB control number 0938-1378`; two groups of four digits mean nothing without the label.
    private static let omb = IdentifierRule(
        .omb, nil,
        Pattern(
            literal: #"""
                \bOMB\b(?!\p{Pd}\d)(?:\W|control|number|approval|no\b|nos\b|collection|[#]){0,12}?
                (?<number>\d{4}\s?\p{Pd}\s?\d{4})\b(?!\p{Pd}\d)
                """#, options: [.spaced, .caseInsensitive])
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        return [IdentifierReading(candidate.compact("number"), at: range)]
    }

    /// `86 FR 25070`, `86 Fed. Reg. 25,070`; the first page stands for the document (federalregister.gov).
    private static let frCitation = IdentifierRule(
        .frCitation, nil,
        Pattern(
            literal: #"""
                (?<![\w.,-])(?<volume>\d{1,3}),?\s{1,2}
                (?:FR|F\.\h?R\.|F(?i:ed)\.?\s{0,2}R(?i:eg)\.?|F(?i:ederal)\s{1,2}R(?i:egister)),?\s{0,2}
                (?:at\s|p\.\s?|pp\.\s?|page\s|pages\s|[#])?
                (?<page>\d{1,3},\h?\d{3}|\d{1,6})\b(?!,\d{3}\b|\.\d)
                """#, options: .spaced)
    ) { candidate in
        let page = candidate["page"].filter(\.isNumber)
        guard let reading = citation(volume: candidate["volume"], page: page) else { return [] }
        return [IdentifierReading(reading, at: candidate.range)]
    }

    /// `Federal Register, Vol. 80, No. 155, p. 48424`.
    private static let frIssue = IdentifierRule(
        .frCitation, "frCitation.issue",
        Pattern(
            literal: #"""
                \b(?:F(?i:ederal)\s{1,2}R(?i:egister)|Fed\.\sReg\.|FR)
                [,:/(\s]{0,4}(?:at\s)?Vol(?:ume|\.)?\s?(?<volume>\d{1,3})
                [,/;\s]{1,4}No\.?\s?\d{1,3}[^\n]{0,40}?\b(?:pages?|pp?\.)\s?(?<page>\d{1,3},\d{3}|\d{2,6})\b
                """#, options: .spaced)
    ) { candidate in
        let page = candidate["page"].filter(\.isNumber)
        guard let reading = citation(volume: candidate["volume"], page: page) else { return [] }
        return [IdentifierReading(reading, at: candidate.range)]
    }

    /// Volume 1 appeared in 1936; one a year.
    private static func citation(volume: String, page: String) -> String? {
        guard let volume = Int(volume), let page = Int(page), (1...150).contains(volume), page > 0 else {
            return nil
        }
        return "\(volume) FR \(page)"
    }

    /// `Document Number: 2021-09876` under the heading `Federal Register`.
    private static let frHeading = IdentifierRule(
        .frDocument, "frDocument.heading",
        Pattern(
            literal: #"\bDocument\s(?:Number|No\.):?\s{1,2}(?<number>(?:19|20)\d\d\p{Pd}\d{5})\b"#,
            options: .caseInsensitive)
    ) { candidate in
        guard let range = candidate.match["number"],
            candidate.before(300).lowercased().contains("federal register")
        else { return [] }
        return [IdentifierReading(candidate.compact("number"), at: range)]
    }

    /// `FR Doc. 2021-09876`, `FR Doc. E8-12345`.
    private static let frDocument = IdentifierRule(
        .frDocument, nil,
        Pattern(
            literal: #"""
                \b(?:FR|F\.R\.|Fed\.\sReg\.|Federal\sRegister)\s{1,2}Doc(?:ument|s|\.)?\.?\s{0,2}
                (?:Nos?\.?|Number|[#])?:?\s{0,2}(?<number>(?:[A-Z]\d|\d{2,4})\s?\p{Pd}\s?\d{2,6})\b
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        return [IdentifierReading(candidate.compact("number"), at: range)]
    }

    /// The document's number in an address of federalregister.gov or govinfo.gov.
    private static let frAddress = IdentifierRule(
        .frDocument, "frDocument.address",
        Pattern(
            literal: #"""
                (?:federalregister\.gov/(?:d|documents/\d{4}/\d\d/\d\d)/|FR-\d{4}-\d\d-\d\d/(?:pdf|html|xml)/)
                (?<number>(?:[A-Z]\d|\d{2,4})-\d{3,6})\b
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        return [IdentifierReading(candidate["number"], at: range)]
    }
}

extension IdentifierCandidate {
    /// What stands in a range, its dashes made hyphens, its white space dropped.
    func compact(in range: Range<Int>) -> String { Self.compact(text[range]) }
}
