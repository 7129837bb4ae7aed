import Correspondence
import Scanning

/// Tells what sort of correspondence a letter is, from its head and its first sentences.
struct KindFinder {
    let shape: LetterShape
    let text: ExtractedText

    func find() -> Evidenced<LetterKind> {
        if let memo = memo() { return memo }
        if let spoken = spoken() { return spoken }
        if shape.salutation != nil || shape.closing != nil || hasAddress() { return written() }
        if let comment = comment() { return comment }
        if let notice = line(in: shape.head, Self.notice) {
            return made(.notice, notice, "kind.heading", .medium)
        }
        if let open = line(in: shape.head, Self.openLetter) {
            return made(.letter, open, "kind.heading", .medium)
        }
        let isPage = text.mediaType == .html || text.mediaType == .xhtml
        return made(isPage ? .page : .other, shape.text.first, "kind.none", .low)
    }

    // MARK: Memo

    /// TO, FROM and a subject, each on a line of its own.
    private func memo() -> Evidenced<LetterKind>? {
        var seen: Set<String> = []
        var first: LetterLine?
        for line in shape.text.prefix(40) {
            guard let part = line.group(of: LineClues.memoCaption) else { continue }
            seen.insert(part.string.uppercased())
            first = first ?? line
        }
        guard seen.contains("TO"), seen.contains("FROM"), shape.salutation == nil else { return nil }
        return made(.memo, first, "kind.caption", .high)
    }

    // MARK: Testimony and statements

    private func spoken() -> Evidenced<LetterKind>? {
        guard shape.salutation == nil || coverBeforeSalutation() else { return nil }
        let head = shape.head
        if let record = line(in: head, Self.record) { return made(.statement, record, "kind.cover", .high) }
        let isBefore = line(in: head, Self.before)
        if let of = line(in: head, Self.testimony) { return made(.testimony, of, "kind.cover", .high) }
        if let isBefore, shape.greeting != nil || line(in: head, Self.statement) != nil {
            return made(.testimony, isBefore, "kind.cover", .high)
        }
        if let statement = line(in: head, Self.statement) {
            let greets = shape.greeting != nil
            return made(greets ? .testimony : .statement, statement, "kind.cover", greets ? .high : .medium)
        }
        guard let greeting = shape.greeting else { return hearing() }
        let isTestimony = shape.text[greeting...].prefix(12).contains { $0.has(Self.testify) }
        return made(isTestimony ? .testimony : .statement, shape.text[greeting], "kind.greeting", .medium)
    }

    /// A cover that names a hearing, or first sentences that thank for the chance to testify.
    private func hearing() -> Evidenced<LetterKind>? {
        if let hearing = line(in: shape.head, Self.hearing) {
            return made(.testimony, hearing, "kind.cover", .medium)
        }
        guard shape.salutation == nil,
            let line = shape.text[shape.body...].prefix(14).first(where: { $0.has(Self.testify) })
        else { return nil }
        return made(.testimony, line, "kind.opening", .medium)
    }

    /// A statement may greet its committee with "Dear Chairman".
    private func coverBeforeSalutation() -> Bool {
        guard let salutation = shape.salutation else { return true }
        return shape.text[..<salutation.line].contains {
            $0.has(Self.record) || $0.has(Self.testimony) && $0.count < 90
        }
    }

