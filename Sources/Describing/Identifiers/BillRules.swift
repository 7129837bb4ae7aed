import Correspondence
import Scanning

/// Bills of Congress (`hr4995`, which `BillCongress` completes to `hr4995-116`) and of state legislatures.
extension IdentifierRule {
    static let bills = [
        houseBill, senateBill, resolution, stateBill, stateHouseBill, assemblyBill, localBill,
    ]

    /// `H.R. 4995`, `H. R. 8080`, `HR 8235`.
    private static let houseBill = IdentifierRule(
        .bill, nil,
        Pattern(
            literal:
                #"(?<![\w.])(?:H\.\s?R\.?|HR)\s{0,2}(?<number>\d{1,4})(?![\w]|[.,]\d|\p{Pd}\d)"#
        )
    ) { candidate in
        // Hazard ratios and heart rates are written HR too.
        let isDotted = candidate.text[candidate.range].contains(".")
        let around = candidate.before(40).lowercased() + candidate.after(40).lowercased()
        if !isDotted && ["hazard", "heart", "bpm", "ci ", "95%"].contains(where: around.contains) {
            return []
        }
        return bill("hr", candidate, isDotted ? .high : .medium)
    }

    /// `S. 2415`, `S.198`. What stands before it decides: `558 U.S. 319`, `120 S. 12th Street`, `John S. 4`.
    private static let senateBill = IdentifierRule(
        .bill, "bill.senate",
        Pattern(
            literal: #"""
                (?<![\w.])(?<![A-Za-z]\.\s)(?<![A-Za-z]\.\s\s)(?<!\bU\s)(?<!\d\s)(?<!\d)
                S\.\s{0,2}(?<number>\d{1,4}(?:-[A-D]\b)?)(?![\w]|[.,]\d|\p{Pd}\d|\()
                """#, options: .spaced)
    ) { candidate in
        let before = candidate.before(40)
        if before.contains("Cong. Rec") || before.contains("Congressional Record") { return [] }
        let isState = candidate.isToState || pairedWithStateBill(candidate)
        if isState {
            return [
                IdentifierReading("S\(candidate["number"])", at: candidate.range, .medium, kind: .stateBill)
            ]
        }
        return bill("s", candidate, .high)
    }

    /// `H.Res. 12`, `S. Con. Res. 5`, `H.J.Res. 79`.
    private static let resolution = IdentifierRule(
        .bill, "bill.resolution",
        Pattern(
            literal: #"""
                (?<![\w.])(?<chamber>[HS])\.?\s?(?<joint>J\.?\s?|Con\.?\s?)?Res(?:\.|olution)?\s{0,2}
                (?<number>\d{1,4})(?![\w]|\p{Pd}\d)
                """#, options: .spaced)
    ) { candidate in
        let joint = candidate["joint"].lowercased().filter(\.isLetter)
        return bill("\(candidate["chamber"].lowercased())\(joint)res", candidate, .high)
    }

    /// `SB 691`, `H.B. 1234`, `Senate Bill 691`, `House Bill No. 5`: Congress does not write so.
    private static let stateBill = IdentifierRule(
        .stateBill, nil,
        Pattern(
            literal: #"""
                (?<![\w.])(?:(?<short>[HS]\.?\s?B\.?)|(?<chamber>House|Senate|Assembly)\s(?:Bill|File))\s{0,2}
                (?:No\.?\s|[#])?(?<number>\d{1,5})(?![\w]|[.,]\d)
                """#, options: .spaced)
    ) { candidate in
        let short = candidate["short"].filter(\.isLetter)
        let letters = short.isEmpty ? "\(candidate["chamber"].prefix(1))B" : short
        let confidence: Evidence.Confidence = short.isEmpty && !candidate.isToState ? .low : .high
        return [IdentifierReading("\(letters)\(candidate["number"])", at: candidate.range, confidence)]
    }

    /// `H.1256`: a House bill of Massachusetts, South Carolina, Vermont …; in Congress it would be `H.R.`.
    private static let stateHouseBill = IdentifierRule(
        .stateBill, "stateBill.house",
        Pattern(
            literal: #"""
                (?<![\w.])(?<![A-Za-z]\.\s)(?<!\d\s)H\.\s?(?<number>\d{1,4})(?![\w]|[.,]\d|\p{Pd}\d|\()
                """#, options: .spaced)
    ) { candidate in
        guard candidate.isToState || pairedWithSenate(candidate) else { return [] }
        return [IdentifierReading("H\(candidate["number"])", at: candidate.range, .medium)]
    }

    /// `A.9156` of New York's Assembly, beside its Senate bill.
    private static let assemblyBill = IdentifierRule(
        .stateBill, "stateBill.assembly",
        Pattern(literal: #"(?<![\w.])A\.\s?(?<number>\d{1,5}(?:-[A-D])?)(?![\w]|[.,]\d|\()"#)
    ) { candidate in
        guard pairedWithSenate(candidate) else { return [] }
        return [IdentifierReading("A\(candidate["number"])", at: candidate.range, .medium)]
    }

    /// `AB 1234`, `LD 1`, `HF 22`: only in letters to a state, where nothing else is meant.
    private static let localBill = IdentifierRule(
        .stateBill, "stateBill.local",
        Pattern(literal: #"(?<![\w.])(?<form>AB|LB|LD|HF|SF|HP|SP)\s?(?<number>\d{1,5})(?![\w]|[.,]\d)"#)
    ) { candidate in
        guard candidate.isToState else { return [] }
        return [IdentifierReading("\(candidate["form"])\(candidate["number"])", at: candidate.range, .medium)]
    }

    private static func bill(
        _ form: String, _ candidate: IdentifierCandidate, _ confidence: Evidence.Confidence
    ) -> [IdentifierReading] {
        guard let number = Int(candidate["number"].prefix { $0 != "-" }), number > 0 else { return [] }
        return [
            IdentifierReading(
                "\(form)\(number)", at: candidate.range, confidence, congress: statedCongress(candidate))
        ]
    }

    /// `(116th Congress)` behind the bill, before the next one.
    private static func statedCongress(_ candidate: IdentifierCandidate) -> Int? {
        let end = min(candidate.text.bytes.count, candidate.range.upperBound + 160)
        let window = candidate.range.upperBound..<end
        guard let match = congress.firstMatch(in: candidate.text, range: window) else { return nil }
        let between = candidate.text[window.lowerBound..<match.range.lowerBound]
        guard !between.contains(".\n"), !between.contains("\n\n") else { return nil }
        return match["number"].flatMap { Int(candidate.text[$0]) }
    }

    private static let congress = Pattern(literal: #"\b(?<number>\d{2,3})(?:st|nd|rd|th)\s+Cong(?:ress|\.)"#)

    /// `H.1256 / S.745` of Massachusetts, `S.7147-A/A.9156` of New York.
    private static func pairedWithStateBill(_ candidate: IdentifierCandidate) -> Bool {
        stateBefore.isFound(in: IndexedText(candidate.before(24)))
            || stateAfter.isFound(in: IndexedText(candidate.after(24)))
    }

    private static func pairedWithSenate(_ candidate: IdentifierCandidate) -> Bool {
        senateAfter.isFound(in: IndexedText(candidate.after(24)))
            || senateBefore.isFound(in: IndexedText(candidate.before(24)))
    }

    private static let stateBefore = Pattern(literal: #"\b[HA]\.\s?\d{1,5}(?:-[A-D])?\s?(?:/|and|&|,)\s?$"#)
    private static let stateAfter = Pattern(literal: #"^\s?(?:/|and|&|,)\s?[HA]\.\s?\d{1,5}\b"#)
    private static let senateAfter = Pattern(literal: #"^\s?(?:/|and|&|,)\s?S\.\s?\d{1,5}\b"#)
    private static let senateBefore = Pattern(literal: #"\bS\.\s?\d{1,5}(?:-[A-D])?\s?(?:/|and|&|,)\s?$"#)
}
