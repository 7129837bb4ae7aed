/// Something in an output that is not as it was written: what, where, and how to restore it.
public struct Damage: Sendable, Hashable, Codable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case recordMissing, recordDamaged, recordChanged, recordMisplaced, recordAgainstSchema, recordExtra
        case originalMissing, originalChanged
        case manifestDamaged, schemaChanged, relationsDamaged, leftover
        case indexMissing, indexBehind, indexDamaged
    }

    public var kind: Kind
    /// The letter concerned.
    public var id: String?
    public var path: String
    public var message: String
    /// What to do.
    public var remedy: String

    public init(_ kind: Kind, id: String? = nil, path: String, message: String, remedy: String) {
        self.kind = kind
        self.id = id
        self.path = path
        self.message = message
        self.remedy = remedy
    }

    public var description: String { "\(path): \(message); \(remedy)" }

    /// Whether the record can be made again from its original, if that is sound.
    public var concernsRecord: Bool {
        switch kind {
        case .recordMissing, .recordDamaged, .recordChanged, .recordMisplaced, .recordAgainstSchema,
            .recordExtra:
            true
        default: false
        }
    }
}
