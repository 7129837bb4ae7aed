import Correspondence

/// What decides a stage's result besides its input: version, settings, definitions, in one short hash each.
///
/// Each later stage's fingerprint covers only its own part; a change of an earlier one makes the later ones run
/// again because their input changes.
public struct Fingerprints: Sendable, Hashable, Codable {
    public var extract: String
    public var describe: String
    public var tag: String

    public init(extract: String, describe: String, tag: String) {
        self.extract = extract
        self.describe = describe
        self.tag = tag
    }
}

/// The fingerprint of parts, in order: 12 hexadecimal digits of their SHA-256.
public func fingerprint(of parts: [String]) -> String {
    // Lengths keep ["ab", "c"] apart from ["a", "bc"].
    let joined = parts.map { "\($0.utf8.count):\($0)" }.joined(separator: ",")
    return String(SHA256.hex(of: Array(joined.utf8)).prefix(12))
}
