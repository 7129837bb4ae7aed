import Correspondence
import Scanning

/// What was considered for a letter's date, sender, addressees, subject and agencies, the chosen first, each with its
/// place and the reason.
///
/// Reads the record's own text, so that every span is one of the record. A night pays nothing for it: it is worked out
/// when somebody asks.
public func consider(_ letter: Letter, with directory: Directory) -> [Candidate] {
    let shape = LetterShape(
        ExtractedText(
            mediaType: letter.original.mediaType, pages: letter.pages, layouts: [],
            document: letter.document, quality: letter.quality))
    let bodies = BodyFinder(shape: shape, directory: directory)
    return Considering(letter: letter, shape: shape, bodies: bodies).candidates()
}

private struct Considering {
    let letter: Letter
    let shape: LetterShape
    let bodies: BodyFinder

    func candidates() -> [Candidate] {
        [dates(), senders(), addressees(), subjects(), agencies()].flatMap { field in
            let field = Self.once(field)
            return field.filter(\.isChosen) + field.filter { !$0.isChosen }
        }
    }

    /// Each value and place once; what is chosen stands for its like.
    private static func once(_ candidates: [Candidate]) -> [Candidate] {
        var seen: Set<String> = []
        return (candidates.filter(\.isChosen) + candidates.filter { !$0.isChosen }).filter {
            seen.insert("\($0.value.lowercased()) \($0.reason)").inserted
        }
    }

    private func dates() -> [Candidate] {
        letter.dates.map { date in
            Candidate(
                field: .date, value: date.value.description,
                isChosen: letter.date?.value == date.value && letter.date?.evidence == date.evidence,
                reason: date.role == .letter ? "may date the letter" : "\(date.role.rawValue) date",
                evidence: date.evidence)
        }
    }

    // MARK: Sender

    private func senders() -> [Candidate] {
        var found =
            letter.sender.map {
                [candidate(.sender, $0.organization, true, "chosen", $0.evidence)]
            } ?? []
        found += letter.signatories.compactMap { signatory in
            signatory.organization.map {
                candidate(.sender, $0, isSender($0), "signs", signatory.evidence)
            }
        }
        found += named(in: Array(shape.text[shape.head]), "stands above the text")
        found += named(in: shape.lines.margin, "stands in the margin")
        found += named(in: Array(shape.text[shape.signature]), "stands in the signature")
        return found.filter { $0.isChosen || !isAddressee($0.value) }
    }

    private func named(in lines: [LetterLine], _ reason: String) -> [Candidate] {
        lines.prefix(80).compactMap { line in
            let name = PartyText.trimmed(line.string)
            guard line.count < 120, OrganizationName.isBody(name), !isSender(name) else { return nil }
            return candidate(
                .sender, name, false, reason, shape.lines.evidence(line, rule: "considered.body", .low))
        }
    }

    private func isSender(_ name: String) -> Bool {
        letter.sender?.organization.lowercased() == name.lowercased()
    }

    private func isAddressee(_ name: String) -> Bool {
        (letter.addressees + letter.copied).contains {
            $0.organization?.contains(name) == true || $0.office?.contains(name) == true
                || $0.title?.contains(name) == true
        }
    }

    // MARK: Addressees

    private func addressees() -> [Candidate] {
        var found = letter.addressees.map { candidate(.addressee, told($0), true, "chosen", $0.evidence) }
        let blocks = AddressReader.read(shape.address.map { shape.text[$0] })
        found += blocks.compactMap { block in
            guard let line = block.lines.first, let name = block.name ?? block.organization ?? block.title,
                !isChosen(name)
            else { return nil }
            return candidate(
                .addressee,
                [block.name, block.title, block.organization].compactMap(\.self)
                    .joined(separator: ", "), false,
                block.hasContact ? "has a telephone or a web address" : "stands in the address",
                shape.lines.evidence(line, rule: "considered.address", .low))
        }
        if let salutation = shape.salutation {
            let line = shape.text[salutation.line]
            found += SalutationReader.people(in: salutation.part.string).filter { !isChosen($0.name) }.map {
                candidate(
                    .addressee, "\($0.honorific) \($0.name)", false, "is greeted",
                    shape.lines.evidence(line, of: $0.name, rule: "considered.salutation", .low))
            }
        }
        return found
    }

    private func isChosen(_ name: String) -> Bool {
        letter.addressees.contains {
            [$0.name, $0.organization, $0.title].compactMap(\.self).contains {
                $0 == name || Surname.of($0) == Surname.of(name)
            }
        }
    }

    private func told(_ addressee: Addressee) -> String {
        [addressee.name, addressee.title, addressee.organization].compactMap(\.self).joined(separator: ", ")
    }

    // MARK: Subject

    private func subjects() -> [Candidate] {
        var found = letter.subject.map { [candidate(.subject, $0.value, true, "chosen", $0.evidence)] } ?? []
        for line in shape.text.prefix(shape.body + 6) {
            guard let match = LineClues.subject.firstMatch(in: line.text) else { continue }
            let part = line.part(match.range.upperBound..<line.text.bytes.count)
            guard !part.string.isEmpty, letter.subject?.value.hasPrefix(part.string) != true else { continue }
            found.append(
                candidate(
                    .subject, part.string, false, "follows a marker",
                    shape.lines.evidence(line, part.start..<part.end, rule: "considered.caption", .low)))
        }
        if let cover = CoverTitle(shape: shape).find(), cover.value != letter.subject?.value {
            found.append(
                candidate(.subject, cover.value, false, "stands like a title", cover.evidence))
        }
        if let title = letter.document.title, title != letter.subject?.value {
            let evidence = Evidence(
                place: .field, quote: title, rule: "document.title", confidence: .low)
            found.append(candidate(.subject, title, false, "is the document's title", evidence))
        }
        return found
    }

    // MARK: Agencies

    /// Those of the record, with how often the text names each.
    private func agencies() -> [Candidate] {
        var counts: [String: Int] = [:]
        for page in letter.pages {
            for mention in directory.recognizer.agencies(in: NormalizedText(page.text)) {
                counts[mention.id, default: 0] += 1
            }
        }
        return letter.agencies.map { agency in
            let count = counts[agency.id] ?? 0
            let times = count == 0 ? "" : ", named \(count == 1 ? "once" : "\(count) times")"
            return candidate(
                .agency, agency.id, agency.role != .mentioned, "\(agency.role.rawValue)\(times)",
                agency.evidence)
        }
    }

    private var directory: Directory { bodies.directory }

    private func candidate(
        _ field: Candidate.Field, _ value: String, _ isChosen: Bool, _ reason: String, _ evidence: Evidence
    ) -> Candidate {
        Candidate(field: field, value: value, isChosen: isChosen, reason: reason, evidence: evidence)
    }
}
