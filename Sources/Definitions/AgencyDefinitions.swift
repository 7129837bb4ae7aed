import Correspondence
import Foundation

/// Reads `Pipeline/agencies.yaml`: the bodies themselves, and those that every state has.
public enum AgencyDefinitions {
    /// - Parameters:
    ///   - file: the YAML file.
    ///   - name: the file as messages show it.
    /// - Throws: `DefinitionError` for the first thing in the file that cannot be used.
    public static func load(
        _ file: URL, named name: String = "Pipeline/agencies.yaml"
    ) throws(DefinitionError) -> AgencyRegistry {
        try registry(DefinitionFile.read(file, named: name))
    }

    /// The same from YAML in memory.
    public static func parse(
        _ yaml: String, named name: String = "Pipeline/agencies.yaml"
    ) throws(DefinitionError) -> AgencyRegistry {
        try registry(DefinitionFile.parse(yaml, named: name))
    }

    private static func registry(_ file: DefinitionValue) throws(DefinitionError) -> AgencyRegistry {
        let fields = try file.fields(["agencies", "forEachState"])
        var agencies: [Agency] = []
        var entries: [DefinitionValue] = []
        var ids: Set<String> = []
        for entry in try fields.required("agencies").items() {
            let agency = try read(entry)
            guard ids.insert(agency.id).inserted else {
                throw entry.error(
                    "id \"\(agency.id)\" stands twice", remedy: "join the entries, or rename one")
            }
            agencies.append(agency)
            entries.append(entry)
        }
        for template in try fields["forEachState"]?.items() ?? [] {
            let pattern = try read(template, isTemplate: true)
            for agency in State.all.map({ fill(pattern, for: $0) }) where ids.insert(agency.id).inserted {
                agencies.append(agency)
                entries.append(template)
            }
        }
        try checkParents(agencies, entries, ids)
        return AgencyRegistry(agencies)
    }

    private static let keys = [
        "id", "name", "short", "shortIsAmbiguous", "parent", "aliases", "former", "slug", "domains",
    ]

    private static func read(
        _ entry: DefinitionValue, isTemplate: Bool = false
    ) throws(DefinitionError) -> Agency {
        let fields = try entry.fields(keys)
        let id = try fields.required("id")
        return Agency(
            id: try isTemplate ? id.string() : identifier(id),
            name: try fields.required("name").string(),
            shortName: try fields["short"]?.string(),
            isShortNameAmbiguous: try fields["shortIsAmbiguous"]?.bool() ?? false,
            parent: try fields["parent"]?.string(),
            aliases: try (fields["aliases"]?.strings() ?? []) + formerNames(fields["former"]),
            slug: try fields["slug"]?.string(),
            domains: try fields["domains"]?.strings().map { $0.lowercased() } ?? [])
    }

    private static func identifier(_ value: DefinitionValue) throws(DefinitionError) -> String {
        let id = try value.string()
        let isPlain = id.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain else { throw value.mustBe("lower-case letters, digits and hyphens") }
        return id
    }

    /// `General Accounting Office: 1921-2004`; an open end is `1921-` or `-2004`.
    private static func formerNames(_ value: DefinitionValue?) throws(DefinitionError) -> [String] {
        var names: [String] = []
        for (name, years) in try value?.entries() ?? [] {
            let ends = try years.string().split(separator: "-", omittingEmptySubsequences: false)
            let areYears = ends.allSatisfy { $0.isEmpty || ($0.count == 4 && Int($0) != nil) }
            guard ends.count <= 2, areYears else { throw years.mustBe("the years of that name: 1977-2001") }
            names.append(name)
        }
        return names
    }

    private static func fill(_ pattern: Agency, for state: State) -> Agency {
        func filled(_ text: String) -> String {
            text.replacingOccurrences(of: "{state}", with: state.name)
                .replacingOccurrences(of: "{code}", with: state.code)
        }
        return Agency(
            id: filled(pattern.id), name: filled(pattern.name), shortName: pattern.shortName.map(filled),
            isShortNameAmbiguous: pattern.isShortNameAmbiguous, parent: pattern.parent.map(filled),
            aliases: pattern.aliases.map(filled), slug: pattern.slug.map(filled),
            domains: pattern.domains.map(filled))
    }

    private static func checkParents(
        _ agencies: [Agency], _ entries: [DefinitionValue], _ ids: Set<String>
    ) throws(DefinitionError) {
        for (agency, entry) in zip(agencies, entries) {
            guard let parent = agency.parent, !ids.contains(parent) else { continue }
            let nearest = nearestNames(to: parent, among: agencies.map(\.id)).first
            throw entry.error(
                "\(agency.id): no agency has the id of its parent, \"\(parent)\"",
                remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "add one, or leave parent out")
        }
    }
}
