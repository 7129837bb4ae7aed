/// Something in an output that is not as it was written: what, where, and how to restore it.
public struct Damage: Sendable, Hashable, Codable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case recordMissing, recordDamaged, recordChanged, recordMisplaced, recordAgainstSchema, recordExtra
        case recordOutdated
        case originalMissing, originalChanged, originalMoved
        case manifestDamaged, schemaChanged, relationsDamaged, leftover, stray
        case tombstoneMissing, tombstoneUnknown, ledgerDamaged
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

    /// Whether a sound record must take the place of the one that is there, or of none.
    var concernsRecord: Bool {
        switch kind {
        case .recordMissing, .recordDamaged, .recordChanged, .recordMisplaced, .recordAgainstSchema,
            .recordExtra:
            true
        default: false
        }
    }
}

/// Where a sound record can come from, and how a person is told of it.
enum Remedy: String {
    case fromOriginal = "'letterbook verify --repair' makes it again from its original"
    case fromLedger = "'letterbook verify --repair' writes it again from the ledger"
    case fromBackup = "neither its original nor the ledger has it: restore it from a backup"
    case enters = "'letterbook verify --repair' enters it if it is sound"
    case migrates = "'letterbook verify --repair' brings it up to date"
    case anew = "'letterbook verify --repair' writes it anew"
    case setAside = "'letterbook verify --repair' moves it to Output/set-aside"
    case nextNight = "the next night, or 'letterbook verify --repair', takes note of it"
}
