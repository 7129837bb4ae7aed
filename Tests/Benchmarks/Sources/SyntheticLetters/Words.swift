import Foundation

/// The words of the made-up letters, most frequent first: the small words of English, some hundred of policy, and
/// then words of syllables, longer as they get rarer.
struct Words: Sendable {
    /// Stands in 2 % of the letters, and nowhere else.
    static let rare = "ambulance"
    /// Stands in 20 % of the letters, and nowhere else.
    static let common = "telehealth"

    let list: [[UInt8]]

    init(count: Int) {
        let known = Self.small + Self.policy
        let made = (0..<max(0, count - known.count)).map(Self.made)
        list = (known + made).map { Array($0.utf8) }
    }

    /// The word of a rank, for queries that ask for more or less frequent words.
    func word(_ rank: Int) -> String { String(decoding: list[rank], as: UTF8.self) }

    /// A number written with syllables as digits: no two numbers give the same word.
    private static func made(_ number: Int) -> String {
        var rest = number + syllables.count
        var word = ""
        while rest > 0 {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word
    }

    private static let syllables: [String] =
        ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v"]
        .flatMap { start in ["a", "e", "i", "o", "u"].map { start + $0 } } + ["stra", "pren", "clin", "gres"]

    private static let small = """
        the of and to in a for that is on with as be are by this from have we our at or not will an which has their \
        it more all these would should may can also who been other its such than through including under who new \
        care health patients medicare services program states providers hospitals proposed rule payment medicaid
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let policy = """
        access coverage quality data cost research community communities workforce rural maternal mortality \
        postpartum clinical translational science award equity disparities vaccine pandemic funding committee \
        chairman secretary administrator comment letter support urge recommend request congress legislation act \
        bill public federal state local agency department physician nurse training graduate education residency \
        teaching academic medical center university institute national association society college members \
        patients families children women racial ethnic insurance reimbursement outpatient inpatient prospective \
        adjustment wage index quality reporting measure burden technology digital broadband privacy security \
        interoperability drug pricing pharmacy opioid behavioral mental disability housing food transportation
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
