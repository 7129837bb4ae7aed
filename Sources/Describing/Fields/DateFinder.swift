import Correspondence
import Scanning

/// Finds a letter's own date, and keeps every other date of its head, foot and margin with its role.
///
/// The letter's date stands on a line of its own above, between or under the addresses, on the cover of
/// testimony, or in a running head. A date in the subject, in a stamp or in prose is another fact.
struct DateFinder {
    private let shape: LetterShape
    private let document: DocumentMetadata
    private let isTestimony: Bool
    /// A statement for the record may follow its hearing by weeks.
    private let isRecord: Bool
    private let isHTML: Bool
    private let reader = DateReader(readsDamaged: true)

    init(_ shape: LetterShape, _ text: ExtractedText, isTestimony: Bool, isRecord: Bool) {
        self.shape = shape
        self.document = text.document
        self.isTestimony = isTestimony
        self.isRecord = isRecord
        self.isHTML = text.mediaType == .html || text.mediaType == .xhtml
    }

    /// A date, where it stands, and how well the place fits a letter's own date.
    private struct Found {
        var candidate: DateCandidate
        var rank: Int
    }

    func find() -> (date: Evidenced<EDTFDate>?, candidates: [DateCandidate]) {
        var found: [Found] = []
        for (index, line) in shape.text[shape.head].enumerated() { found += dates(inHead: line, at: index) }
        found += acrossLines()
        found += afterSalutation()
        found += dateline()
        for line in shape.lines.margin { found += dates(inMargin: line) }
        found += tail()
        let best = found.filter { $0.rank > 0 }.max { $0.rank < $1.rank }
        let all = found.map(\.candidate) + documentDates()
        guard let best else { return (nil, unique(all)) }
        return (Evidenced(best.candidate.value, best.candidate.evidence), unique(all, first: best.candidate))
    }

    // MARK: Head

    private func dates(inHead line: LetterLine, at index: Int) -> [Found] {
        let isSubject = isInSubject(index)
        return reader.dates(in: line.string).map { match in
            let label = DateLabel.of(line, match)
            var role = label.role
            var rank = 0
            var rule = "date.head"
            if isSubject {
                role = .other
                rule = "date.subject"
            } else if label.isOwnLine, role == .letter {
                rank = match.form == .damaged ? 40 : (label.isNamed ? 100 : 90)
                if match.form == .month { rank = 35 }
                if isHTML, match.form == .iso { (role, rank, rule) = (.posted, 0, "date.page") }
                if rank > 0 { rule = label.isNamed ? "date.label" : "date.line" }
            } else if isRecord, role == .hearing {
                rule = "date.hearing"
            } else if isTestimony, role == .letter || role == .hearing, match.form != .damaged {
                rank = 70
                rule = "date.cover"
            } else if role == .letter {
                role = .other
            }
            // A page may print its own date over the letter's: the one nearer to the salutation is the letter's.
            let isNearer = isHTML && shape.salutation != nil && role == .letter && rank > 0
            return keep(line, match, role, isNearer ? rank + index / 2 : rank - index / 8, rule)
        }
    }

    private func isInSubject(_ index: Int) -> Bool { shape.text[index].has(LineClues.subject) }

