import Correspondence

/// The names that queries may use: those of the definitions. What the index knows besides is known, too.
public struct Vocabulary: Sendable {
    public var agencies: AgencyRegistry
    /// Ids of `Pipeline/topics/`.
    public var topics: [String]

    public init(agencies: AgencyRegistry = AgencyRegistry([]), topics: [String] = []) {
        self.agencies = agencies
        self.topics = topics
    }

    /// An agency by its id, its short name, its name or an alias, whatever the case; nil where there is none.
    func agency(_ typed: String) -> Agency? {
        if let agency = agencies[typed.lowercased()] { return agency }
        let key = NameKey.words(typed)
        return agencies.agencies.first { agency in
            ([agency.name] + [agency.shortName].compactMap { $0 } + agency.aliases)
                .contains { NameKey.words($0) == key }
        }
    }
}
