import Correspondence
import Scanning

/// Finds the public bodies that addresses, covers and page feet name, and rolls them up to those that
/// letters are counted under.
struct BodyFinder {
    let shape: LetterShape
    let directory: Directory

    /// The most particular agency of an address.
    func agency(of block: PartyBlock) -> String? {
        let text = block.lines.map(\.string).joined(separator: "\n")
        if let state = stateBody(of: block, text) { return state }
        if let court = court(of: block, text) { return court }
        let ids = directory.names.agencies(in: block.bodies.joined(separator: ", "))
        let chamber = Chamber.of(text)
        if let chamber {
            for body in block.bodies + [block.title ?? ""] {
                if let id = committee(body, chamber) { return id }
            }
        }
        if let id = mostParticular(ids.filter { $0 != "congress" }) { return id }
        if let chamber { return chamber.id }
        return block.title.flatMap { mostParticular(directory.names.agencies(in: $0)) ?? department(of: $0) }
    }

    /// `Secretary of Defense` heads the Department of Defense.
    private func department(of title: String) -> String? {
        let text = IndexedText(title)
        guard let match = Self.secretary.firstMatch(in: text), let range = match[1] else { return nil }
        return directory.names.agency(named: "Department of \(text[range])")
    }

    private static let secretary = Pattern(literal: #"\bSecretary\s+of\s+(?:the\s+)?(\p{Lu}[\w\s&]+)"#)

    /// The most particular agency in a line.
    func agency(in line: String) -> String? {
        mostParticular(directory.names.agencies(in: line)) ?? Chamber.of(line)?.id
    }

    /// The agency that stands below the others; of strangers to one another the last, which is the nearest to
    /// the address.
    private func mostParticular(_ ids: [String]) -> String? {
        var best: String?
        for id in ids {
            guard let current = best else {
                best = id
                continue
            }
            if !directory.agencies.ancestors(of: current).contains(id) { best = id }
        }
        return best
    }

    /// An office named without its department: that of a department written to beside it.
    func office(named name: String, besides addressees: [Addressee]) -> String? {
        for id in addressees.compactMap(\.agency) {
            for above in [id] + directory.agencies.ancestors(of: id) {
                guard let department = directory.agencies[above]?.name else { continue }
                if let office = directory.names.agency(named: "\(name), \(department)") { return office }
            }
        }
        return nil
    }

    // MARK: Congress and legislatures

    /// A state's legislature or one of its chambers: members and committees at a place outside Washington.
    private func stateBody(of block: PartyBlock, _ text: String) -> String? {
        if let state = StateNames.legislature(in: text),
            text.contains("enat") || text.contains("egislat") || text.contains("ssembly")
        {
            return known(state.code, "legislature", chamberOf: text)
        }
        guard let place = block.address.last(where: { StateNames.code(ofPlace: $0) != nil }),
            let code = StateNames.code(ofPlace: place), code != "dc",
            Self.member.isFound(in: IndexedText(text)) || greetsMember(of: block),
            !Self.federal.isFound(in: IndexedText(text))
        else { return nil }
        return known(code, "legislature", chamberOf: text)
    }

    /// Whether the salutation calls an honourable member what his address does not: `Dear Representative Lee`.
    private func greetsMember(of block: PartyBlock) -> Bool {
        guard let name = block.name, block.honorific?.hasSuffix("Honorable") == true,
            block.title == nil, block.organization == nil, let salutation = shape.salutation
        else { return false }
        return SalutationReader.people(in: salutation.part.string).contains {
            Surname.of($0.name) == Surname.of(name) && Self.member.isFound(in: IndexedText($0.honorific))
        }
    }

    private func known(_ code: String, _ whole: String, chamberOf text: String) -> String? {
        let isJoint = text.contains("Joint Committee")
        let isSenate = text.contains("Senate") || text.contains("Senator")
        let isHouse = text.contains("House of") || text.contains("Delegate")
        let id =
            isJoint || isSenate == isHouse ? "\(code)-\(whole)" : "\(code)-\(isSenate ? "senate" : "house")"
        return [id, "\(code)-\(whole)"].first { directory.agencies[$0] != nil }
    }

    private static let member = Pattern(
        literal:
            #"\b(?:Senator|Representative|Delegate|Assembly(?:man|woman|member)|Joint\s+Committee|State\s+House|State\s+Senate)\b"#
    )
    private static let federal = Pattern(
        literal: #"\b(?:U\.?\s?S\.?|United\s+States|Congress\w*)\b"#)

    /// A committee named without its chamber, or with it.
    private func committee(_ body: String, _ chamber: Chamber) -> String? {
        guard body.lowercased().contains("ommittee") else { return nil }
        let plain = body.replacing(" & ", with: " and ")
        let parts =
            [plain] + plain.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == ":" }).map(String.init)
        for part in parts.map(PartyText.trimmed) where part.lowercased().contains("ommittee") {
            for name in [part, "\(chamber.name) \(part)"] {
                let ids = directory.names.agencies(in: name)
                if let id = ids.first(where: { $0.hasPrefix(chamber.id + "-") }) { return id }
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
        let known = lines.filter { $0.count < 400 }
        return stateForum(known) ?? federalForum(known)
    }

    private func stateForum(_ lines: [LetterLine]) -> (id: String, evidence: Evidence)? {
        guard let line = lines.first(where: { StateNames.legislature(in: $0.string) != nil }),
            let state = StateNames.legislature(in: line.string),
            let id = known(
                state.code, "legislature", chamberOf: lines.prefix(14).map(\.string).joined(separator: "\n"))
        else { return nil }
        return found(id, line)
    }

    /// The first committee that is named; where only its chamber is, that.
    private func federalForum(_ lines: [LetterLine]) -> (id: String, evidence: Evidence)? {
        var chamberOnly: (chamber: Chamber, line: LetterLine)?
        var unplaced: LetterLine?
        for (index, line) in lines.enumerated() where line.has(Self.body) {
            let following = lines.dropFirst(index + 1).prefix(2).map(\.string).joined(separator: " ")
            let before = index > 0 ? lines[index - 1].string : ""
            let chamber =
                chamberOnly?.chamber ?? Chamber.of(line.string) ?? Chamber.of(following) ?? Chamber.of(before)
            guard let chamber else {
                if line.has(Self.before), let id = directory.names.agencies(in: line.string).first {
                    return found(id, line)
                }
                if !Prose.isProse(line), line.has(Self.panel) { unplaced = line }
                continue
            }
            let named = [line.string, "\(line.string) \(following)", before].lazy.compactMap {
                self.committee($0, chamber)
            }
            if let id = named.first { return found(id, line) }
            chamberOnly = chamberOnly ?? (chamber, line)
        }
        return chamberOnly.map { found($0.chamber.id, $0.line) } ?? unplaced.flatMap { placed($0, lines) }
    }

    /// A committee whose chamber only the room of the hearing tells: `2154 Rayburn HOB`.
    private func placed(_ line: LetterLine, _ lines: [LetterLine]) -> (id: String, evidence: Evidence)? {
        let room = lines.lazy.filter { $0.count < 80 && !Prose.isProse($0) }.compactMap {
            Chamber.of($0.string)
        }
        guard let chamber = room.first else { return nil }
        return found(committee(line.string, chamber) ?? chamber.id, line)
    }

    private static let panel = Pattern(literal: #"\bcomm\s?ittee\b"#, options: [.caseInsensitive])

    private func found(_ id: String, _ line: LetterLine) -> (id: String, evidence: Evidence) {
        (id, shape.lines.evidence(line, rule: "agency.committee", .medium))
    }

    private static let body = Pattern(
        literal:
            #"\b(?:sub)?comm\s?itt\s?ees?\b|\bsenate\b|\bhouse\s+of\s+representatives\b|\bcongress\b|\blegislature\b|\bcommission\b"#,
        options: [.caseInsensitive])
    private static let before = Pattern(literal: #"\A(?:before|to)\b"#, options: [.caseInsensitive])
    private static let foot = Pattern(literal: #"\bcomm\s?ittee\b"#, options: [.caseInsensitive])

    // MARK: Courts

    /// The court of an address; where the address does not say which, its city, the subject and the first
    /// paragraph do.
    private func court(of block: PartyBlock, _ text: String) -> String? {
        guard CourtNames.mark.isFound(in: IndexedText(text)) else { return nil }
        let subject = shape.text[shape.head].filter { $0.has(LineClues.subject) }.map(\.string)
        let opening = shape.opening.text
        let ids =
            [CourtNames.id(in: text), subject.lazy.compactMap { CourtNames.id(in: $0) }.first]
            + [
                block.address.last.flatMap { text.contains("ircuit") ? nil : seat($0, text) },
                CourtNames.id(in: opening[opening.range]),
            ]
        return ids.lazy.compactMap { $0 }.first { directory.agencies[$0] != nil }
    }

    /// A district court is known by its city; a clerk alone may be a court of appeals'.
    private func seat(_ place: String, _ text: String) -> String? {
        text.contains("istrict") ? CourtNames.id(sittingIn: place) : nil
    }

    /// The body that the first paragraph urges, where the address names none.
    func urged() -> (id: String, evidence: Evidence)? {
        let text = shape.opening.text
        guard let match = Self.urge.firstMatch(in: text),
            let phrase = OrganizationName.phrase(in: text, at: match.range.upperBound)
        else { return nil }
        let id =
            CourtNames.id(in: phrase.name).flatMap { directory.agencies[$0]?.id } ?? agency(in: phrase.name)
        guard let id else { return nil }
        let scalars = text.scalarRange(ofBytes: phrase.range)
        let start = shape.opening.start
        return (
            id,
            shape.lines.evidence(
                page: shape.opening.page, .text, start + scalars.lowerBound, start + scalars.upperBound,
                rule: "agency.urged", .low)
        )
    }

    private static let urge = Pattern(
        literal:
            #"\b(?:urg(?:e|ing)|ask(?:ing)?|request(?:ing)?|write\s+to|writing\s+to|encourag(?:e|ing))\s+(?:that\s+)?(?:the\s+)?(?=\p{Lu})"#
    )

    // MARK: Counting

    /// The body under which a letter is counted: a committee's chamber, an office's agency or department.
    func counted(_ id: String) -> String {
        if id.hasPrefix("us-house") { return "us-house" }
        if id.hasPrefix("us-senate") { return "us-senate" }
        guard let agency = directory.agencies[id], let parent = agency.parent,
            !Self.umbrellas.contains(parent),
            directory.agencies[parent] != nil, isPart(agency, of: parent)
        else { return id }
        return counted(parent)
    }

    /// Parents that are no one's addressee.
    private static let umbrellas: Set<String> = ["eop", "congress", "arts"]

    /// An office or division, or whatever stands within an agency of a department.
    private func isPart(_ agency: Agency, of parent: String) -> Bool {
        if let above = directory.agencies[parent]?.parent, !Self.umbrellas.contains(above) { return true }
        let name = PartyText.trimmed(String(agency.name.prefix { $0 != "," })).lowercased()
        return name.hasPrefix("office")
            || ["division", "branch", "section", "program", "office"].contains { name.hasSuffix($0) }
    }
}
