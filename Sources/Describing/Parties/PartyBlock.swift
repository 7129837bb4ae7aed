import Correspondence
import Scanning

/// A person or body as an address, a signature or a list of copies prints it, line by line.
struct PartyBlock: Sendable {
    var name: String?
    var honorific: String?
    var title: String?
    var office: String?
    var organization: String?
    var address: [String] = []
    /// The lines that it was read from, name first.
    var lines: [LetterLine]
    /// Telephone or web addresses stand in it: a letterhead, not an addressee.
    var hasContact = false
    /// A place with its postal code has closed it.
    var isClosed = false
    /// Lines that name bodies, in printed order.
    var bodies: [String] = []
    /// Bodies in whose care a letter is sent: `c/o Administrative Office …`.
    var careOf: [String] = []
    /// It signs: lines that are neither title nor body say nothing of it.
    var isSignature = false

    /// Reads one more line.
    mutating func take(_ line: LetterLine) {
        lines.append(line)
        if line.has(LineClues.redacted) { return }
        let runIn = line.group(of: LineClues.runInSalutation)
        let text =
            runIn.map { PartyText.trimmed(String(line.string.unicodeScalars.prefix($0.start))) }
            ?? line.string
        if line.has(LineClues.contact) {
            hasContact = true
        } else if line.has(LineClues.place) {
            address.append(text)
            isClosed = true
        } else if line.has(LineClues.street) {
            address.append(text)
        } else if let match = LineClues.attention.firstMatch(in: line.text) {
            takeAttention(
                line.part(match.range.upperBound..<line.text.bytes.count).string, line.has(Self.care))
        } else {
            takeRole(text)
        }
    }

    private static let care = Pattern(literal: #"\A\W*(?:c/o|℅|care\s+of)"#, options: [.caseInsensitive])

    private mutating func takeAttention(_ text: String, _ isCareOf: Bool) {
        if isCareOf, organization != nil {
            careOf.append(PartyText.trimmed(text))
        } else if name == nil, let person = PersonName.read(text) {
            take(person)
        } else if OrganizationName.isBody(text), organization == nil {
            takeBody(text)
        }
    }

    mutating func take(_ person: PersonName) {
        name = person.name
        honorific = person.honorific
        if let rest = person.rest, !PartyText.areDegrees(rest, in: lines.first?.string ?? "") {
            takeRole(rest)
        }
    }

    /// A title, a body, or both divided by a comma.
    mutating func takeRole(_ text: String) {
        let text = PartyText.withoutBefore(PartyText.trimmed(text))
        guard !text.isEmpty else { return }
        if takeContinuation(text) { return }
        if let (role, rest) = PartyText.longTitle(text) {
            title = title.map { "\($0), \(role)" } ?? role
            takeBody(rest)
        } else if TitleLine.isTitle(text) {
            let parts = PartyText.divided(text)
            title = title.map { "\($0), \(parts.title)" } ?? parts.title
            if let body = parts.body { takeBody(body) }
        } else if OrganizationName.isBody(text)
            || isSignature && title != nil && OrganizationName.endsAsBody(text)
        {
            takeBody(text)
        } else if organization == nil, !isSignature,
            !text.unicodeScalars.contains(where: { ("0"..."9").contains($0) })
        {
            takeBody(text)
        } else if !isSignature {
            bodies.append(text)
        }
    }

    /// A line that goes on with a title or body that the line before broke off: `Department of Health and`.
    private mutating func takeContinuation(_ text: String) -> Bool {
        if let open = bodies.last, PartyText.isBrokenOff(open) {
            bodies[bodies.count - 1] = "\(open) \(text)"
            if organization == open { organization = "\(open) \(text)" }
            if office == open { office = "\(open) \(text)" }
            return true
        }
        guard let open = title, bodies.isEmpty, PartyText.isBrokenOff(open) || text.first?.isLowercase == true
        else {
            return false
        }
        title = "\(open) \(text)"
        return true
    }

    private mutating func takeBody(_ text: String) {
        bodies.append(text)
        if organization == nil {
            organization = text
        } else if office == nil, let first = organization,
            PartyText.isOffice(first) || isSignature && PartyText.isPanel(first)
        {
            office = first
            organization = text
        } else if office == nil, PartyText.isOffice(text) {
            office = text
        }
    }
}

/// Small cuts in the text of addresses and signatures.
enum PartyText {
    /// Without marks at the ends that belong to no name.
    static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, " ,;|\t_".unicodeScalars.contains(last) { scalars.removeLast() }
        while let first = scalars.first, " ,;|\t_".unicodeScalars.contains(first) { scalars.removeFirst() }
        return String(scalars)
    }

