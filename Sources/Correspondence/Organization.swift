/// A body that sends letters, with the spellings that are joined to one name.
public struct Organization: Sendable, Hashable, Codable {
    /// Short, lower-case, unique: `aha`.
    public var id: String
    /// The name under which its letters are found.
    public var name: String
    public var acronym: String?
    /// Other spellings in use.
    public var aliases: [String]
    /// Names it had before.
    public var formerNames: [String]
    /// Id of the organisation that it belongs to.
    public var parent: String?

    public init(
        id: String, name: String, acronym: String? = nil, aliases: [String] = [], formerNames: [String] = [],
        parent: String? = nil
    ) {
        self.id = id
        self.name = name
        self.acronym = acronym
        self.aliases = aliases
        self.formerNames = formerNames
        self.parent = parent
    }
}
