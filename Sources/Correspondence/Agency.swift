/// A public body that letters are written to, that writes them, or that they name.
public struct Agency: Sendable, Hashable, Codable {
    /// Short, lower-case, unique: `cms`, `us-house-hsif`, `ca11`.
    public var id: String
    public var name: String
    /// As people write it: `CMS`.
    public var shortName: String?
    /// The short name also means other things (ED, VA): alone it proves nothing.
    public var isShortNameAmbiguous: Bool
    /// The body that it belongs to; queries for the parent find its children.
    public var parent: String?
    /// Other names in use, former names included.
    public var aliases: [String]
    /// The Federal Register's slug, where it has one.
    public var slug: String?
    /// `cms.hhs.gov`: a mailbox or link there points to the agency.
    public var domains: [String]

    public init(
        id: String, name: String, shortName: String? = nil, isShortNameAmbiguous: Bool = false,
        parent: String? = nil, aliases: [String] = [], slug: String? = nil, domains: [String] = []
    ) {
        self.id = id
        self.name = name
        self.shortName = shortName
        self.isShortNameAmbiguous = isShortNameAmbiguous
        self.parent = parent
        self.aliases = aliases
        self.slug = slug
        self.domains = domains
    }
}

/// All agencies of `Pipeline/agencies.yaml`, with their places in the tree.
public struct AgencyRegistry: Sendable {
    /// In the order of the file.
    public let agencies: [Agency]
    private let positions: [String: Int]
    private let children: [String: [String]]

    /// Ids must be unique; a parent that is not in the list is as good as none.
    public init(_ agencies: [Agency]) {
        self.agencies = agencies
        var positions: [String: Int] = [:]
        var children: [String: [String]] = [:]
        for (position, agency) in agencies.enumerated() {
            positions[agency.id] = positions[agency.id] ?? position
            if let parent = agency.parent { children[parent, default: []].append(agency.id) }
        }
        self.positions = positions
        self.children = children
    }

    public subscript(id: String) -> Agency? {
        positions[id].map { agencies[$0] }
    }

    /// The agency itself and all below it, each once.
    public func family(of id: String) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        var waiting = [id]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            found.append(next)
            waiting += (children[next] ?? []).reversed()
        }
        return found
    }

    /// The bodies above an agency, nearest first.
    public func ancestors(of id: String) -> [String] {
        var found: [String] = []
        var next = self[id]?.parent
        while let parent = next, !found.contains(parent), parent != id {
            found.append(parent)
            next = self[parent]?.parent
        }
        return found
    }
}
