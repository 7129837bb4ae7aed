import Correspondence
import Foundation

/// Reads `Pipeline/organizations.yaml`: senders, with the spellings that are joined to one name.
public enum OrganizationDefinitions {
    /// - Parameters:
    ///   - file: the YAML file.
    ///   - name: the file as messages show it.
    /// - Throws: `DefinitionError` for the first thing in the file that cannot be used.
    public static func load(
        _ file: URL, named name: String = "Pipeline/organizations.yaml"
    ) throws(DefinitionError) -> [Organization] {
        try organizations(DefinitionFile.read(file, named: name))
    }

    /// The same from YAML in memory.
    public static func parse(
        _ yaml: String, named name: String = "Pipeline/organizations.yaml"
    ) throws(DefinitionError) -> [Organization] {
        try organizations(DefinitionFile.parse(yaml, named: name))
    }

    private static func organizations(_ file: DefinitionValue) throws(DefinitionError) -> [Organization] {
        let entries = try file.fields(["organizations"]).required("organizations").items()
        var found: [Organization] = []
        var ids: Set<String> = []
        var owners: [String: String] = [:]
        for entry in entries {
            let organization = try read(entry)
            guard ids.insert(organization.id).inserted else {
                throw entry.error(
                    "id \"\(organization.id)\" stands twice", remedy: "join the entries, or rename one")
            }
            try claim(organization, entry, &owners)
            found.append(organization)
        }
        try checkParents(found, entries, ids)
        return found
    }

    private static let keys = ["id", "name", "acronym", "aliases", "former", "parent"]

    private static func read(_ entry: DefinitionValue) throws(DefinitionError) -> Organization {
        let fields = try entry.fields(keys)
        return Organization(
            id: try fields.required("id").string(), name: try fields.required("name").string(),
            acronym: try fields["acronym"]?.string(), aliases: try fields["aliases"]?.strings() ?? [],
            formerNames: try fields["former"]?.strings() ?? [], parent: try fields["parent"]?.string())
    }

    /// A spelling leads to one organisation only.
    private static func claim(
        _ organization: Organization, _ entry: DefinitionValue, _ owners: inout [String: String]
    ) throws(DefinitionError) {
        let acronym = organization.acronym.map { [$0] } ?? []
        let spellings = [organization.name] + acronym + organization.aliases + organization.formerNames
        for spelling in Set(spellings.map { $0.lowercased() }).sorted() {
            if let owner = owners[spelling] {
                throw entry.error(
                    "\(organization.id): \"\(spelling)\" already leads to \(owner)",
                    remedy: "keep it in one entry only")
            }
            owners[spelling] = organization.id
        }
    }

    private static func checkParents(
        _ organizations: [Organization], _ entries: [DefinitionValue], _ ids: Set<String>
    ) throws(DefinitionError) {
        for (organization, entry) in zip(organizations, entries) {
            guard let parent = organization.parent, !ids.contains(parent) else { continue }
            let nearest = nearestNames(to: parent, among: organizations.map(\.id)).first
            throw entry.error(
                "\(organization.id): no organization has the id of its parent, \"\(parent)\"",
                remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "add one, or leave parent out")
        }
    }
}
