import Correspondence
import Scanning

/// Finds the title on the cover of testimony or of a submission.
struct CoverTitle {
    let shape: LetterShape

    func find() -> Evidenced<String>? {
        position() ?? labelled() ?? quoted() ?? afterOn() ?? plain()
    }

    /// `In support of HB 1379, “An act …”`: what is spoken for or against.
    private func position() -> Evidenced<String>? {
        let first = shape.head.first { shape.text[$0].has(Self.side) && shape.text[$0].count < 250 }
        return first.flatMap { joined($0, through: runEnd($0), at: 0) }
    }

    private static let side = Pattern(
        literal: #"\Ain\s+(?:support|favor|opposition)\s+(?:of|to)\s+(?=.*\d)"#, options: [.caseInsensitive])

    private static let label = Pattern(
        literal:
            #"\A(?:Legislative\s+|Joint\s+.{0,60})?(?:Hearing(?:\s+(?:Title|on|entitled)|,?\s+Re)?|Roundtable|Title)\s*(?::\s*|\s+(?=on\b))"#
    )

    private func labelled() -> Evidenced<String>? {
        for index in shape.head {
            let line = shape.text[index]
            guard let match = Self.label.firstMatch(in: line.text) else { continue }
            let part = line.part(match.range)
            guard DateReader().dates(in: line.string).isEmpty else { continue }
            if part.end < line.count {
                return joined(index, through: runEnd(index), at: part.string.contains(":") ? part.end : 0)
            }
            guard index + 1 < shape.head.upperBound else { continue }
            return joined(index + 1, through: runEnd(index + 1), at: 0)
        }
        return nil
    }

    /// The last line of a title that begins here: where its quotation closes, else where another part begins.
    private func runEnd(_ first: Int) -> Int {
        guard shape.text[first].string.unicodeScalars.contains(where: { "“\"".unicodeScalars.contains($0) })
        else { return end(from: first) }
        let limit = max(first, min(first + 4, shape.head.upperBound - 1))
        let close = (first...limit).first { closes($0) && shape.text[$0].page == shape.text[first].page }
        return close ?? first
    }

    private func quoted() -> Evidenced<String>? {
        for index in shape.head {
            guard let first = shape.text[index].string.unicodeScalars.first,
                "“\"".unicodeScalars.contains(first)
            else { continue }
            return joined(index, through: runEnd(index), at: 0)
        }
        return nil
    }

    private func closes(_ index: Int) -> Bool {
        let line = shape.text[index].string
        return line.contains("”") || (line.hasSuffix("\"") && line.count > 1)
    }

    /// `STATEMENT` / `on` / the title, up to the next label.
    private func afterOn() -> Evidenced<String>? {
        guard let on = shape.head.first(where: { shape.text[$0].string.lowercased() == "on" }),
            on + 1 < shape.head.upperBound
        else { return nil }
        var last = on + 1
        while last + 1 < shape.head.upperBound, last - on < 5, isTitlePart(last + 1) { last += 1 }
        return joined(on + 1, through: last, at: 0)
    }

    private func isTitlePart(_ index: Int) -> Bool {
        let line = shape.text[index]
        return !line.has(Self.cover) && !line.has(LineClues.testimonyOf)
            && DateReader().dates(in: line.string).isEmpty
            && line.page == shape.text[index - 1].page && !isWitness(index)
    }

    /// The first line that is no name, title, body, date, place or label.
    private func plain() -> Evidenced<String>? {
        for index in shape.head where isPlain(index) {
            return joined(index, through: end(from: index), at: 0)
        }
        return nil
    }

    private func end(from first: Int) -> Int {
        var last = first
        while last + 1 < shape.head.upperBound, last - first < 4, isPlain(last + 1, further: true),
            shape.text[last + 1].page == shape.text[first].page, shape.text[last].count > 12
        {
            last += 1
        }
        return last
    }

    private func isPlain(_ index: Int, further: Bool = false) -> Bool {
        let line = shape.text[index]
        guard line.count > 8, line.count < 250, !line.string.hasSuffix("."), Prose.lowerWords(line) < 4 else {
            return false
        }
        if line.has(Self.cover) || line.has(LineClues.testimonyOf) || line.has(LineClues.contact) {
            return false
        }
        if line.has(LineClues.place) || line.has(LineClues.street) || line.has(LineClues.greeting) {
            return false
        }
        if !DateReader().dates(in: line.string).isEmpty || line.has(Self.time) { return false }
        if isPlaceName(line.string) || line.has(Self.table) { return false }
        if isWitness(index) || TitleLine.isTitle(line.string) || Prose.isProse(line) { return false }
        if !further, goesOn(index) { return false }
        if OrganizationName.isBody(line.string), !further || line.has(Self.ownBody) { return false }
        return line.string.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    /// `Boston, Massachusetts`: where it was said.
    private func isPlaceName(_ line: String) -> Bool {
        guard line.count < 40, let comma = line.lastIndex(of: ",") else { return false }
        return StateNames.codes[PartyText.trimmed(String(line[line.index(after: comma)...])).lowercased()]
            != nil
    }

    /// A name with a title under it or a label over it.
    private func isWitness(_ index: Int) -> Bool {
        guard PersonName.read(shape.text[index].string) != nil else { return false }
        if index + 1 < shape.text.count, TitleLine.isTitle(shape.text[index + 1].string) { return true }
        return index > 0 && shape.text[index - 1].has(LineClues.testimonyOf)
    }

    /// A line that goes on with the title or the body of the line before.
    private func goesOn(_ index: Int) -> Bool {
        guard index > 0, shape.text[index].page == shape.text[index - 1].page else { return false }
        if shape.text[index - 1].string.lowercased() == "on" { return false }
        return shape.text[index].string.first?.isLowercase == true
            || PartyText.isBrokenOff(shape.text[index - 1].string)
            || shape.text[index - 1].string.hasSuffix(",")
    }

    private static let cover = Pattern(
        literal:
            #"\A(?:(?:written\s+|prepared\s+|oral\s+)*(?:testimony|statement|remarks|comments?)\b|text\s+of\s+|prepared\s+for|document\s+number|public\s+hearing\s*(?:\z|before\b)|[\w\s,&]+\btask\s+force\z|\[|before\s+the|submi|witness|to\s+the|for\s+the|on\s*\z|joint\s+submission|in\s+response\s+to|federal\s+register|docket|presented|sub-?comm?itt?ee|u\.?\s?s\.?\s+house|united\s+states|house\b|senate\b|\W+\z|good\s|(?:[ivx]+\.\s+)?introduction|\w+,\s+[A-Z]{2}\z)|\bredacted|subcommittee|\bcommittee\b|\bnominee\b"#,
        options: [.caseInsensitive])

    private static let ownBody = Pattern(
        literal: #"\b(?:office\s+of|department\s+of|committee|subcommittee|institute|council)\b"#,
        options: [.caseInsensitive])

    /// A row of a table: `"A-1","B","C",`.
    private static let table = Pattern(literal: #"(?:"?,"[^"]*"){3}|(?:[^,]*,){8}"#)

    private static let time = Pattern(
        literal: #"\b\d{1,2}(?::\d{2})?\s*[ap]\.?m\b|\bRoom\b|\bBuilding\b"#, options: [.caseInsensitive])

    private func joined(_ first: Int, through last: Int, at offset: Int) -> Evidenced<String>? {
        var words: [String] = []
        for index in first...last {
            let scalars = Array(shape.text[index].string.unicodeScalars)
            words.append(LetterLines.string(scalars[(index == first ? min(offset, scalars.count) : 0)...]))
        }
        let value = SubjectText.clean(words)
        guard !value.isEmpty else { return nil }
        let evidence = shape.lines.evidence(
            from: shape.text[first], at: offset, to: shape.text[last], rule: "subject.cover", .medium)
        return Evidenced(value, evidence)
    }
}
