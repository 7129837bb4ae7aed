/// A question that is asked every night: `Pipeline/queries/<id>.yaml`.
public struct SavedQuery: Sendable, Hashable, Codable {
    /// The file's name without its ending.
    public var id: String
    /// In the query language.
    public var query: String
    /// Why somebody wants to know: shown with every answer.
    public var why: String
    /// A program and its arguments that is given what is new, as JSON on standard input; nil for none.
    public var command: [String]?

    public init(id: String, query: String, why: String, command: [String]? = nil) {
        self.id = id
        self.query = query
        self.why = why
        self.command = command
    }
}
