/// What sort of correspondence a letter is.
public enum LetterKind: String, Sendable, Hashable, Codable, CaseIterable {
    case letter
    /// Answers a published rule, notice or request for information.
    case comment
    case testimony
    case statement
    case notice
    case memo
    /// A web page that is no letter.
    case page
    case other

    /// Whether it belongs on a timeline of correspondence.
    public var isCorrespondence: Bool { self != .page && self != .other }
}
