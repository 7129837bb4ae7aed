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
        if let comment = comment(), ["kind.docket", "kind.request"].contains(comment.evidence.rule) {
            return comment
        }
        if let comments = line(in: shape.head, Self.commentsOf) {
            return made(.comment, comments, "kind.heading", .medium)
        }
        if let title = text.document.title, Self.openLetter.isFound(in: IndexedText(title)) {
            return Evidenced(
                .letter, Evidence(place: .field, quote: title, rule: "document.title", confidence: .medium))
        }
        if let notice = line(in: shape.head, Self.notice) {
            return made(.notice, notice, "kind.heading", .medium)
        }
        if let open = line(in: shape.head, Self.openLetter) {
            return made(.letter, open, "kind.heading", .medium)
        }
        if let statement = statedOnPage() { return statement }
        return made(isPage ? .page : .other, shape.text.first, "kind.none", .low)
    }

    /// A web page, or the text of one: plain text without a letter's parts that is set in lists.
    private var isPage: Bool {
        switch text.mediaType {
        case .html, .xhtml: true
        case .plain, .markdown:
            shape.text.count { $0.kind == .listItem || $0.string.hasPrefix("- ") } >= Self.fewestItemsOfPage
        case .pdf, .docx, .email: false
        }
    }

    private static let fewestItemsOfPage = 3

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
        guard seen.contains("TO") || seen.contains("FOR"), seen.contains("FROM"), shape.salutation == nil,
            !isMail
        else { return nil }
        return made(.memo, first, "kind.caption", .high)
    }

    /// An e-mail's captions are no memo's.
    private var isMail: Bool { shape.text.prefix(12).contains { $0.has(Self.mailCaption) } }

    private static let mailCaption = Pattern(
        literal: #"\AFrom\s*:.*\S@\S|\ASent\s*:"#, options: [.caseInsensitive])

    // MARK: Testimony and statements

    private func spoken() -> Evidenced<LetterKind>? {
        guard shape.salutation == nil || coverBeforeSalutation() else { return nil }
        let head = shape.head
        if let record = line(in: head, Self.record) { return made(.statement, record, "kind.cover", .high) }
        if shape.greeting == nil, let record = line(in: head, Self.ownRecord),
            line(in: head, LineClues.testimonyOf, Self.person) == nil
        {
            return made(.statement, record, "kind.cover", .medium)
        }
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
            let line = shape.text.prefix(shape.body + 14).first(where: { $0.has(Self.testify) })
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

    /// A web page that prints a statement to the press: its title says so, its first paragraph has a dateline.
    private func statedOnPage() -> Evidenced<LetterKind>? {
        guard let title = shape.text.prefix(4).first(where: { $0.kind == .heading && $0.has(Self.stated) }),
            Dateline.find(in: shape) != nil
        else { return nil }
        return made(.statement, title, "kind.dateline", .medium)
    }

    private static let stated = Pattern(
        literal: #"\bstatement\s+(?:on|by|from|of|regarding|about)\b"#, options: [.caseInsensitive])

    private static let record = Pattern(
        literal: #"\bstatement\s+for\s+the\s+record\b"#, options: [.caseInsensitive])
    /// Nobody appears, a body's words are printed.
    private static let ownRecord = Pattern(
        literal:
            #"\A(?:written\s+|outside\s+|public\s+)*testimony\s+(?:submitted\s+)?for\s+the\s+(?:hearing\s+)?record\b"#,
        options: [.caseInsensitive])
    private static let person = Pattern(literal: #"\b(?:Dr|Mr|Ms|Mrs|Hon)\.\s|,\s*(?:M\.?D|Ph\.?D|J\.?D)\b"#)
    private static let testimony = Pattern(
        literal:
            #"\A(?:written\s+|prepared\s+|oral\s+|joint\s+|public\s+)*testimony\b|\btestimony\s+(?:of|from|by|before)\b|\bwitness\s+appearing\b"#,
        options: [.caseInsensitive])
    private static let statement = Pattern(
        literal:
            #"\A(?:written\s+|prepared\s+|opening\s+|oral\s+|joint\s+)*(?:statement|remarks)\b(?:\s+(?:of|by|from|on|as)\b|\s*\z|\s*:)"#,
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
    private static let commentsOf = Pattern(
        literal:
            #"\A(?:public\s+|joint\s+|written\s+|reply\s+|initial\s+)*comments?\s+(?:of|from|by|submitted)\b"#,
        options: [.caseInsensitive])
    private static let openLetter = Pattern(literal: #"\bopen\s+letter\b"#, options: [.caseInsensitive])

    // MARK: Letters and comments

    /// An inside address under a date.
    private func hasAddress() -> Bool {
        guard shape.head.count < 40,
            let date = shape.head.first(where: { AddressLines.isDate(shape.text[$0]) }),
            let first = shape.address.first
        else { return false }
        return first > date && shape.address.contains { shape.text[$0].has(LineClues.place) }
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
        if let subject = line(in: 0..<min(shape.text.count, shape.body + 4), LineClues.subject, Self.called) {
            return made(.comment, subject, "kind.request", .medium)
        }
        let answers = Self.answer.isFound(in: shape.opening.text)
        if answers, let request = line(in: shape.head, Self.request) {
            return made(.comment, request, "kind.docket", .high)
        }
        guard let match = Self.comments.firstMatch(in: shape.opening.text, range: firstParagraphs()) else {
            return nil
        }
        let scalars = shape.opening.text.scalarRange(ofBytes: match.range)
        let start = shape.opening.start
        let evidence = shape.lines.evidence(
            page: shape.opening.page, .text, start + scalars.lowerBound, start + scalars.upperBound,
            rule: "kind.opening", .medium)
        return Evidenced(.comment, evidence)
    }

    /// About the first two paragraphs.
    private func firstParagraphs() -> Range<Int> {
        let text = shape.opening.text
        return 0..<text.byteOffset(ofScalar: 1_300)
    }

    /// In a head: a number under which comments are collected, or a rule's name.
    private static let docket = Pattern(
        literal:
            #"\b(?:NPRM|ANPRM|RFI|notice\s+of\s+proposed|interim\s+final|docket|dockets\s+management|division\s+of\s+dockets|file\s+code|CMS\s?[-–—]\s?\d{4}\s?[-–—]\s?(?:P|IFC|NC|FC|PN|N)|federal\s+register\s+notice|request\s+for\s+(?:public\s+)?comments?|proposed\s+rule(?:making)?|[A-Z]{2,6}-(?:[A-Z]{2,6}-)?\d{4}-\d{4})\b"#,
        options: [.caseInsensitive])
    private static let request = Pattern(
        literal: #"\brequest\s+for\s+(?:information|input)\b|\brequesting\s+information\b"#,
        options: [.caseInsensitive])
    /// In a subject: that views were asked for.
    private static let called = Pattern(
        literal: #"""
            \brequests?\s+for\s+(?:information|(?:public\s+)?(?:comments?|input|feedback))\s*(?:\W|regarding|on|about|concerning|to|for|\z)
            |\bdiscussion\s+draft\b|\bdraft\b.{0,80}\b(?:public\s+)?comment\b|\bcomment\s+request\b|\bcall\s+for\s+comments?\b
            |\bsolicitation\s+of\s+comments?\b|\bNOT-[A-Z]{2,3}-\d{2}-\d{2,4}\b
            |\A(?:re|subj(?:ect)?):?\s+(?:\w+\s+){0,3}comments?\s+(?:on|to|regarding|concerning|for)\b
            """#, options: [.spaced, .caseInsensitive])
    private static let answer = Pattern(
        literal:
            #"\b(?:in\s+response\s+to|respond(?:s|ing)?\s+to|comments?\b|feedback|submits?\s+the\s+following)\b"#,
        options: [.caseInsensitive])
    private static let comments = Pattern(
        literal: #"""
            \b(?:(?:submit|offer|provide|file)\w*\s+(?:\S+\s+){0,4}comments?\b
              |opportunity\s+to\s+(?:comment|submit\s+comments?|provide\s+(?:comments?|input|feedback))
              |comments?\s+(?:\S+\s+){0,4}(?:in\s+response\s+to|on\s+the\s+(?:proposed|notice|request|interim|draft))
              |in\s+response\s+to\s+(?:\S+\s+){0,12}(?:request\s+for\s+(?:information|comments?)|proposed\s+rule|notice\s+of\s+proposed|federal\s+register)
              |comment(?:ing)?\s+on\s+(?:\S+\s+){0,8}(?:proposed|rule|notice|regulation|NPRM|draft)
              |(?:respond|reply|answer)\w*\s+(?:\S+\s+){0,4}(?:requests?\s+for\s+(?:information|(?:public\s+)?comments?|input)|RFI|NPRM|proposed\s+rule|call\s+for\s+(?:comment|input))
              |(?:welcomes?|supports?|commends?|reviewed)\s+(?:\S+\s+){0,4}(?:draft\s+(?:guidance|strategic|plan|framework|recommendations?)|proposed\s+(?:rule|guidance|regulation)|interim\s+final)
              |thank\s+you\s+for\s+(?:the|this|your)\s+(?:RFI|requests?\s+for\s+(?:information|comments?|input))
              |request\s+for\s+information\s*\(|notice\s+of\s+proposed\s+rulemaking|proposed\s+(?:rule|regulation)|interim\s+final\s+rule
              |advance(?:d)?\s+notice)
            """#, options: [.caseInsensitive, .spaced])

    // MARK: Parts

    private func line(in range: Range<Int>, _ pattern: Pattern) -> LetterLine? {
        shape.text[range].first { $0.count < 250 && $0.has(pattern) }
    }

    /// A line with two marks.
    private func line(in range: Range<Int>, _ first: Pattern, _ second: Pattern) -> LetterLine? {
        shape.text[range].first { $0.count < 250 && $0.has(first) && $0.has(second) }
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