    private static let brokenOff = Pattern(
        literal: #"""
            \A(?:[\w\s:,.]{0,24}\s)?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?
            |Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?\z
            """#, options: [.spaced])

    /// A date that the line broke in two: `January` / `27, 2022`.
    private func acrossLines() -> [Found] {
        shape.head.dropLast().flatMap { index -> [Found] in
            let (line, next) = (shape.text[index], shape.text[index + 1])
            guard line.count < 40, next.count < 16, line.page == next.page, line.has(Self.brokenOff),
                !isInSubject(index)
            else { return [] }
            var joined = line
            joined.string += " " + next.string
            joined.text = IndexedText(joined.string)
            return reader.dates(in: joined.string).compactMap { match in
                let label = DateLabel.of(joined, match)
                guard match.start < line.count, match.end > line.count + 1, label.isOwnLine,
                    label.role == .letter, match.form != .damaged
                else { return nil }
                let evidence = shape.lines.evidence(
                    from: line, at: match.start, to: next, rule: "date.line", match.confidence)
                let value = DateCandidate(role: .letter, value: match.value, evidence: evidence)
                return Found(candidate: value, rank: 88 - index / 8)
            }
        }
    }

    /// A few letters print their date under the salutation, or their RE line there.
    private func afterSalutation() -> [Found] {
        guard shape.salutation != nil else { return [] }
        return shape.text[shape.body...].prefix(3).flatMap { line -> [Found] in
            guard line.count < 40 else { return [] }
            return reader.dates(in: line.string).compactMap { match in
                let label = DateLabel.of(line, match)
                guard label.isOwnLine, label.role == .letter, match.form != .damaged else { return nil }
                return keep(line, match, .letter, 60, "date.belowSalutation")
            }
        }
    }

    private func dateline() -> [Found] {
        guard shape.salutation == nil, let (line, match) = Dateline.find(in: shape) else { return [] }
        return [keep(line, match, .letter, 65, "date.dateline")]
    }

    // MARK: Margin and tail

    private func dates(inMargin line: LetterLine) -> [Found] {
        guard line.count < 200 else { return [] }
        return DateReader().dates(in: line.string).map { match in
            let label = DateLabel.of(line, match)
            switch line.role {
            case .stamp, .annotation, .navigation:
                let role: DateCandidate.Role = label.role == .letter ? .received : label.role
                return keep(line, match, role, 0, "date.stamp")
            default:
                guard label.role == .letter || label.role == .hearing && isTestimony, match.form != .month
                else {
                    return keep(line, match, label.role, 0, "date.margin")
                }
                return keep(line, match, .letter, label.isOwnLine ? 50 : 45, "date.margin")
            }
        }
    }

    /// `Hearing: June 28, 2005` at the end of testimony; a date under a signature.
    private func tail() -> [Found] {
        let low = max(shape.body, shape.text.count - 8)
        var found: [Found] = []
        for (index, line) in shape.text[low...].enumerated() where line.count < 220 {
            let isSigned = shape.signature.contains(low + index)
            guard isTestimony || isSigned else { continue }
            for match in DateReader().dates(in: line.string) where match.form != .month {
                let label = DateLabel.of(line, match)
                let fits = label.role == .hearing || label.isOwnLine || line.has(Self.footer)
                guard fits, !Prose.isProse(line) || line.has(Self.footer) else { continue }
                found.append(keep(line, match, .letter, label.isOwnLine ? 32 : 30, "date.foot"))
            }
        }
        return found
    }

    private static let footer = Pattern(
        literal:
            #"\A\W*\d{0,3}\s*(?:Joint\s+)?Hearing\b|\bHearing\s*(?:[:—–-]+\s*)?(?:on\s+)?\p{Lu}|\b(?:Sub)?[Cc]ommittee\b"#
    )

    // MARK: Document

    /// What the page or file says of itself: never the letter's date.
    private func documentDates() -> [DateCandidate] {
        let fields: [(String?, DateCandidate.Role, String)] = [
            (document.published, .posted, "document.published"),
            (document.modified, .modified, "document.modified"),
            (document.created, .other, "document.created"),
        ]
        return fields.compactMap { text, role, field in
            guard let text, let value = EDTFDate(String(text.prefix(10))) else { return nil }
            return DateCandidate(
                role: role, value: value,
                evidence: Evidence(place: .field, quote: text, rule: field, confidence: .medium))
        }
    }

    // MARK: Parts

    private func keep(
        _ line: LetterLine, _ match: DateMatch, _ role: DateCandidate.Role, _ rank: Int, _ rule: String
    ) -> Found {
        let confidence = rank >= 60 ? match.confidence : min(match.confidence, .medium)
        let evidence = shape.lines.evidence(
            line, match.start..<match.end, rule: rule, match.form == .damaged ? .low : confidence)
        let value = DateCandidate(role: role, value: match.value, evidence: evidence)
        return Found(candidate: value, rank: rank)
    }

    /// The chosen date first; the same value in the same role once.
    private func unique(_ all: [DateCandidate], first: DateCandidate? = nil) -> [DateCandidate] {
        var kept: [DateCandidate] = []
        for candidate in (first.map { [$0] } ?? []) + all
        where !kept.contains(where: { $0.role == candidate.role && $0.value == candidate.value }) {
            // A second date that could have been the letter's is kept as another date.
            if candidate.role == .letter, let first, candidate != first, candidate.value != first.value {
                var other = candidate
                other.role = .other
                if !kept.contains(where: { $0.role == .other && $0.value == other.value }) {
                    kept.append(other)
                }
            } else {
                kept.append(candidate)
            }
        }
        return kept
    }
}
