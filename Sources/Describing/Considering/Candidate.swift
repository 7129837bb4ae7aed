import Correspondence

/// Something that might have been a letter's date, sender, addressee, subject or agency: what `show --candidates`
/// tells.
public struct Candidate: Sendable, Hashable {
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case date, sender, addressee, subject, agency
    }

    public var field: Field
    public var value: String
    /// Whether the record holds it.
    public var isChosen: Bool
    /// Why it was considered, in a few words.
    public var reason: String
    public var evidence: Evidence
}
