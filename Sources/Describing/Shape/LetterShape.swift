import Correspondence
import Scanning

/// How a letter is laid out: which lines are its head, where its body begins, where it is signed.
///
/// Finders look for each fact where letters print it, never at its first occurrence in the text.
struct LetterShape: Sendable {
    let lines: LetterLines
    /// Lines before the body: letterhead, date, addresses, subject; of testimony, its cover.
    private(set) var head: Range<Int> = 0..<0
    /// The line that greets the addressee, and where in it the greeting begins.
    private(set) var salutation: (line: Int, part: LinePart)?
    /// The line in which testimony greets its committee.
    private(set) var greeting: Int?
    /// The first line of running prose.
    private(set) var body = 0
    private(set) var closing: Int?
    /// Lines in which people sign.
    private(set) var signature: Range<Int> = 0..<0
    /// Lines that name who is copied.
    private(set) var copied: Range<Int>?
    /// Lines of the inside address, by their index.
    private(set) var address: [Int] = []
    /// The first paragraphs: their page, where they begin on it in scalars, and what stands there.
    private(set) var opening: (page: Int, start: Int, text: IndexedText) = (1, 0, IndexedText(""))

    /// Lines looked through for a salutation: a long letterhead and six addressees.
    private static let headLimit = 140

    init(_ text: ExtractedText) {
        lines = LetterLines(text)
        findSalutation()
        findBody()
        head = 0..<body
        findClosing()
        findSignature()
        findCopied()
        findOpening()
        address = AddressLines(shape: self).find()
    }

    var text: [LetterLine] { lines.text }

    /// The same without an inside address that turns out to be the letterhead.
    func withoutAddress() -> LetterShape {
        var shape = self
        shape.address = []
        return shape
    }

    // MARK: Head

    private mutating func findSalutation() {
        var prose = 0
        for (index, line) in text.prefix(Self.headLimit).enumerated() {
            if let part = Self.salutation(in: line) {
                salutation = (index, part)
                return
            }
            if Prose.isProse(line) { prose += line.count > 200 ? 4 : 1 }
            if prose > 12 { return }
        }
    }

    private static func salutation(in line: LetterLine) -> LinePart? {
        if let match = LineClues.salutation.firstMatch(in: line.text), line.count < 400 {
            return line.part(match.range.lowerBound..<line.text.bytes.count)
        }
        guard line.count < 160 else { return nil }
        if line.has(LineClues.damagedSalutation) {
            return line.part(line.text.range)
        }
        return line.group(of: LineClues.runInSalutation)
    }

    private mutating func findBody() {
        if let salutation {
            body = min(salutation.line + 1, text.count)
            return
        }
        var afterCover = 0
        for (index, line) in text.prefix(Self.headLimit).enumerated() {
            if line.has(LineClues.greeting) {
                greeting = index
                body = index
                return
            }
            guard isBodyStart(index) else { continue }
            // A note about the document stands before its head: "[We have redacted …".
            if index < 3, line.string.hasPrefix("["), afterCover == 0 {
                afterCover = 1
                continue
            }
            body = index
            return
        }
        body = min(text.count, Self.headLimit)
    }

    /// A long paragraph, or two lines of prose in one block.
    private func isBodyStart(_ index: Int) -> Bool {
        let line = text[index]
        guard Prose.isProse(line), !line.has(LineClues.subject) else { return false }
        if line.count > 160 { return true }
        guard line.count > 55, text.indices.contains(index + 1) else { return false }
        let next = text[index + 1]
        // A first paragraph of one sentence, with prose below it.
        if next.block != line.block, line.string.hasSuffix("."), Prose.lowerWords(line) >= 6,
            Prose.isProse(next)
        {
            return true
        }
        guard next.block == line.block, next.count > 40 else { return false }
        return Prose.lowerWords(next) >= 3 || Prose.lowerWords(line) >= 6
    }

