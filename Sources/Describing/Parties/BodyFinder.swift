import Correspondence
import Scanning

/// Finds the public bodies that addresses, covers and page feet name, and rolls them up to those that
/// letters are counted under.
struct BodyFinder {
    let shape: LetterShape
    let directory: Directory

    /// The most particular agency of an address.
    func agency(of block: PartyBlock) -> String? {
        var ids = block.bodies.flatMap { directory.names.agencies(in: $0) }
        if let title = block.title { ids += directory.names.agencies(in: title) }
        let text = (block.bodies + block.address + [block.honorific ?? "", block.title ?? ""]).joined(
            separator: "\n")
        let chamber = Chamber.of(text)
        if let chamber {
            for body in block.bodies + [block.title ?? ""] {
                if let id = committee(body, chamber) { return id }
            }
        }
        return mostParticular(ids) ?? chamber?.id
    }

    /// The most particular agency in a line.
    func agency(in line: String) -> String? {
        mostParticular(directory.names.agencies(in: line)) ?? Chamber.of(line)?.id
    }

    /// The agency that stands below the others; the first where none does.
    private func mostParticular(_ ids: [String]) -> String? {
        var best: String?
        for id in ids {
            guard let current = best else {
                best = id
                continue
            }
            if directory.agencies.ancestors(of: id).contains(current) { best = id }
        }
        return best
    }

    /// A committee named without its chamber, or with it.
    private func committee(_ body: String, _ chamber: Chamber) -> String? {
        guard body.lowercased().contains("ommittee") else { return nil }
        let plain = body.split(separator: ",").map { PartyText.trimmed(String($0)) }.filter {
            $0.lowercased().contains("ommittee")
        }
        for part in plain {
            for name in [part, "\(chamber.name) \(part)"] {
                if let id = directory.names.agencies(in: name).first(where: { $0.hasPrefix(chamber.id) }) {
                    return id
                }
            }
        }
        return nil
    }

    /// The committee or chamber before which testimony is given: cover, page feet, last lines, greeting.
    func committee() -> (id: String, evidence: Evidence)? {
        let tail = shape.text.suffix(6).filter { !Prose.isProse($0) || $0.has(Self.foot) }
        let lines =
            Array(shape.text[shape.head]) + shape.lines.margin.prefix(12) + tail
            + shape.lines.margin.suffix(12) + shape.text[shape.body...].prefix(4)
        for (index, line) in lines.enumerated() where line.count < 400 {
            let following = index + 1 < lines.count ? lines[index + 1].string : ""
            let before = index > 0 ? lines[index - 1].string : ""
            guard line.has(Self.body) else { continue }
            guard let chamber = Chamber.of(line.string) ?? Chamber.of(following) ?? Chamber.of(before) else {
                if let id = directory.names.agencies(in: line.string).first { return found(id, line) }
                continue
            }
            return found(committee(line.string, chamber) ?? chamber.id, line)
        }
        return nil
    }

    private func found(_ id: String, _ line: LetterLine) -> (id: String, evidence: Evidence) {
        (id, shape.lines.evidence(line, rule: "agency.committee", .medium))
    }

    private static let body = Pattern(
        literal:
            #"\b(?:sub)?comm\s?itt\s?ees?\b|\bsenate\b|\bhouse\s+of\s+representatives\b|\bcongress\b|\blegislature\b|\bcommission\b"#,
        options: [.caseInsensitive])
    private static let foot = Pattern(literal: #"\bcomm\s?ittee\b"#, options: [.caseInsensitive])

    /// The body under which a letter is counted: a committee's chamber, an office's agency or department.
    func counted(_ id: String) -> String {
        if id.hasPrefix("us-house") { return "us-house" }
        if id.hasPrefix("us-senate") { return "us-senate" }
        guard let agency = directory.agencies[id], let parent = agency.parent, isPart(agency) else {
            return id
        }
        return counted(parent)
    }

    /// An office, division or institute within a body that has a name of its own.
    private func isPart(_ agency: Agency) -> Bool {
        let name = agency.name.lowercased()
        return [
            "office ", "division ", "national institute ", "national institutes of ", "national center ",
            "center for ", "eunice", "wage ", "bureau of health",
        ]
        .contains { name.hasPrefix($0) }
            || ["division", "branch", "section", "program", "office"].contains { name.hasSuffix($0) }
    }
}

/// A chamber of Congress, as its name, its buildings and its members' titles tell it.
enum Chamber {
    case house, senate

    var id: String { self == .house ? "us-house" : "us-senate" }
    var name: String { self == .house ? "House" : "Senate" }

    static func of(_ text: String) -> Chamber? {
        let indexed = IndexedText(text)
        if state.isFound(in: indexed) { return nil }
        if senateName.isFound(in: indexed) { return .senate }
        if houseName.isFound(in: indexed) { return .house }
        return nil
    }

    private static let state = Pattern(
        literal:
            #"\b(?:Maryland|Massachusetts|Texas|California|Florida|Virginia|Pennsylvania|Ohio|Michigan|Illinois|Minnesota|Wisconsin|Oregon|Colorado|Connecticut|Jersey|York|Hampshire|Miller)\s+(?:State\s+)?(?:Senate|House|Legislature|General)|State\s+(?:Senate|House|Legislature|Senator)"#
    )
    private static let senateName = Pattern(
        literal:
            #"\b(?:U\.?\s?S\.?\s+|United\s+States\s+)?Senate\b|\b(?:Dirksen|Russell|Hart)\s+(?:Senate|Building|Office|Bldg)|\bSenator\b|\bPresident\s+of\s+the\s+Senate"#,
        options: [.caseInsensitive])
    private static let houseName = Pattern(
        literal:
            #"\bHouse\s+(?:of\s+Representatives|[Cc]omm|[Ss]ubcomm|[Oo]ffice|[Aa]ppropriations|[Bb]udget|Ways|Energy|Oversight|Education|Judiciary|Homeland|Small|Government)|\b(?:Rayburn|Longworth|Cannon)\b|\bSpeaker\s+of\s+the\s+House|\bCongress(?:man|woman)\b|\bMember\s+of\s+Congress"#,
        options: [.caseInsensitive])
}
