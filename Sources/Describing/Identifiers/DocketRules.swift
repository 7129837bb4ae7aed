import Correspondence
import Scanning

/// Case files of agencies: the forms of regulations.gov, and agencies' own behind a label.
extension IdentifierRule {
    static let dockets = [
        docket, docketByYear, oldFDADocket, communicationsDocket, fileNumber, labelledDocket,
    ]

    /// `USTR-2015-0010`, `HHS-OCR-2018-0002-5313`, `EPA-HQ-OAR-2003-0129`, `FDA-2009-N-0501`: agency and
    /// offices, year, serial number; a last group is a document or comment in the docket.
    private static let docket = IdentifierRule(
        .docket, nil,
        Pattern(
            literal: #"""
                (?<![\w-])(?<agency>[A-Z]{2,6}(?:\h?[\p{Pd}\x{2212}_]\h?[A-Z][A-Z0-9]{0,6}){0,3})
                \s{0,2}[\p{Pd}\x{2212}_]\s{0,2}(?<year>(?:19|20)\d\d)
                (?:\h?[\p{Pd}\x{2212}_]\h?(?<kind>[A-Z]))?
                \s{0,2}[\p{Pd}\x{2212}_]\s{0,2}(?<number>\d{3,5})
                (?<document>\h?[\p{Pd}\x{2212}_]\h?\d{4,6})?(?![\w]|\p{Pd}\d)
                """#, options: .spaced)
    ) { candidate in
        let agency = candidate.compact("agency").replacing("_", with: "-")
        let kind = candidate["kind"].isEmpty ? "" : "-\(candidate["kind"])"
        let value = "\(agency)-\(candidate["year"])\(kind)-\(candidate["number"])"
        return read(value, agency: agency, number: candidate["number"], candidate)
    }

    /// `ED-2018-OCR-0064`: the office stands behind the year.
    private static let docketByYear = IdentifierRule(
        .docket, "docket.office",
        Pattern(
            literal: #"""
                (?<![\w-])(?<agency>[A-Z]{2,6})\h?[\p{Pd}\x{2212}]\h?(?<year>(?:19|20)\d\d)
                \h?[\p{Pd}\x{2212}]\h?(?<office>[A-Z]{2,6}\d?(?:[\p{Pd}\x{2212}][A-Z]{2,6}){0,2})
                \h?[\p{Pd}\x{2212}]\h?(?<number>\d{3,5})
                (?<document>\p{Pd}\d{4,6})?(?![\w]|\p{Pd}\d)
                """#, options: .spaced)
    ) { candidate in
        let agency = candidate["agency"]
        let value = "\(agency)-\(candidate["year"])-\(candidate.compact("office"))-\(candidate["number"])"
        return read(value, agency: agency, number: candidate["number"], candidate)
    }

    private static func read(
        _ value: String, agency: String, number: String, _ candidate: IdentifierCandidate
    ) -> [IdentifierReading] {
        let first = agency.prefix { $0 != "-" }
        if notAgencies.contains(String(first)) { return [] }
        let isKnown = docketAgencies.contains(String(first))
        let isLabelled = candidate.before(60).lowercased().contains("docket")
        guard isKnown || isLabelled || number.utf8.count >= 4 else { return [] }
        if number.utf8.count < 4 { return [IdentifierReading(value, at: candidate.range, .low)] }
        return [IdentifierReading(value, at: candidate.range, isKnown || isLabelled ? .high : .low)]
    }

    /// `2004N-0267`, as the FDA wrote them before 2008.
    private static let oldFDADocket = IdentifierRule(
        .docket, "docket.labelled",
        Pattern(
            literal: #"""
                (?i:docket)\W{0,3}(?i:nos?\b|number|id)?[.:#\s]{0,4}
                (?<number>(?:19|20)?\d\d\s?[A-Z]\s?\p{Pd}\s?\d{4})\b
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        return [IdentifierReading(candidate.compact("number"), at: range)]
    }

    /// `WC Docket No. 17-287` of the FCC.
    private static let communicationsDocket = IdentifierRule(
        .docket, "docket.communications",
        Pattern(
            literal: #"""
                \b(?<bureau>AU|CC|CG|EB|ET|GN|IB|MB|MD|MM|OEA|PS|PSHSB|RM|WC|WP|WT|WTB)\s(?:Docket|Dkt\.)\s
                (?:Nos?\.?\s|Number\s)?(?<number>\d{2}\p{Pd}\d{1,4})\b
                """#, options: .spaced)
    ) { candidate in
        let value = "\(candidate["bureau"]) Docket No. \(candidate.compact("number"))"
        return [IdentifierReading(value, at: candidate.range)]
    }

    /// `File No. S7-10-22` of the SEC.
    private static let fileNumber = IdentifierRule(
        .docket, "docket.fileNumber",
        Pattern(
            literal:
                #"\bFile\s(?:No\.?|Number):?\s(?<number>(?:S7|4|SR-[A-Z]+)\p{Pd}\d{2,4}(?:\p{Pd}\d{2,3})?)\b"#
        )
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        return [IdentifierReading(candidate.compact("number"), at: range)]
    }

    /// Any other number behind `Docket No.`: `Docket No. DEA-407`, `Docket No. OP-1670`.
    private static let labelledDocket = IdentifierRule(
        .docket, "docket.labelled",
        Pattern(
            literal: #"""
                (?<!\w)(?:Docket|DOCKET)\s(?i:id|nos?\b\.?|number|[#])?(?i:\snumber|\sno\.)?[:.[#]]?\s{0,2}
                (?<number>[A-Z]{1,6}\p{Pd}\d{2,4}(?:\p{Pd}\d{1,4})?)
                (?![\w]|\p{Pd}[\w])
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        let value = candidate.compact("number")
        // Those with a year are read by the forms above.
        guard value.range(of: #"-(?:19|20)\d\d-\d{3,}$"#, options: .regularExpression) == nil else {
            return []
        }
        return [IdentifierReading(value, at: range, .medium)]
    }

    /// Agency codes of regulations.gov that letters of this field carry; others need the word docket.
    static let docketAgencies: Set<String> = [
        "ACF", "ACL", "AHRQ", "AMS", "AOA", "APHIS", "ARS", "ASPR", "ATBCB", "ATF", "ATSDR", "BIA", "BIS",
        "BLM", "BOEM", "BOP", "CBP", "CDC", "CEQ", "CFPB", "CISA", "CMS", "CNCS", "COE", "COLC", "CPSC",
        "CSB", "DARS", "DEA", "DHS", "DOC", "DOD", "DOE", "DOI", "DOJ", "DOL", "DOS", "DOT", "EAC", "EBSA",
        "ED", "EEOC", "EERE", "EIB", "EOIR", "EPA", "ESA", "ETA", "FAA", "FAR", "FCC", "FCIC", "FDA",
        "FDIC", "FEMA", "FERC", "FHWA", "FINCEN", "FMCSA", "FNS", "FRA", "FS", "FSA", "FSIS", "FTA", "FTC",
        "FWS", "GSA", "HCFA", "HHS", "HHSIG", "HRSA", "HUD", "ICEB", "IHS", "INS", "IRS", "ITA", "LMSO",
        "MARAD", "MMS", "MSHA", "NARA", "NASA", "NCUA", "NHTSA", "NIFA", "NIH", "NIST", "NLRB", "NOAA",
        "NPS", "NRC", "NSF", "NTIA", "NTSB", "OCC", "OFCCP", "OIG", "OMB", "OPM", "OPHS", "OSHA", "OSTP",
        "PBGC", "PHMSA", "PTO", "RHS", "SAMHSA", "SBA", "SEC", "SSA", "STB", "TREAS", "TSA", "TTB",
        "USAID", "USBC", "USCBP", "USCG", "USCIS", "USDA", "USPC", "USPS", "USTR", "VA", "VETS", "WHD",
    ]

    /// Numbers of these shapes are no dockets: flaws in software, standards, court papers.
    private static let notAgencies: Set<String> = [
        "CVE", "ISO", "CWE", "RFC", "IEEE", "ANSI", "CV", "CR", "NCT",
    ]
}
