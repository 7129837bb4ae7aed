import Correspondence
import Scanning

/// Finds what a letter responds to: the rule, notice or request whose number stands in its subject, behind
/// `Docket No.` above the salutation, or in an opening sentence that says so; or a letter with its date.
struct AnswerFinder {
    var subject: Evidence?
    var identifiers: [Identifier]
    /// The letter's own date.
    var written: EDTFDate?

    /// In the order of the letter; each identifier once.
    func find(in pages: [Page]) -> [Answer] {
        var answers = identifiers.compactMap { identifier -> Answer? in
            guard Self.kinds.contains(identifier.kind) else { return nil }
            return answer(identifier, pages)
        }
        if let letter = pages.first.flatMap({
            AnsweredLetter(written: written).find(in: $0, within: Self.opening)
        }) {
            answers.append(letter)
        }
        return answers
    }

    private static let kinds: Set<Identifier.Kind> = [
        .docket, .fileCode, .rin, .frCitation, .frDocument, .notice, .omb,
    ]

    /// Scalars of the first page in which a letter says what it is about.
    private static let opening = 4_000

    private func answer(_ identifier: Identifier, _ pages: [Page]) -> Answer? {
        let evidence = identifier.evidence
        guard evidence.place == .text, let page = pages.first(where: { $0.number == evidence.page }),
            let start = evidence.start, let end = evidence.end
        else { return nil }
        if isInSubject(evidence) { return answer(identifier, .high, "answer.subject") }
        guard page.number == pages.first?.number, start < Self.opening else { return nil }
        let text = IndexedText(page.text)
        let bytes = text.byteRange(ofScalars: start..<end)
        if Self.label.isFound(in: IndexedText(text[text.lineRange(around: bytes.lowerBound)])) {
            return answer(identifier, .high, "answer.label")
        }
        return Self.cue.isFound(in: text, range: sentence(around: bytes, text))
            ? answer(identifier, .medium, "answer.opening") : nil
    }

    private func isInSubject(_ evidence: Evidence) -> Bool {
        guard let subject, subject.page == evidence.page, subject.place == evidence.place,
            let start = subject.start, let end = subject.end, let own = evidence.start
        else { return false }
        return (start..<max(start, end)).contains(own)
    }

    private func answer(
        _ identifier: Identifier, _ confidence: Evidence.Confidence, _ rule: String
    ) -> Answer {
        var evidence = identifier.evidence
        evidence.rule = rule
        evidence.confidence = min(confidence, identifier.evidence.confidence)
        return Answer(identifier: identifier.value, confidence: evidence.confidence, evidence: evidence)
    }

    /// From the last full stop or blank line before the identifier to the next one behind it.
    private func sentence(around range: Range<Int>, _ text: IndexedText) -> Range<Int> {
        let before = max(0, range.lowerBound - 500)..<range.lowerBound
        let start = Self.stop.matches(in: text, range: before).last?.range.upperBound ?? before.lowerBound
        let after = range.upperBound..<min(text.bytes.count, range.upperBound + 300)
        return start..<(Self.stop.firstMatch(in: text, range: after)?.range.lowerBound ?? after.upperBound)
    }

    private static let stop = Pattern(
        literal: #"\n\s*\n|(?<![A-Z]|No|Nos|Reg|Fed|Pub|Sec|Vol)[.?!]\s+(?=[A-Z“"])"#)

    private static let label = Pattern(
        literal: #"""
            ^\W{0,3}(?:re|subject|attention|attn|docket|file\h+code|rin|reference|comments?\h+(?:on|regarding|re))\b
            [^\n]{0,160}$
            """#, options: [.spaced, .caseInsensitive])

    private static let cue = Pattern(
        literal: #"""
            \b(?:in\s+response\s+to|respon(?:d|ds|ding)\s+to|responses?\s+to\s+(?:the|your)
            |(?:submit|submits|submitting|offer|offers|offering|provide|provides|providing|file|files|filing
                |share|following|our|these|written|opportunity\s+to|pleased\s+to|writ(?:e|es|ing)\s+to)\s+
                (?:\w+\s+){0,5}?comments?
            |(?:to\s+)?comment(?:s|ing)?\s+(?:\w+\s+){0,3}?(?:on|regarding|concerning|about|to)\b
            |request\s+for\s+(?:information|comments?)|notice\s+of\s+proposed\s+rule\s?making
            |(?:re|regarding|concerning|above)[\s-]+(?:captioned|referenced))\b
            """#, options: [.spaced, .caseInsensitive])
}
