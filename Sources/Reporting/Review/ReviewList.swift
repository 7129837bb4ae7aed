import Correspondence

/// A value that a person should look at.
public struct ReviewItem: Sendable, Hashable, Codable {
    public var id: String
    /// As `letterbook correct` takes it: `addressees.0.name`.
    public var field: String
    /// Nil where nothing was found.
    public var value: String?
    public var evidence: Evidence?
    /// The letter's first path in the corpus.
    public var path: String
    /// How much depends on it: the higher, the sooner.
    public var consequence: Int
}

/// The values of a letter that the rules are not sure of, and those that every letter has but that were not found.
///
/// The consequence is what the timeline and questions lose by a wrong value: a date misplaces a letter, a sender or
/// an addressee hides it, the rest costs one line of a card. What was not found weighs as much as what is doubtful.
///
/// - Parameter confidence: values of this confidence and below.
public func valuesToReview(
    of letter: Letter, upTo confidence: Evidence.Confidence = .low
) -> [ReviewItem] {
    guard letter.withdrawn == nil else { return [] }
    let withheld = Set(letter.withheld ?? [])
    return letter.reviewed.filter { value in
        if let field = FieldPath(value.field), withheld.contains(field.description) { return false }
        guard let evidence = value.evidence else {
            return value.value == nil && letter.kind.isCorrespondence
        }
        return evidence.confidence <= confidence
    }.map {
        ReviewItem(
            id: letter.id, field: $0.field, value: $0.value, evidence: $0.evidence,
            path: letter.original.paths.first ?? "", consequence: $0.consequence)
    }
}

/// Most consequential first; of equal consequence, by letter.
public func inOrderOfReview(_ items: [ReviewItem]) -> [ReviewItem] {
    items.sorted { ($1.consequence, $0.id, $0.field) < ($0.consequence, $1.id, $1.field) }
}

private struct ReviewedValue {
    var field: String
    var value: String?
    var evidence: Evidence?
    var consequence: Int
}

extension Letter {
    fileprivate var reviewed: [ReviewedValue] {
        // Pages and the like have no addressee; what they are not said to be is no gap.
        var values = [
            ReviewedValue(
                field: "date", value: date?.value.description, evidence: date?.evidence, consequence: 10),
            ReviewedValue(
                field: "sender", value: sender?.organization, evidence: sender?.evidence, consequence: 9),
            ReviewedValue(
                field: "kind", value: kind.rawValue, evidence: kindEvidence, consequence: 8),
        ]
        if addressees.isEmpty, kind == .letter || kind == .comment {
            values.append(
                ReviewedValue(field: "addressees.0.name", value: nil, evidence: nil, consequence: 7))
        }
        values += addressees.enumerated().map { place, party in party.reviewed("addressees.\(place)", 7) }
        values += agencies.enumerated().filter { $1.role == .addressee }.map { place, agency in
            ReviewedValue(
                field: "agencies.\(place).id", value: agency.id, evidence: agency.evidence, consequence: 6)
        }
        if let subject {
            values.append(
                ReviewedValue(
                    field: "subject", value: subject.value, evidence: subject.evidence, consequence: 5))
        }
        values += signatories.enumerated().map { place, person in
            ReviewedValue(
                field: "signatories.\(place).name", value: person.name, evidence: person.evidence,
                consequence: 4)
        }
        values += identifiers.enumerated().map { place, identifier in
            ReviewedValue(
                field: "identifiers.\(place).value", value: identifier.value, evidence: identifier.evidence,
                consequence: 3)
        }
        values += answers.enumerated().map { place, answer in
            ReviewedValue(
                field: "answers.\(place).identifier", value: answer.identifier, evidence: answer.evidence,
                consequence: 3)
        }
        values += copied.enumerated().map { place, party in party.reviewed("copied.\(place)", 1) }
        return values
    }
}

extension Addressee {
    fileprivate func reviewed(_ place: String, _ consequence: Int) -> ReviewedValue {
        let key = name == nil ? "organization" : "name"
        return ReviewedValue(
            field: "\(place).\(key)", value: name ?? organization ?? "", evidence: evidence,
            consequence: consequence)
    }
}
