import Correspondence
import Scanning

/// What the rest of a line says of the date on it.
struct DateLabel {
    var role: DateCandidate.Role
    /// Nothing but the date, its weekday, a place or a label stands on the line.
    var isOwnLine: Bool
    /// The line says that it is the date: `Date:`, `Issued`, `Dated`.
    var isNamed: Bool

    static func of(_ line: LetterLine, _ match: DateMatch) -> DateLabel {
        let scalars = withoutNote(Array(line.string.unicodeScalars), match)
        let whole = label(scalars, match.start, match.end)
        guard whole.role == .letter, !whole.isOwnLine, !line.has(byline), let cell = cell(of: scalars, match)
        else {
            return whole
        }
        let inCell = label(Array(scalars[cell]), match.start - cell.lowerBound, match.end - cell.lowerBound)
        return inCell.role == .letter && inCell.isOwnLine ? inCell : whole
    }

    private static let byline = Pattern(literal: #"\bby\s+\p{Lu}"#, options: [.caseInsensitive])

    /// `September 8, 2020 (revised September 10, 2020)`: what the brackets say is of the second date.
    private static func withoutNote(_ scalars: [Unicode.Scalar], _ match: DateMatch) -> [Unicode.Scalar] {
        guard let open = scalars[match.end...].firstIndex(of: "("),
            scalars[open...].contains(where: { ("0"..."9").contains($0) })
        else { return scalars }
        return Array(scalars[..<open])
    }

    /// The part of a line that a date stands in, where two blanks or a bar divide it.
    private static func cell(of scalars: [Unicode.Scalar], _ match: DateMatch) -> Range<Int>? {
        let low = (0..<match.start).last { ends(scalars, at: $0) }.map { $0 + 1 } ?? 0
        let high = (match.end..<scalars.count).first { ends(scalars, at: $0) } ?? scalars.count
        return low > 0 || high < scalars.count ? low..<max(high, match.end) : nil
    }

    private static func ends(_ scalars: [Unicode.Scalar], at offset: Int) -> Bool {
        let scalar = scalars[offset]
        if scalar == "|" || scalar == "•" || scalar == "·" || scalar == "\t" { return true }
        return scalar == " " && offset + 1 < scalars.count && scalars[offset + 1] == " "
    }

    private static func label(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> DateLabel {
        let rest =
            LetterLines.string(scalars[..<start]) + " \u{1} "
            + LetterLines.string(scalars[end...])
        let text = IndexedText(rest)
        let isOwn = ownLine.isFound(in: text)
        let isMail = mailed.isFound(in: text)
        for (pattern, role) in roles where pattern.isFound(in: text) && !(isMail && role == .other) {
            return DateLabel(role: role, isOwnLine: isOwn, isNamed: false)
        }
        return DateLabel(role: .letter, isOwnLine: isOwn, isNamed: named.isFound(in: text))
    }

    /// In the order in which they are asked. The date itself reads as U+0001.
    private static let roles: [(Pattern, DateCandidate.Role)] = [
        (posted, .posted), (received, .received), (due, .due), (published, .published), (modified, .modified),
        (sent, .other), (hearing, .hearing),
    ]

    private static let posted = Pattern(
        literal: #"\b(?:posted|put\s+online|uploaded)\b"#, options: [.caseInsensitive])
    private static let received = Pattern(
        literal: #"\b(?:received|rec[’']?d|stamped|filed|entered|docketed|e-?library)\b"#,
        options: [.caseInsensitive])
    private static let due = Pattern(
        literal:
            #"\b(?:due|deadline|comments?\s+close|closing\s+date|expires?|no\s+later\s+than|effective)\b"#,
        options: [.caseInsensitive])
    private static let published = Pattern(
        literal: #"\b(?:published|publication|fed(?:eral|\.)\s+reg(?:ister|\.)|\d+\s+FR)\b"#,
        options: [.caseInsensitive])
    private static let modified = Pattern(
        literal: #"\b(?:revised|updated|modified|last\s+reviewed)\b"#, options: [.caseInsensitive])
    private static let sent = Pattern(
        literal: #"\b(?:fax(?:ed)?|printed|pages?\s+\d+/\d+|\d{1,2}:\d{2}:\d{2})\b"#,
        options: [.caseInsensitive])
    /// An e-mail's own caption, in which the hour stands too.
    private static let mailed = Pattern(
        literal: #"\A(?:Date|Sent):[^\x01]{0,16}\x01"#, options: [.caseInsensitive])
    private static let hearing = Pattern(
        literal: #"\b(?:hearing|roundtable|mark-?up)\b"#, options: [.caseInsensitive])

    private static let named = Pattern(
        literal: #"\b(?:date(?:d|\s+issued)?|issued|signed|sent)\b\W{0,3}(?:this\W+)?\x01"#,
        options: [.caseInsensitive])

    private static let ownLine = Pattern(
        literal: #"""
            \A\W*(?:(?:date(?:d)?(?:\s+(?:issued|posted))?|issued|signed|posted(?:\s+on)?|this|on|submitted(?:\s+on)?|sent(?:\s+on)?|for\s+immediate\s+release|as\s+of)\b[\s:]*)*
            (?:[\p{Lu}][\w.]+(?:\s[\p{Lu}][\w.]+)?,\s+[\p{Lu}][\w.]+\s*[,–—-]?\s*)?
            (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s,.]*)?
            [\W]*\x01[\W_|]*
            (?:(?:at\s+)?\d{1,2}(?::\d{2})?\s*[ap]\.?\s?m\.?[\W]*(?:E[SD]?T)?\W*|\d{1,2}:\d{2}(?::\d{2})?\W*(?:\d{4}|[A-Z]{3,4})?(?:\s*\(\w+\))?\W*)?\z
            """#, options: [.spaced, .caseInsensitive])
}