    private static let record = Pattern(
        literal: #"\bstatement\s+for\s+the\s+record\b"#, options: [.caseInsensitive])
    private static let testimony = Pattern(
        literal:
            #"\A(?:written\s+|prepared\s+|oral\s+|joint\s+|public\s+)*testimony\b|\btestimony\s+(?:of|from|by|before)\b|\bwitness\s+appearing\b"#,
        options: [.caseInsensitive])
    private static let statement = Pattern(
        literal:
            #"\A(?:written\s+|prepared\s+|opening\s+)*(?:statement|remarks)\b(?:\s+(?:of|by|from|on|as)\b|\s*\z|\s*:)"#,
        options: [.caseInsensitive])
    private static let before = Pattern(
        literal:
            #"\bbefore\s+the\b.*\b(?:committee|subcommittee|house|senate|commission|legislature|council)\b|\Abefore\s+the\s*\z"#,
        options: [.caseInsensitive])
    private static let hearing = Pattern(
        literal: #"\A(?:legislative\s+|field\s+)?hearing\b|\bhearing\s+(?:on|entitled)\b"#,
        options: [.caseInsensitive])
    private static let testify = Pattern(
        literal:
            #"\b(?:to\s+testify|to\s+submit\s+testimony|my\s+testimony|written\s+testimony|this\s+testimony|appear\s+before\s+you|before\s+this\s+(?:sub)?committee|here\s+today)\b"#,
        options: [.caseInsensitive])
    private static let notice = Pattern(
        literal: #"\A(?:public\s+)?notice\b|\bnotice\s+of\s+"#, options: [.caseInsensitive])
    private static let openLetter = Pattern(literal: #"\bopen\s+letter\b"#, options: [.caseInsensitive])

    // MARK: Letters and comments

    private func hasAddress() -> Bool {
        guard shape.head.count < 40 else { return false }
        let head = shape.text[shape.head]
        return head.contains { $0.has(LineClues.place) }
            && head.contains { line in
                DateReader().dates(in: line.string).contains { DateLabel.of(line, $0).isOwnLine }
            }
    }

    private func written() -> Evidenced<LetterKind> {
        if let comment = comment() { return comment }
        if let salutation = shape.salutation {
            let evidence = shape.lines.evidence(
                shape.text[salutation.line], salutation.part.start..<salutation.part.end,
                rule: "kind.salutation", .high)
            return Evidenced(.letter, evidence)
        }
        return made(.letter, shape.closing.map { shape.text[$0] } ?? shape.text.first, "kind.layout", .medium)
    }

    private func comment() -> Evidenced<LetterKind>? {
        for index in shape.head where shape.text[index].has(Self.docket) {
            return made(.comment, shape.text[index], "kind.docket", .high)
        }
        let opening = shape.text[shape.body...].prefix { $0.page <= shape.text[shape.body].page }
        var scalars = 0
        for line in opening {
            if line.has(Self.comments) { return made(.comment, line, "kind.opening", .medium) }
            scalars += line.count
            if scalars > 1_400 { break }
        }
        return nil
    }

    private static let docket = Pattern(
        literal:
            #"\b(?:request\s+for\s+(?:information|comments?)|proposed\s+rule(?:making)?|NPRM|ANPRM|RFI|notice\s+of\s+proposed|interim\s+final|docket|file\s+code|CMS[-–—]\d{4}[-–—](?:P|IFC|NC|FC|PN|N)|federal\s+register\s+notice|request\s+for\s+public)\b"#,
        options: [.caseInsensitive])
    private static let comments = Pattern(
        literal:
            #"\b(?:(?:submit|offer|provide|submitting|providing|file|filing)\w*\s+(?:\w+\s+){0,4}comments?|comments?\s+(?:\w+\s+){0,4}(?:in\s+response\s+to|on\s+the\s+(?:proposed|notice|request|interim))|in\s+response\s+to\s+(?:\S+\s+){0,12}(?:request\s+for\s+(?:information|comments?)|proposed\s+rule|notice\s+of\s+proposed|federal\s+register)|comment(?:ing)?\s+on\s+(?:\S+\s+){0,8}(?:proposed|rule|notice|regulation|NPRM)|(?:request\s+for\s+information|notice\s+of\s+proposed\s+rulemaking|proposed\s+rule|advance\s+notice))\b"#,
        options: [.caseInsensitive])

    // MARK: Parts

    private func line(in range: Range<Int>, _ pattern: Pattern) -> LetterLine? {
        shape.text[range].first { $0.count < 250 && $0.has(pattern) }
    }

    private func made(
        _ kind: LetterKind, _ line: LetterLine?, _ rule: String, _ confidence: Evidence.Confidence
    ) -> Evidenced<LetterKind> {
        guard let line else {
            return Evidenced(kind, Evidence(place: .field, quote: "", rule: rule, confidence: .low))
        }
        return Evidenced(kind, shape.lines.evidence(line, rule: rule, confidence))
    }
}
