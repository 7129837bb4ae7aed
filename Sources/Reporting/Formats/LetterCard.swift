import Correspondence

/// A letter on one screen: each fact, and the quotation and page that decided it.
public struct LetterCard: Sendable {
    /// Columns of the terminal.
    public var width: Int
    public var style: TextStyle
    public var dates: DateStyle

    public init(
        width: Int = 80, style: TextStyle = TextStyle(isColoured: false), dates: DateStyle = .dayFirst
    ) {
        self.width = max(40, width)
        self.style = style
        self.dates = dates
    }

    public func text(_ letter: Letter, facts: LetterListFacts) -> String {
        var lines = TextWidth.wrapped(
            cleanText(letter.title ?? "Untitled \(letter.kind.rawValue)"), to: width
        )
        .map(style.bold)
        if let withdrawn = letter.withdrawn {
            lines += TextWidth.wrapped(
                "WITHDRAWN since \(withdrawn.since): \(cleanText(withdrawn.reason))", to: width)
            if let id = withdrawn.replacedBy { lines.append("Replaced by \(id)") }
        }
        lines.append("")
        return lines.map { $0 + "\n" }.joined() + text(rows(letter, facts))
    }

    /// A fact on a card, and what decided it.
    public struct Row: Sendable {
        public var label: String
        public var value: String
        public var evidence: Evidence?

        public init(label: String, value: String, evidence: Evidence? = nil) {
            self.label = label
            self.value = value
            self.evidence = evidence
        }
    }

    /// Rows below one another; a label that several share stands before the first.
    public func text(_ rows: [Row]) -> String {
        var last: String?
        var lines: [String] = []
        for row in rows {
            // Addresses are whole and copied, label and all.
            lines += self.lines(row, isLabelled: row.label != last || row.label == "Source")
            last = row.label
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func rows(_ letter: Letter, _ facts: LetterListFacts) -> [Row] {
        var rows = [Row(label: "Id", value: letter.id)]
        rows.append(Row(label: "Kind", value: letter.kind.rawValue, evidence: letter.kindEvidence))
        rows.append(
            Row(
                label: "Date", value: letter.date.map { dates.text($0.value) } ?? "not found",
                evidence: letter.date?.evidence))
        rows.append(
            Row(
                label: "From", value: letter.sender?.organization ?? "not found",
                evidence: letter.sender?.evidence))
        rows += parties(letter)
        if let signOn = letter.signOn {
            rows.append(Row(label: "Joint letter", value: "\(counted(signOn.count, "organisation"))"))
        }
        rows += letter.subject.map { [Row(label: "Subject", value: $0.value, evidence: $0.evidence)] } ?? []
        rows += letter.agencies.map { agency in
            Row(
                label: "Agency", value: "\(facts.agencyName(agency.id)) (\(agency.role.rawValue))",
                evidence: agency.evidence)
        }
        rows += letter.topics.map { topic in
            Row(
                label: "Topic",
                value:
                    "\(facts.topicName(topic.id)) (\(percent(topic.score)), by \(topic.decidedBy.rawValue))",
                evidence: topic.evidence.first)
        }
        rows += letter.identifiers.map {
            Row(label: "Identifier", value: "\($0.value) (\($0.kind.rawValue))", evidence: $0.evidence)
        }
        rows += letter.answers.map { Row(label: "Answers", value: $0.identifier, evidence: $0.evidence) }
        rows += letter.asks.map { Row(label: "Asks", value: told($0, facts), evidence: $0.evidence) }
        rows += letter.events.map {
            Row(label: "Event", value: "\(dates.text($0.date)): \($0.text)", evidence: $0.evidence)
        }
        return rows + custody(letter)
    }

    /// `requests of Centers for …: extend the deadline`; the whole sentence where its object is not known.
    private func told(_ ask: Ask, _ facts: LetterListFacts) -> String {
        guard let object = ask.object else { return ask.text }
        let verb =
            switch ask.direction {
            case .support: "supports"
            case .oppose: "opposes"
            case .request: "requests"
            case .recommend: "recommends"
            }
        let about = ask.about.map { " (\(facts.agencyName($0)))" } ?? ""
        return "\(verb)\(about): \(object)"
    }

    private func told(_ relation: Relation) -> String {
        let words =
            switch relation.kind {
            case .duplicate: "duplicate of"
            case .nearDuplicate: "nearly the same as"
            case .campaign: "of the"
            case .replyTo: "replies to"
            case .attachmentOf: "attachment of"
            case .rendition: "the same in another format:"
            case .supersedes: "takes the place of"
            }
        return "\(words) \(relation.id)"
    }

    private func parties(_ letter: Letter) -> [Row] {
        let named = { (label: String, people: [Addressee]) in
            people.map { person in
                let parts = [person.name, person.title, person.organization].compactMap { $0 }
                return Row(label: label, value: parts.joined(separator: ", "), evidence: person.evidence)
            }
        }
        let signed = letter.signatories.map { person in
            let parts = [person.name, person.title, person.organization].compactMap { $0 }
            return Row(label: "Signed", value: parts.joined(separator: ", "), evidence: person.evidence)
        }
        return named("To", letter.addressees) + named("Copied", letter.copied) + signed
    }

    private func custody(_ letter: Letter) -> [Row] {
        var rows = (letter.relations ?? []).map {
            Row(label: "Related", value: told($0))
        }
        let quality = [letter.quality.text.rawValue, letter.quality.reason].compactMap { $0 }.joined(
            separator: ": ")
        rows.append(Row(label: "Text", value: "\(counted(letter.pages.count, "page")), \(quality)"))
        rows += letter.findings.map { Row(label: $0.severity.rawValue.capitalized, value: $0.message) }
        rows.append(Row(label: "Original", value: letter.original.paths.joined(separator: ", ")))
        rows.append(Row(label: "SHA-256", value: letter.original.sha256))
        for custody in letter.custody {
            let place = custody.url ?? custody.source
            let day = custody.collectedAt.map { ", collected \($0.prefix(10))" } ?? ""
            rows.append(Row(label: "Source", value: place + day))
        }
        return rows
    }

    private static let labelWidth = 14

    private func lines(_ row: Row, isLabelled: Bool) -> [String] {
        let indent = String(repeating: " ", count: Self.labelWidth)
        var values = TextWidth.wrapped(cleanText(row.value), to: width - Self.labelWidth)
        if values.isEmpty { values = ["–"] }
        var lines = values.enumerated().map { position, value in
            (position == 0 && isLabelled
                ? style.faint(TextWidth.padded(row.label, to: Self.labelWidth)) : indent) + value
        }
        if let evidence = row.evidence {
            lines.append(
                indent
                    + style.faint(
                        TextWidth.fitted(quotation(evidence, of: row.value), to: width - Self.labelWidth)))
        }
        return lines
    }

    /// `p. 1 “May 31, 2020” date.letterhead, high`; what is cut is the quotation, and what the value says already is
    /// not said again.
    private func quotation(_ evidence: Evidence, of value: String) -> String {
        let page = evidence.page.map { "p. \($0)" }
        let rule = "\(evidence.rule), \(evidence.confidence.rawValue)"
        let room = max(8, width - Self.labelWidth - (page?.count ?? 0) - rule.count - 4)
        let quote = cleanText(evidence.quote)
        let isSaid = quote.isEmpty || quote == cleanText(value)
        return [page, isSaid ? nil : "“\(TextWidth.fitted(quote, to: room))”", rule].compactMap(\.self)
            .joined(separator: " ")
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
