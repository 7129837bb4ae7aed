import Correspondence

/// Joins the spellings of one sender: aliases, acronyms and former names lead to the name in use.
public struct OrganizationRegistry: Sendable {
    /// In the order of the file.
    public let organizations: [Organization]
    private let positions: [String: Int]

    public init(_ organizations: [Organization]) {
        self.organizations = organizations
        var positions: [String: Int] = [:]
        for (position, organization) in organizations.enumerated() {
            let names = [organization.name] + organization.aliases + organization.formerNames
            for name in names where positions[BodyNames.key(name)] == nil {
                positions[BodyNames.key(name)] = position
            }
            if let acronym = organization.acronym, positions[BodyNames.key(acronym)] == nil {
                positions[BodyNames.key(acronym)] = position
            }
        }
        self.positions = positions
    }

    /// The organisation that goes by a name; nil where the name is unknown.
    public func organization(named name: String) -> Organization? {
        positions[BodyNames.key(name)].map { organizations[$0] }
    }
}