    /// `Director, Office for Civil Rights` → the title, the body. A title of two parts stays whole.
    static func divided(_ text: String) -> (title: String, body: String?) {
        guard let comma = text.firstIndex(of: ",") else { return (text, nil) }
        let head = trimmed(String(text[..<comma]))
        let tail = trimmed(String(text[text.index(after: comma)...]))
        guard OrganizationName.isBody(tail), !head.isEmpty else { return (text, nil) }
        return (head, tail)
    }

    /// A line too long for a title whose first part is one: `Principal Deputy …, Office of …, Department of …`.
    static func longTitle(_ text: String) -> (title: String, rest: String)? {
        guard !TitleLine.isTitle(text), text.split(separator: " ").count > 14,
            let comma = text.firstIndex(of: ",")
        else { return nil }
        let head = trimmed(String(text[..<comma]))
        let rest = trimmed(String(text[text.index(after: comma)...]))
        return TitleLine.isTitle(head)
            && rest.split(separator: ",").contains { OrganizationName.isBody(trimmed(String($0))) }
            ? (head, rest) : nil
    }

    /// `Before the Federal Highway Administration`: a pleading names its forum so.
    static func withoutBefore(_ text: String) -> String {
        if ["before the", "before"].contains(text.lowercased()) { return "" }
        for opening in ["before the ", "before "] where text.lowercased().hasPrefix(opening) {
            return String(text.dropFirst(opening.count))
        }
        return text
    }

    /// `Ana Lee, MS, CGC`: short words in capitals behind a degree are degrees that no list knows.
    static func areDegrees(_ rest: String, in line: String) -> Bool {
        guard line.hasSuffix(rest),
            let before = line.dropLast(rest.count).split(separator: " ").last,
            NameWords.degrees.contains(NameText.bare(before))
        else { return false }
        return rest.split(whereSeparator: { $0 == "," || $0 == " " }).allSatisfy { word in
            let letters = word.unicodeScalars.filter { $0 != "." && $0 != "-" }
            return (2...5).contains(letters.count) && letters.allSatisfy { $0.properties.isUppercase }
        }
    }

    /// A panel within a body: `Policy Committee`, `Board of Directors`.
    static func isPanel(_ text: String) -> Bool {
        text.hasSuffix(" Committee") || text.hasPrefix("Board of")
    }

    /// Whether a line ends in a word after which more must come: `for the`, `and`.
    static func isBrokenOff(_ text: String) -> Bool {
        guard let last = text.split(separator: " ").last else { return false }
        return ["of", "for", "the", "and", "to", "on", "&"].contains(last.lowercased())
    }

    /// A name without its abbreviation in brackets: `National Grange (NG)`.
    static func withoutAbbreviation(_ text: String) -> String {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
            return text
        }
        let inside = text[text.index(after: open)...].dropLast()
        guard !inside.isEmpty, inside.count < 12, !inside.contains(" ") else { return text }
        return trimmed(String(text[..<open]))
    }

    /// A part of a body: `Office of …`, `Division of …`, `… Branch`.
    static func isOffice(_ text: String) -> Bool {
        let bare = text.lowercased()
        return [
            "office ", "division ", "bureau of", "center for", "centers for medicare and medicaid audits",
            "subcommittee", "branch",
        ]
        .contains { bare.hasPrefix($0) }
            || [" division", " branch", " section", " subcommittee"].contains {
                bare.hasSuffix($0)
            }
    }
}
