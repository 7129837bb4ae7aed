import Correspondence

/// Holds one record to its label.
struct LabelScorer {
    let label: GoldLabel
    /// Nil where no record was made of the file.
    let letter: Letter?
    let topics: Set<String>?

    func score(into evaluation: inout Evaluation) {
        scoreValues(into: &evaluation)
        scoreSubject(into: &evaluation)
        scorePeople(into: &evaluation)
        scoreIdentifiers(into: &evaluation)
        scoreTopics(into: &evaluation)
    }

    private func scoreValues(into evaluation: inout Evaluation) {
        let kind = letter?.kind.rawValue
        evaluation.count(named("kind"), kind == label.kind, miss("kind", kind, label.kind))
        let date = letter?.date?.value.description
        if let wanted = label.date {
            evaluation.count(named("date"), date == wanted, miss("date", date, wanted))
        } else if letter != nil, label.metadataDate == nil {
            evaluation.count("no date invented", date == nil, miss("no date invented", date, nil))
        }
        if let wanted = label.sender {
            let sender = letter?.sender?.organization
            evaluation.count(
                named("sender"), meanTheSame(sender ?? "", wanted), miss("sender", sender, wanted))
        }
    }

    private func scoreSubject(into evaluation: inout Evaluation) {
        let subject = letter?.subject?.value
        if let wanted = label.subject {
            let isRight = subject.map {
                meanTheSame($0, wanted) || likeness(LabelText.fold($0), LabelText.fold(wanted)) >= 0.85
            }
            evaluation.count(named("subject"), isRight ?? false, miss("subject", subject, wanted))
        } else if letter != nil, label.kind == "letter" || label.kind == "comment" {
            evaluation.count(
                "no subject invented", subject == nil, miss("no subject invented", subject, nil))
        }
    }

    /// People are compared by their surnames, bodies by their short names.
    private func scorePeople(into evaluation: inout Evaluation) {
        evaluation.count(
            named("addressees"), file: label.file,
            found: surnames(letter?.addressees.compactMap { $0.name ?? $0.organization }),
            wanted: surnames(label.recipients))
        evaluation.count(
            named("signatories"), file: label.file, found: surnames(letter?.signatories.map(\.name)),
            wanted: surnames(label.signatories))
        let addressed = letter?.agencies.filter { $0.role == .addressee } ?? []
        evaluation.count(
            named("agencies"), file: label.file, found: Set(addressed.map { $0.id.lowercased() }),
            wanted: Set(label.agencies.map { $0.lowercased() }))
    }

    private func scoreIdentifiers(into evaluation: inout Evaluation) {
        let wanted = Set(label.identifiers.map(LabelText.identifier))
        let found = (letter?.identifiers ?? []).filter {
            Self.scoredKinds.contains($0.kind) || wanted.contains(Self.spelling($0))
        }
        evaluation.count(
            named("identifiers"), file: label.file, found: Set(found.map(Self.spelling)), wanted: wanted,
            countsExtra: label.hasAllIdentifiers)
    }

    private func scoreTopics(into evaluation: inout Evaluation) {
        let borderline = Set(label.borderlineTopics)
        let isScored = { (id: String) in topics?.contains(id) ?? true }
        let wanted = topics == nil ? label.topics : label.allTopics ?? label.topics
        evaluation.count(
            "topics", file: label.file,
            found: Set((letter?.topics ?? []).map(\.id).filter { isScored($0) && !borderline.contains($0) }),
            wanted: Set(wanted.filter(isScored)))
    }

    private static let scoredKinds: Set<Identifier.Kind> = [
        .docket, .rin, .fileCode, .frCitation, .publicLaw, .bill, .notice,
    ]

    /// Labels print bills without their Congress.
    private static func spelling(_ identifier: Identifier) -> String {
        guard identifier.kind == .bill, let dash = identifier.value.lastIndex(of: "-") else {
            return LabelText.identifier(identifier.value)
        }
        let congress = identifier.value[identifier.value.index(after: dash)...]
        let isCongress = (2...3).contains(congress.count) && congress.allSatisfy(\.isNumber)
        return LabelText.identifier(isCongress ? String(identifier.value[..<dash]) : identifier.value)
    }

    private func surnames(_ names: [String]?) -> Set<String> {
        Set((names ?? []).map(LabelText.surname).filter { !$0.isEmpty })
    }

    private func named(_ field: String) -> String {
        label.isScanned ? "\(field) (scanned)" : field
    }

    private func miss(_ field: String, _ found: String?, _ wanted: String?) -> Miss {
        Miss(field: named(field), file: label.file, found: found ?? "none", wanted: wanted ?? "none")
    }
}
