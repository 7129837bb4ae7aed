import Correspondence
import Scanning

/// Finds the witness on the cover of testimony: `Testimony of Ana Lee`, or a name with a title under it; else
/// in its first sentence, `I am Ana Lee, Director of …`.
struct Witness {
    let shape: LetterShape

    func find() -> [Signatory] {
        let labelled = afterLabel()
        if !labelled.isEmpty { return labelled }
        let named = onCover()
        if !named.isEmpty { return named }
        return introduced()
    }

    /// Lines where the cover's second copy, on a later page, may stand too.
    private var cover: Range<Int> { shape.head }

    private func afterLabel() -> [Signatory] {
        for index in cover {
            let line = shape.text[index]
            guard
                let match = LineClues.testimonyOf.firstMatch(in: line.text)
                    ?? (line.count < 300 ? Self.inLine.firstMatch(in: line.text) : nil)
            else { continue }
            let end = Self.forum.firstMatch(in: line.text)?.range.lowerBound ?? line.text.bytes.count
            let part = line.part(match.range.upperBound..<max(end, match.range.upperBound))
            if let person = PersonName.read(spaced(part.string)) {
                return [signatory(person, at: index)] + further(after: index)
            }
            guard part.string.isEmpty, index + 1 < cover.upperBound,
                let person = PersonName.read(spaced(shape.text[index + 1].string))
            else { continue }
            return [signatory(person, at: index + 1)] + further(after: index + 1)
        }
        return []
    }

    /// `Coordinating Council Testimony from Ana Lee, …`
    private static let inLine = Pattern(
        literal:
            #"(?:\b[Tt]estimony\s+(?:of|from|by)|\A(?:Delivered|Presented|Submitted|Given|Prepared)\s+by:?)\s+(?=(?:Dr\.\s+|Mr\.\s+|Ms\.\s+|The\s+Hon)?\p{Lu})"#
    )

    /// `Testimony of Ana Lee before the Committee on …`
    private static let forum = Pattern(literal: #",?\s+before\s+the\b"#)

    /// A second witness after `and`, or under the first one's title.
    private func further(after first: Int) -> [Signatory] {
        var found: [Signatory] = []
        for index in (first + 1)..<min(max(first + 1, cover.upperBound), first + 7) {
            let line = shape.text[index]
            if line.has(LineClues.testimonyOf) || line.has(Self.hearing) { break }
            let before = shape.text[index - 1].string
            guard let person = PersonName.read(line.string), person.honorific == nil,
                before == "and" || person.rest.map(TitleLine.isTitle) ?? false
            else { continue }
            found.append(signatory(person, at: index))
        }
        return found
    }

    private static let hearing = Pattern(
        literal: #"\b(?:hearing|before|committee|subcommittee|senate|house|legislature)\b"#,
        options: [.caseInsensitive])

    private func onCover() -> [Signatory] {
        for index in cover where index + 1 < cover.upperBound {
            let line = shape.text[index]
            guard line.count < 70, let person = PersonName.read(line.string) else { continue }
            if TitleLine.isTitle(shape.text[index + 1].string) || person.rest.map(TitleLine.isTitle) ?? false
            {
                return [signatory(person, at: index)]
            }
        }
        return []
    }

    private static let introduction = Pattern(
        literal:
            #"\b(?:[Mm]y\s+name\s+is|I\s+am|I[’']m)\s+((?:Dr\.\s+|Mr\.\s+|Ms\.\s+)?\p{Lu}[\p{L}.’'\-]*(?:\s+\p{Lu}[\p{L}.’'\-]*){1,3})"#
    )

    private func introduced() -> [Signatory] {
        for line in shape.text.prefix(shape.body + 10) {
            guard let part = line.group(of: Self.introduction), let person = PersonName.read(part.string)
            else { continue }
            return [
                Signatory(
                    name: person.name,
                    evidence: shape.lines.evidence(
                        line, of: person.name, rule: "signatory.introduction", .medium))
            ]
        }
        return []
    }

    private func signatory(_ person: PersonName, at index: Int) -> Signatory {
        var block = PartyBlock(lines: [shape.text[index]])
        block.take(person)
        for next in (index + 1)..<min(max(index + 1, cover.upperBound), index + 6) {
            let line = shape.text[next]
            if !DateReader().dates(in: line.string).isEmpty || line.has(Self.hearing)
                || PersonName.read(line.string) != nil
            {
                break
            }
            let goesOn =
                PartyText.isBrokenOff(shape.text[next - 1].string) || line.string.first?.isLowercase == true
            guard goesOn || TitleLine.isTitle(line.string) || OrganizationName.isBody(line.string) else {
                break
            }
            block.take(line)
        }
        return Signatory(
            name: person.name, title: block.title,
            organization: block.bodies.isEmpty ? nil : block.bodies.joined(separator: ", "),
            evidence: shape.lines.evidence(
                shape.text[index], of: person.name, rule: "signatory.witness", .high))
    }

    /// Letters that a scan or a font pulled apart: `M angano`.
    private func spaced(_ text: String) -> String {
        var words: [Substring] = []
        for word in text.split(separator: " ") {
            if let last = words.last, last.count == 1, last.first?.isUppercase == true,
                word.first?.isLowercase == true
            {
                words[words.count - 1] = last + word
            } else {
                words.append(word)
            }
        }
        return words.joined(separator: " ")
    }
}
