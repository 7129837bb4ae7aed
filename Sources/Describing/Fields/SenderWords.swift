import Correspondence
import Scanning

/// The sender as the letter speaks of it.
extension SenderFinder {
    static let behalf = Pattern(
        literal:
            #"\b[Oo]n\s+behalf\s+of\s+(?:the\s+)?(?:(?:more|over|members)\s+.{0,60}\bof\s+(?:the\s+)?)?(?=\p{Lu})"#
    )
    /// `As Chair of …`, `I am the executive director of …`, `in my capacity as President of …`.
    static let capacity = Pattern(
        literal: #"""
            (?:\b[Aa]s\s+|\bI\s+am\s+|\bI[’']m\s+|\b(?:I\s+am|[Mm]y\s+name\s+is)\s+\p{Lu}[^.;:]{3,60}?,?\s+)[^.;:]{0,70}?
            \b(?:[Cc]hair(?:man|woman|person)?|[Pp]resident|[Dd]irector|CEO|[Oo]fficer|[Cc]ounsel|[Aa]nalyst|[Ff]ellow|[Vv]olunteer|[Aa]dvocate|[Mm]anager|[Cc]oordinator|[Ff]ounder)
            \s+(?:of|for|at|with)\s+(?:the\s+)?(?=\p{Lu})
            """#, options: [.spaced])
    /// `The National Grange (NG) …`: a name with its initials in brackets. One of which something is, or that something
    /// comes from, is passed over whole: `of the U.S. Board on Records (Board)` names no Board on Records.
    static let abbreviated = Pattern(
        literal: #"""
            \b(?:of|(?:of|by|to|from)\ the)\ \p{Lu}[\p{L}.&’'\-]*
                (?:\s+(?:\p{Lu}[\p{L}.,&’'\-]*|of|for|and|the|on|in|&)){1,10}\s+
                \([“"]?(?:the\s+[“"])?\p{Lu}[\p{L}&\-]{1,11}[”"]?\)(*SKIP)(*FAIL)
            |(?=\b\p{Lu}[\p{L}.&’'\-]*(?:\s+(?:\p{Lu}[\p{L}.,&’'\-]*|of|for|and|the|on|in|&)){1,10}\s+
                \([“"]?(?:the\s+[“"])?(\p{Lu}[\p{L}&\-]{1,11})[”"]?\))
            """#, options: [.spaced])
    /// `The National Grange submits …`, at a sentence's beginning.
    static let subjectOf = Pattern(
        literal:
            #"(?:\A|[.!?]\s+)(?:[Tt]he\s+)?(?=\p{Lu}[\p{L}.&’'\-]*(?:\s+(?:\p{Lu}[\p{L}.&’'\-]*|of|for|and|the|on|in|&)){1,10}\s+(?:\([^)]{2,24}\)\d{0,2}\s+)?(?:submits?|appreciates?|is\s+(?:pleased|writing|an?\b)|writes?|thanks?|urges?|respectfully|welcomes?|supports?|commends?|applauds?|offers?|has\s+(?:reviewed|long)|are\s+pleased|strongly))"#
    )

    func ownWords() -> Found? {
        ownWord(Self.behalf, rule: "sender.behalf", .medium)
            ?? inspector()
            ?? ownWord(Self.capacity, rule: "sender.capacity", .medium)
            ?? ownWord(Self.subjectOf, rule: "sender.opening", .medium, onlyBodies: true)
            ?? mailbox()
            ?? ownWord(Self.abbreviated, rule: "sender.opening", .low, onlyBodies: true)
            ?? named()
    }

    /// `The Interstate Records Exchange appreciates the opportunity to comment …`: a name no word of which says that
    /// it is a body's, where only a writer can be meant.
    static let writer = Pattern(
        literal: #"""
            (?:\A|[.!?]\s+|\n\s*\n)(?:[Tt]he\s+)?
            (?=\p{Lu}[\p{L}\p{N}.&’'\-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}.,&’'\-]*|of|for|and|the|on|in|&)){1,10}\s+
               (?:\([^)]{2,40}\)\d{0,2},?\s+)?
               (?:(?:respectfully\s+|is\s+pleased\s+to\s+|would\s+like\s+to\s+|hereby\s+|jointly\s+)?
                  (?:submits?|offers?|provides?)\s+(?:this|these|the\s+following|our|its|written|comments?|a\s+statement)
                 |(?:appreciates?|welcomes?|is\s+grateful\s+for)\s+(?:the|this|your|an)\s+(?:opportunity|chance|draft|proposed|Committee|Subcommittee)
                 |(?:respectfully\s+|herein\s+|hereby\s+)?responds?\s+to\b
                 |(?:is|are)\s+(?:pleased|writing|grateful|responding)\b
                 |thanks?\s+(?:you|the\s|HHS|CMS|NIH|FDA|CDC|Chair|members)
                 |writes?\s+to\b|urges?\s+(?:CMS|HHS|the|you)\b))
            """#, options: [.spaced])

    private func named() -> Found? {
        guard let found = ownWord(Self.writer, rule: "sender.opening", .low),
            directory.names.agency(named: found.name) == nil, !TitleLine.isTitle(found.name),
            !signatories.contains(where: { $0.name == found.name })
        else { return nil }
        return found
    }

    static let office = Pattern(literal: #"\bOffice\s+of\s+(?:the\s+)?Inspector\s+General\b"#)

    /// A department's inspector, who seldom names more than the office.
    func inspector() -> Found? {
        let lines = shape.text[shape.signature] + shape.text[shape.head]
        guard
            signatories.contains(where: { $0.title?.contains("Inspector General") ?? false })
                || lines.contains(where: { $0.string.contains("Inspector General") })
        else { return nil }
        let text = shape.opening.text
        if let match = Self.office.firstMatch(in: text) {
            let scalars = text.scalarRange(ofBytes: match.range)
            let start = shape.opening.start
            let evidence = shape.lines.evidence(
                page: shape.opening.page, .text, start + scalars.lowerBound, start + scalars.upperBound,
                rule: "sender.opening", .medium)
            return (NameText.joined(text[match.range]), evidence)
        }
        guard let line = lines.first(where: { $0.string.contains("Inspector General") }) else { return nil }
        return (
            "Office of Inspector General",
            shape.lines.evidence(line, of: "Inspector General", rule: "sender.title", .low)
        )
    }

    /// The name that follows a pattern in the first paragraphs.
    func ownWord(
        _ pattern: Pattern, rule: String, _ confidence: Evidence.Confidence, onlyBodies: Bool = false
    ) -> Found? {
        let opening = shape.opening
        var found: Found?
        pattern.search(opening.text) { match in
            guard let phrase = OrganizationName.phrase(in: opening.text, at: match.range.upperBound),
                phrase.name.split(separator: " ").count > 1, !isAddressed(phrase.name),
                !isYours(match.range.lowerBound),
                !onlyBodies || OrganizationName.isBody(phrase.name) && !TitleLine.isTitle(phrase.name)
            else { return true }
            let scalars = opening.text.scalarRange(ofBytes: phrase.range)
            let evidence = shape.lines.evidence(
                page: opening.page, .text, opening.start + scalars.lowerBound,
                opening.start + scalars.upperBound,
                rule: rule, confidence)
            found = (phrase.name, evidence)
            return false
        }
        return found
    }

    /// `In your capacity as Chair of …`, `your request on behalf of …`: the addressee's, not the writer's.
    func isYours(_ byte: Int) -> Bool {
        let text = shape.opening.text
        return Self.yours.isFound(in: text, range: max(0, byte - 45)..<byte)
    }

    static let yours = Pattern(literal: #"\b[Yy]our\b"#)

    static let mail = Pattern(literal: #"[\w.+\-]+@([\w\-]+(?:\.[\w\-]+)+)"#)

    /// The mailbox that a letter gives for answers, where it is a known agency's.
    func mailbox() -> Found? {
        let end = shape.signature.upperBound > 0 ? shape.signature.upperBound : shape.text.count
        for line in shape.text[max(shape.body, min(end, shape.text.count) - 40)..<min(end, shape.text.count)]
        where line.string.contains("@") {
            guard let part = line.group(of: Self.mail) else { continue }
            let domain = part.string.lowercased()
            let owner = directory.agencies.agencies.first { agency in
                agency.domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
            }
            guard let owner, !addressees.contains(where: { $0.agency == owner.id }) else { continue }
            return (
                owner.name, shape.lines.evidence(line, part.start..<part.end, rule: "sender.mailbox", .medium)
            )
        }
        return nil
    }

    static let together = Pattern(
        literal: #"\bjoint\s+(?:submission|comments?|letter)\s+(?:by|of|from)\b"#, options: [.caseInsensitive]
    )

    /// `A joint submission by the following organizations`, each in a heading of its own.
    func joint() -> Found? {
        guard shape.salutation == nil, Self.together.isFound(in: shape.opening.text) else { return nil }
        let lines = shape.text[shape.body...].prefix(60).enumerated().filter { offset, line in
            let before = offset > 0 ? shape.text[shape.body + offset - 1].block : -1
            return line.count < 80 && line.block != before && OrganizationName.isBody(line.string)
        }.map(\.element)
        guard lines.count > 1, let first = lines.first else { return nil }
        return (
            lines.prefix(6).map { PartyText.trimmed($0.string) }.joined(separator: "; "),
            shape.lines.evidence(first, rule: "sender.joint", .medium)
        )
    }

    func isAddressed(_ name: String) -> Bool {
        let key = BodyNames.key(name)
        return addressees.contains { addressee in
            [addressee.organization, addressee.office, addressee.name].contains {
                $0.map(BodyNames.key) == key
            }
        }
    }
}
