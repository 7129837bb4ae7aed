import Scanning

/// A chamber of Congress, as its name, its buildings and its members' titles tell it.
enum Chamber {
    case house, senate

    var id: String { self == .house ? "us-house" : "us-senate" }
    var name: String { self == .house ? "House" : "Senate" }

    static func of(_ text: String) -> Chamber? {
        let indexed = IndexedText(text)
        if StateNames.legislature(in: text) != nil || state.isFound(in: indexed) { return nil }
        if senateName.isFound(in: indexed) { return .senate }
        if houseName.isFound(in: indexed) { return .house }
        return nil
    }

    private static let state = Pattern(
        literal: #"\bState\s+(?:Senate|House|Legislature|Senator)|\bMiller\s+Senate"#)
    private static let senateName = Pattern(
        literal: #"\bSenate\b|\b(?:Dirksen|Russell|Hart)\s+(?:Senate|Building|Office|Bldg)|\bSenator\b"#,
        options: [.caseInsensitive])
    private static let houseName = Pattern(
        literal:
            #"(?<!White\s)\bHouse\s+(?:of\b|Sub-?comm|Comm|Office|Appropriations|Budget|Ways|Energy|Oversight|Education|Judiciary|Homeland|Small|Government)|\b(?:Rayburn|Longworth|Cannon)\b|\bSpeaker\s+of\s+the\s+House|\bCongress(?:man|woman)\b|\bMember\s+of\s+Congress|\bof\s+the\s+House\z|\bSubcommittee\s+on\s+Oversight\s+(?:and|&)\s+Investigations"#,
        options: [.caseInsensitive])
}
