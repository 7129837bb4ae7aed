/// A reference that other systems can resolve: a docket, a rule's number, a citation, a bill.
public struct Identifier: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case docket, rin, fileCode, frCitation, frDocument, cfr, usc, publicLaw, bill, stateBill, notice
        case award, omb, `case`, nct, doi, isbn
    }

    public var kind: Kind
    /// Canonical: `CMS-1752-P`, `0938-AU44`, `86 FR 25070`, `hr4995-116`.
    public var value: String
    /// As it stands in the letter.
    public var printed: String
    /// Only for bills.
    public var congress: Int?
    public var evidence: Evidence

    public init(kind: Kind, value: String, printed: String, congress: Int? = nil, evidence: Evidence) {
        self.kind = kind
        self.value = value
        self.printed = printed
        self.congress = congress
        self.evidence = evidence
    }

    enum CodingKeys: String, CodingKey {
        case kind = "type"
        case value, printed, congress, evidence
    }
}
