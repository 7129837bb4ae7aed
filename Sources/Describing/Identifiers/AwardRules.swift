import Correspondence
import Scanning

/// Grants and trials: NIH awards, registered clinical trials.
extension IdentifierRule {
    static let awards = [award, trial]

    /// `UL1TR001420`, `5 U24 TR002306-04`: activity code, institute, serial number
    /// (era.nih.gov/files/Deciphering_NIH_Application.pdf). Type and support year are left out.
    private static let award = IdentifierRule(
        .award, nil,
        Pattern(
            literal: #"""
                (?<![\w])(?:[1-9]\s?)?(?<activity>(?:[CDFGKLMPRSTUX]\d{2}|UL1|KL2|TL1|UM1|UM2|UG1|UG3|UH2|UH3|
                UE5|UC\d|DP\d|OT\d|RC\d|RM1|RL\d|R2\d|SC\d|SI2|U2C|UF1|ZIA|IK\d))
                \s?\p{Pd}?\s?(?<institute>[A-Z]{2})\p{Pd}?\s?(?<number>\d{6})
                (?:\p{Pd}\d{2}(?:[A-Z]\d)?)?(?![\w])
                """#, options: .spaced)
    ) { candidate in
        let value = candidate["activity"] + candidate["institute"] + candidate["number"]
        return [IdentifierReading(value, at: candidate.range)]
    }

    /// `NCT04280705` (clinicaltrials.gov).
    private static let trial = IdentifierRule(.nct, nil, Pattern(literal: #"\bNCT\s?(?<number>\d{8})\b"#)) {
        [IdentifierReading("NCT\($0["number"])", at: $0.range)]
    }
}
