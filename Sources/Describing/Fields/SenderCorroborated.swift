import Correspondence
import Scanning

/// The sender by two signs that agree, where no word of the name says that it is a body's.
extension SenderFinder {
    /// A name in the head that the first paragraphs repeat, or that stands over an address of its own.
    func corroborated() -> Found? {
        guard text.mediaType == .pdf, isWritten else { return nil }
        let opening = shape.opening.text[shape.opening.text.range].lowercased()
        for index in 0..<min(letterheadEnd(), 8) {
            let line = shape.text[index]
            guard line.count < 120, mayHead(line), !AddressLines.isDate(line), !line.has(LineClues.submission)
            else {
                continue
            }
            let parts = Self.parts(of: line.string)
            let whole = parts.joined(separator: " ")
            for part in (Self.withoutInitials(whole).initials == nil ? [] : [whole]) + parts {
                let (name, initials) = Self.withoutInitials(part)
                let isRepeated =
                    opening.contains(name.lowercased())
                    || initials.map { shape.opening.text[shape.opening.text.range].contains($0) } ?? false
                guard isOwnName(name, isRepeated), isRepeated || isOverAddress(index) else { continue }
                let evidence = shape.lines.evidence(
                    line, of: name, rule: "sender.letterhead", isRepeated ? .high : .medium)
                return (name, evidence)
            }
        }
        return nil
    }

    /// - Parameter isRepeated: the first paragraphs name it too, so that `Mothers Against Lead` is no title.
    private func isOwnName(_ name: String, _ isRepeated: Bool) -> Bool {
        let words = name.split(separator: " ")
        guard (2...9).contains(words.count), OrganizationName.isCapitalized(name),
            isHeadName(name, true)
                || isRepeated && words.count > 2 && !name.contains(",")
                    && !signatories.contains(where: { $0.title?.contains(name) ?? false }),
            !name.unicodeScalars.contains(where: { ("0"..."9").contains($0) }),
            isRepeated || !isAddressed(name),
            directory.names.agency(named: name) == nil || OrganizationName.isBody(name)
        else { return false }
        guard let person = PersonName.read(name) else { return true }
        let isSigner = signatories.contains { $0.name == person.name } || signatories.isEmpty
        return !isSigner && person.honorific == nil
    }

    /// A street or a place stands under it, above the date.
    private func isOverAddress(_ index: Int) -> Bool {
        let end = min(letterheadEnd(), index + 3)
        let isUnderSigner =
            index > 0 && signatories.contains { shape.text[index - 1].string.contains($0.name) }
        guard index + 1 < end, index < 2, isUnderSigner || PersonName.read(shape.text[index].string) == nil
        else { return false }
        return shape.text[(index + 1)..<end].contains { $0.has(LineClues.place) || $0.has(LineClues.street) }
    }

    /// What bars, dots and wide blanks divide.
    static func parts(of line: String) -> [String] {
        UndersignedBodies.cells(of: line).flatMap { cell in
            cell.split(whereSeparator: { "|·•".contains($0) }).map { PartyText.trimmed(String($0)) }
        }.filter { !$0.isEmpty }
    }

    /// `ABLE Advocates for Blind Learners & Educators`: the name without its initials.
    private static func withoutInitials(_ name: String) -> (name: String, initials: String?) {
        let words = name.split(separator: " ")
        guard let first = words.first, first.count > 2, first.allSatisfy(\.isUppercase), words.count > 2
        else {
            return (name, nil)
        }
        let initials = words.dropFirst().filter { $0.first?.isUppercase == true }.compactMap(\.first)
        guard String(initials) == first else { return (name, nil) }
        return (words.dropFirst().joined(separator: " "), String(first))
    }

    // MARK: Captions and titles

    private static let from = Pattern(
        literal:
            #"\A(?:FROM|ORGANI[SZ]ATION(?:\s+NAME)?|SUBMITTED\s+BY|SUBMITTER|COMMENTER|SENDER)\s*:\s*(\S.*)\z"#,
        options: [.caseInsensitive])

    /// `From: Coalition of Local Grantees`.
    func caption() -> Found? {
        for line in shape.text[shape.head].prefix(20) {
            guard let part = line.group(of: Self.from),
                OrganizationName.isBody(part.string)
                    || OrganizationName.isCapitalized(part.string)
                        && line.string.lowercased().hasPrefix("org"),
                PersonName.read(part.string) == nil || line.string.lowercased().hasPrefix("org"),
                !TitleLine.isTitle(part.string),
                !part.string.contains("@")
            else { continue }
            return (
                PartyText.trimmed(part.string),
                shape.lines.evidence(line, part.start..<part.end, rule: "sender.caption", .high)
            )
        }
        return nil
    }

    private static let titled = Pattern(
        literal: #"""
            \A(?:joint\s+|public\s+|written\s+|reply\s+)*(?:comments?|submission|response|statement)\s+
            (?:of|from|by|submitted\s+by|on\s+behalf\s+of)\s+(?:the\s+)?(?=\p{Lu})
            """#, options: [.spaced, .caseInsensitive])

    /// `Comments of Public Knowledge Workers on …`.
    func titled() -> Found? {
        for line in shape.text[shape.head].prefix(12) {
            guard let match = Self.titled.firstMatch(in: line.text),
                let phrase = OrganizationName.phrase(in: line.text, at: match.range.upperBound),
                phrase.name.split(separator: " ").count > 1, !isAddressed(phrase.name),
                OrganizationName.isBody(phrase.name) || PersonName.read(phrase.name)?.honorific == nil,
                !signatories.contains(where: { phrase.name.contains($0.name) })
            else { continue }
            let name = Self.withoutPerson(Self.withoutMatter(phrase.name))
            let scalars = line.text.scalarRange(ofBytes: phrase.range)
            return (
                name,
                shape.lines.evidence(
                    line, line.range(of: name) ?? scalars, rule: "sender.title", .medium)
            )
        }
        return nil
    }

    /// `Hill Dental Coalition President Mary Ott` → the body.
    private static func withoutPerson(_ name: String) -> String {
        let words = name.split(separator: " ")
        let before = words.prefix { !NameWords.titles.contains(NameText.bare($0)) }
        let body = before.joined(separator: " ")
        return before.count > 1 && before.count < words.count && OrganizationName.isBody(body) ? body : name
    }

    /// `Hill Pharmacy Exchange on the Proposed Rule` → the name.
    private static func withoutMatter(_ name: String) -> String {
        guard let match = matter.firstMatch(in: IndexedText(name)) else { return name }
        return IndexedText(name)[0..<match.range.lowerBound]
    }

    private static let matter = Pattern(
        literal:
            #"\s+(?:on|to|in|for)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:Proposed|Request|Notice|Draft|Response|Rule|Interim|Advance|Docket|Support|Opposition)\b"#
    )

    private static let dateline = Pattern(
        literal: #"\A\(?\p{Lu}[\p{Lu} .,]{3,30}(?:\([^)]{2,20}\)\s*)?[—–-]+\s*(?=\p{Lu})"#)

    /// `WASHINGTON — Hill Dental Coalition President Mary Ott issued the following statement`.
    func press() -> Found? {
        for line in shape.text.prefix(14) {
            guard let match = Self.dateline.firstMatch(in: line.text),
                let phrase = OrganizationName.phrase(in: line.text, at: match.range.upperBound)
            else { continue }
            let name = Self.withoutPerson(phrase.name)
            guard name != phrase.name, OrganizationName.isBody(name) else { continue }
            return (name, shape.lines.evidence(line, of: name, rule: "sender.press", .medium))
        }
        return nil
    }
}
