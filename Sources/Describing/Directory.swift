import Correspondence
import Scanning

/// What describing looks things up in: compiled once, then used for every letter, from any thread.
public struct Directory: Sendable {
    public let agencies: AgencyRegistry
    public let organizations: OrganizationRegistry
    let names: BodyNames
    let recognizer: AgencyRecognizer

    /// - Throws: `PatternError` where a definition holds a pattern that cannot be read.
    public init(agencies: AgencyRegistry, organizations: [Organization] = []) throws {
        self.agencies = agencies
        self.organizations = OrganizationRegistry(organizations)
        names = BodyNames(agencies)
        recognizer = AgencyRecognizer(agencies)
    }
}
