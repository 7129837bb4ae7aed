import Scanning

/// The lines of a letter's head that say to whom it goes.
struct AddressLines {
    let shape: LetterShape

    /// Indices of the lines between date and subject or salutation; where nobody stands there, of those before
    /// the date.
    func find() -> [Int] {
        let end = shape.salutation?.line ?? shape.head.upperBound
        var kept: [Int] = []
        var date: Int?
        var inSubject = false
        for index in 0..<end {
            let line = shape.text[index]
            if line.has(LineClues.subject) || line.has(LineClues.bareSubject) {
                inSubject = true
                continue
            }
            if Self.isDate(line) {
                if kept.contains(where: { names($0) }) == false || date == nil { date = index }
                inSubject = false
                continue
            }
            if inSubject, !resumes(line, kept) { continue }
            inSubject = false
            if isOther(line, at: index) { continue }
            kept.append(index)
        }
        if let runIn = runInPlace() { kept.append(runIn) }
        guard let date else { return kept }
        let after = kept.filter { $0 > date }
        return after.contains(where: names) ? after : kept.filter { $0 < date }
    }

    /// After a subject, an address goes on only where none came before it.
    private func resumes(_ line: LetterLine, _ kept: [Int]) -> Bool {
        guard !kept.contains(where: { shape.text[$0].has(LineClues.place) }) else { return false }
        return line.has(LineClues.place) || PersonName.read(line.string)?.honorific != nil
    }

    /// Headings, ways of sending, notes about the document.
    private func isOther(_ line: LetterLine, at index: Int) -> Bool {
        if line.kind == .heading, line.level ?? 2 <= 1, shape.salutation != nil, index < 4,
            !line.has(LineClues.place)
        {
            return true
        }
        if line.has(Self.heading) { return true }
        if line.has(LineClues.submission) || Prose.isProse(line) { return true }
        return line.string.hasPrefix("[") && !line.has(LineClues.redacted)
    }

    private static let heading = Pattern(
        literal: #"\A(?:(?:joint\s+)?comments?|testimony|statement|submission|response|introduction)\b"#,
        options: [.caseInsensitive])

    /// Whether a line names an addressee or places one.
    private func names(_ index: Int) -> Bool {
        let line = shape.text[index]
        return PersonName.read(line.string) != nil || OrganizationName.isBody(line.string)
            || line.has(LineClues.place) || line.has(LineClues.redacted) || TitleLine.isTitle(line.string)
    }

    /// `Washington, DC 20024 Dear Administrator Lee:` ends the address too.
    private func runInPlace() -> Int? {
        guard let salutation = shape.salutation, salutation.part.start > 0,
            shape.text[salutation.line].has(LineClues.place)
        else { return nil }
        return salutation.line
    }

    /// Whether nothing but a date stands on a line.
    static func isDate(_ line: LetterLine) -> Bool {
        guard line.count < 80, let match = DateReader(readsDamaged: true).dates(in: line.string).first else {
            return false
        }
        return DateLabel.of(line, match).isOwnLine
    }
}