    // MARK: Tail

    private mutating func findClosing() {
        for index in body..<max(body, text.count) {
            let line = text[index]
            guard line.count < 120 else { continue }
            if line.count < 60, line.has(LineClues.closing) {
                closing = index
                return
            }
            guard let first = line.string.unicodeScalars.first, "TMWSRC".unicodeScalars.contains(first) else {
                continue
            }
            if line.has(LineClues.runInClosing) || isWeakClosing(index) {
                closing = index
                return
            }
        }
    }

    /// `Thank you,` with a name under it.
    private func isWeakClosing(_ index: Int) -> Bool {
        guard text[index].has(LineClues.weakClosing) else { return false }
        return text[(index + 1)...].prefix(3).contains { PersonName.read($0.string) != nil }
    }

    private mutating func findSignature() {
        guard let closing else {
            signature = unclosedSignature()
            return
        }
        let start = text[closing].has(LineClues.runInClosing) ? closing : closing + 1
        var end = closing + 1
        while end < text.count, !endsSignature(end, since: start) { end += 1 }
        signature = start..<max(start, end)
    }

    private func endsSignature(_ index: Int, since start: Int) -> Bool {
        let line = text[index]
        if line.has(LineClues.copied) || line.has(LineClues.note) { return true }
        if line.has(LineClues.enclosure), !isRuleToSignOn(index) { return true }
        if line.kind == .footnote || line.has(LineClues.subject) { return true }
        if line.count > 160 || (line.count > 60 && Prose.lowerWords(line) > 6) { return true }
        if line.has(LineClues.salutation) { return true }
        // A heading on a further page begins an enclosure.
        return line.page > text[start - (start > 0 ? 1 : 0)].page
            && (line.kind == .heading || index - start > 80)
    }

    /// A drawn line with a name under it: `__________`.
    private func isRuleToSignOn(_ index: Int) -> Bool {
        guard text.indices.contains(index + 1), text[index].string.allSatisfy({ "_-—– \t".contains($0) })
        else { return false }
        return ColumnCells.of(text[index + 1]).contains { PersonName.read($0.string) != nil }
    }

    /// A letter that ends with a name and a title, but without a closing phrase.
    private func unclosedSignature() -> Range<Int> {
        guard salutation != nil || greeting == nil else { return 0..<0 }
        var end = text.count
        while end > body, text[end - 1].kind == .footnote || text[end - 1].has(LineClues.note) { end -= 1 }
        let low = max(body, end - 8)
        guard low < end else { return 0..<0 }
        for index in low..<end {
            guard text[index].count < 60, PersonName.read(text[index].string) != nil,
                index + 1 < end, TitleLine.isTitle(text[index + 1].string),
                !text[index..<end].contains(where: { Prose.isProse($0) })
            else { continue }
            return index..<end
        }
        return 0..<0
    }

    private mutating func findCopied() {
        let start = max(body, signature.upperBound > 0 ? signature.lowerBound : max(body, text.count - 40))
        guard start < text.count else { return }
        guard let first = text[start...].prefix(60).firstIndex(where: { $0.has(LineClues.copied) }) else {
            return
        }
        var end = first + 1
        while end < text.count, end - first < 40 {
            let line = text[end]
            if line.kind == .footnote || line.kind == .heading
                || line.has(LineClues.note) && !line.has(LineClues.street)
                || line.has(LineClues.enclosure) || Prose.isProse(line)
                || line.has(LineClues.contact) && !line.string.contains("@")
                || line.page > text[first].page + 1
            {
                break
            }
            end += 1
        }
        copied = first..<end
    }

    private mutating func findOpening() {
        guard text.indices.contains(body) else { return }
        let first = text[body]
        let scalars = lines.scalars(onPage: first.page, from: first.start, limit: 1_800)
        opening = (first.page, first.start, IndexedText(LetterLines.string(scalars)))
    }
}
