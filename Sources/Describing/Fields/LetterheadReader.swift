import Correspondence
import Scanning

/// Reads the name of a body out of a letterhead's lines: cut from the address on its line, joined over two lines.
struct LetterheadReader {
    let lines: [LetterLine]
    /// The first paragraphs, in which a letter may name its writer again.
    let opening: IndexedText
    /// A bar divides a name from its address or its office; on a web page, an author from all else.
    var cutsAtBars = true

    /// The names that a line may hold, the likeliest first.
    func names(at index: Int) -> [String] {
        let line = lines[index]
        let cells =
            cutsAtBars ? SenderFinder.parts(of: line.string) : UndersignedBodies.cells(of: line.string)
        guard let first = cells.first else { return [] }
        var names: [String] = []
        if let last = cells.last, cells.count > 1, PartyText.isBrokenOff(last), OrganizationName.isBody(last),
            lines.indices.contains(index + 1),
            let more = UndersignedBodies.cells(of: lines[index + 1].string).first,
            OrganizationName.isCapitalized(more)
        {
            names.append("\(last) \(more)")
        }
        let name = withoutPlace(first, line)
        if OrganizationName.isBody(name) {
            names.append(joined(name, after: index) ?? name)
        } else if let joined = joined(name, after: index) {
            names.append(joined)
        }
        if cells.count > 1 { names += cells.dropFirst().filter { OrganizationName.isBody($0) } }
        return names
    }

    /// `Prairie College, 410 West Street, Ransom City, KS 67599`: the name ends where the address begins.
    private func withoutPlace(_ cell: String, _ line: LetterLine) -> String {
        guard line.has(LineClues.place) || line.has(LineClues.contact) || line.has(LineClues.street),
            let match = Self.name.firstMatch(in: IndexedText(cell)), let range = match[1]
        else { return cell }
        return PartyText.trimmed(IndexedText(cell)[range])
    }

    private static let name = Pattern(
        literal: #"\A(\p{Lu}[^\d·•|@]{5,80}?)[,·•|\s]*(?=\d|·|•|\||P\.?\s?O\.?\s)"#)

    /// A name in large type may run over two lines of one size and one edge: `League of Academic / Medical Centers`.
    private func joined(_ name: String, after index: Int) -> String? {
        let line = lines[index]
        guard let size = line.size, let box = line.box, !line.has(LineClues.place) else { return nil }
        for next in lines.dropFirst(index + 1).prefix(3) {
            let cells = UndersignedBodies.cells(of: next.string)
            guard let other = next.size, let below = next.box, next.page == line.page,
                abs(other - size) < 1 || isRow(cells, under: box, below)
            else { continue }
            let isUnder =
                abs(below.left - box.left) < 4 || abs(below.right - box.right) < 4
                || abs(below.left + below.right - box.left - box.right) < 8
            guard isUnder, below.top - box.bottom < size, size > 11.5, let more = cells.first else {
                return nil
            }
            let whole = "\(name) \(more)"
            guard !next.has(LineClues.street), !more.contains(where: \.isNumber), more.utf8.count < 50,
                OrganizationName.isBody(whole),
                PartyText.isBrokenOff(name) || Self.goesOn.isFound(in: IndexedText(more))
                    || !OrganizationName.isBody(name) || isNamed(whole)
                    || size > 13.5 && abs(other - size) < 0.3 && !OrganizationName.isBody(more)
                        && !TitleLine.isTitle(more)
            else { return nil }
            return whole
        }
        return nil
    }

    /// `Medical Centers    202-555-0142`: the name goes on, and small type stands beside it on the row.
    private func isRow(_ cells: [String], under box: Box, _ below: Box) -> Bool {
        guard cells.count > 1, let first = cells.first, abs(below.left - box.left) < 4 else { return false }
        return Self.goesOn.isFound(in: IndexedText(first))
    }

    /// Whether the first paragraphs name it too.
    private func isNamed(_ name: String) -> Bool {
        opening[opening.range].lowercased().contains(name.lowercased())
    }

    /// A line with the next one where it breaks off: `COMMITTEE ON HEALTH, EDUCATION,` / `LABOR, AND PENSIONS`.
    func whole(at index: Int) -> String {
        let name = PartyText.trimmed(lines[index].string)
        guard lines.indices.contains(index + 1),
            lines[index].string.hasSuffix(",") || PartyText.isBrokenOff(name)
        else { return name }
        return "\(lines[index].string) \(PartyText.trimmed(lines[index + 1].string))"
    }

    /// `STATE OF WINNEMAC` over or under `DEPARTMENT OF HEALTH`.
    func withGovernment(_ name: String, at index: Int) -> String {
        guard Self.ofGovernment.isFound(in: IndexedText(name)) else { return name }
        for near in [index - 1, index + 1] where lines.indices.contains(near) {
            let line = PartyText.trimmed(lines[near].string)
            guard Self.government.isFound(in: IndexedText(line)) else { continue }
            return "\(line) \(name)"
        }
        return name
    }

    private static let ofGovernment = Pattern(
        literal: #"\A(?:Departments?|Office|Division|Board|Bureau|Agency|Commission|Executive|Health)\b"#,
        options: [.caseInsensitive])
    private static let government = Pattern(
        literal:
            #"\A(?:The\s+)?(?:State|Commonwealth|Territory|Government|County|City)\s+of\s+(?:the\s+)?\w+(?:\s+\w+){0,2}\z"#,
        options: [.caseInsensitive])

    /// A part that is no name of its own: `School of Medicine`, `University Hospitals`, `Medical Centers`.
    private static let goesOn = Pattern(
        literal:
            #"\A(?:(?:School|College|Faculty|Graduate\s+School)\s+of\b|(?:Medical|Health|University|Academic|Regional)\s+(?:Cent(?:er|re)s?|Hospitals?|System|Schools?|Colleges?)\b|of\b|for\b|and\b|&)"#
    )
}
