import Scanning

/// The members that a committee's letterhead lists, each with a state: `DIANA LEE, CALIFORNIA`. They send the letter,
/// though their names stand where an inside address might.
enum MemberList {
    /// Lines of an address without such a list and what the letterhead says below it: they go on with the first person
    /// who is addressed with an honorific.
    static func without(_ lines: [LetterLine]) -> [LetterLine] {
        let members = lines.indices.filter { isMember(lines[$0]) }
        guard members.count >= 3, let last = members.last else { return lines }
        let first = lines.indices.first { index in
            index > last && PersonName.read(lines[index].string)?.honorific != nil
        }
        return Array(lines[(first ?? last + 1)...])
    }

    private static func isMember(_ line: LetterLine) -> Bool {
        guard let match = member.firstMatch(in: line.text), let state = match["state"] else { return false }
        return StateNames.codes[line.text[state].lowercased()] != nil
    }

    private static let member = Pattern(
        literal: #"""
            \A\p{Lu}[\p{Lu}.’'\-]*(?:,?\s+[\p{Lu}.’'\-]+){1,4},\s+
            (?<state>(?:NEW|NORTH|SOUTH|WEST|RHODE)\s\p{Lu}+|\p{Lu}{4,})\b
            """#, options: .spaced)
}
