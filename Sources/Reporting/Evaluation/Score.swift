/// How often records agree with labels in one field.
public enum Score: Sendable, Hashable {
    /// One value a letter: right or wrong.
    case values(right: Int, of: Int)
    /// Several values a letter: found and wanted, found and not wanted, wanted and not found.
    case sets(right: Int, extra: Int, missed: Int)

    /// The share of right values, or F1; 1 where there was nothing to find and nothing was found.
    public var figure: Double {
        switch self {
        case .values(let right, let of):
            return of == 0 ? 1 : Double(right) / Double(of)
        case .sets:
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        }
    }

    /// Of what was found, the share that was wanted.
    public var precision: Double {
        switch self {
        case .values: figure
        case .sets(let right, let extra, _): right + extra == 0 ? 1 : Double(right) / Double(right + extra)
        }
    }

    /// Of what was wanted, the share that was found.
    public var recall: Double {
        switch self {
        case .values: figure
        case .sets(let right, _, let missed): right + missed == 0 ? 1 : Double(right) / Double(right + missed)
        }
    }
}

/// A letter in which a field is not as its label says.
public struct Miss: Sendable, Hashable, CustomStringConvertible {
    public var field: String
    public var file: String
    public var found: String
    public var wanted: String

    public var description: String { "\(field)  \(file): found \(found), wanted \(wanted)" }
}
