/// Something a person should look at: a value that could not be established, a page that reads badly.
public struct Finding: Sendable, Hashable, Codable {
    public enum Severity: String, Sendable, Hashable, Codable {
        case note, warning, error
    }

    public var severity: Severity
    /// The stage that noticed: `extract`, `divide`, `describe`, `tag`, `relate`, `archive`.
    public var stage: String
    /// Stable and kebab-case, for filters: `text-layer-garbled`.
    public var code: String
    public var page: Int?
    /// What is so, and what a person can do.
    public var message: String

    public init(_ severity: Severity, stage: String, code: String, page: Int? = nil, message: String) {
        self.severity = severity
        self.stage = stage
        self.code = code
        self.page = page
        self.message = message
    }
}
