import Correspondence

/// What two letters are to each other, and why, or why not.
public struct PairAccount: Sendable, Hashable, Codable {
    /// Nil where they are two letters of their own.
    public var kind: Relation.Kind?
    /// The estimated share of three-word sequences in common, 0 to 1; nil where a text is too short to tell.
    public var similarity: Double?
    /// Sentences for people; the first says what they are.
    public var reasons: [String]
}

/// Says of two letters whether one is a copy or a variant of the other, by the rules of `relate`.
public func comparison(
    _ a: LetterFacts, _ b: LetterFacts, settings: RelatingSettings = RelatingSettings()
) -> PairAccount {
    let similarity =
        a.text == b.text ? 1 : a.signature.flatMap { one in b.signature.map { one.similarity(to: $0) } }
    let kind = Comparison(a, b, similarity: similarity ?? 0, settings: settings)?.relation
    let rounded = similarity.map { ($0 * 1_000).rounded() / 1_000 }
    var reasons = [verdict(kind)]
    if a.text == b.text {
        reasons.append("the words are the same")
    } else if let rounded {
        reasons.append("\(percent(rounded)) of their three-word sequences are in common")
    } else {
        reasons.append("a text of fewer than \(Signature.fewestWords) words tells too little to be compared")
    }
    if kind == nil || kind == .campaign, rounded ?? 0 >= settings.campaign {
        reasons += differences(a, b, settings)
    }
    return PairAccount(kind: kind, similarity: rounded, reasons: reasons)
}

private func verdict(_ kind: Relation.Kind?) -> String {
    switch kind {
    case .duplicate: "one letter twice: a duplicate"
    case .rendition: "one letter in two formats: renditions"
    case .nearDuplicate: "one letter with small differences: near-duplicates"
    case .campaign: "two letters from one template: a campaign"
    default: "two letters, not duplicates"
    }
}

/// What tells apart letters that are alike: an annual letter to the same committee has another date.
private func differences(_ a: LetterFacts, _ b: LetterFacts, _ settings: RelatingSettings) -> [String] {
    var said: [String] = []
    if let days = Comparison.daysApart(a, b), days > settings.sameLetterDays {
        said.append(
            "their dates lie \(days) days apart, more than the \(settings.sameLetterDays) "
                + "within which one letter is copied")
    }
    if let one = a.sender, let other = b.sender, one != other {
        said.append("their senders differ: \(one); \(other)")
    }
    if !Comparison.shareAddressees(a, b) {
        said.append(
            "their addressees differ: \(a.addressees.joined(separator: ", ")); "
                + b.addressees.joined(separator: ", "))
    }
    return said
}

private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
