/// What Extracting can be told. Part of its fingerprint.
public struct ExtractionSettings: Sendable, Hashable, Codable {
    /// Pages read of one document; further ones are left out with a finding. Default 5,000: longer than any
    /// rule's comment file, short enough that a bomb of empty pages ends.
    public var maximumPages = 5_000

    public init() {}
}
