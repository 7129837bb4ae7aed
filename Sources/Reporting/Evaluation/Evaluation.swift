import Correspondence

/// Records measured against labels, field by field: what `letterbook evaluate` prints and the quality tests hold
/// to floors.
///
/// Fields of scanned letters stand apart, under `date (scanned)` and so on. Precision of identifiers counts
/// dockets, RINs, file codes, Federal Register citations, Public Laws, bills and notices only, since labels do not
/// list every CFR, U.S.C., case or DOI citation. A label without a letter counts as wrong in every field.
public struct Evaluation: Sendable, Hashable {
    /// By field.
    public private(set) var scores: [String: Score] = [:]
    /// In the order of the labels.
    public private(set) var misses: [Miss] = []
    /// Files that have a label and no record.
    public private(set) var missing: [String] = []

    /// - Parameters:
    ///   - letters: by the file of the label that each belongs to; the first letter of a file that holds several.
    ///   - topics: ids that are scored; others are passed over. Nil scores every topic found.
    ///     Labels that give all topics are held to all of these, others to their `topics`.
    public init(_ labels: [GoldLabel], letters: [String: Letter], topics: Set<String>? = nil) {
        for label in labels {
            let letter = letters[label.file]
            if letter == nil { note(missing: label.file) }
            LabelScorer(label: label, letter: letter, topics: topics).score(into: &self)
        }
    }

    /// Takes in the figures of other fields; a field that stands in both has the other's figure.
    public mutating func add(_ other: Evaluation) {
        scores.merge(other.scores) { $1 }
        misses += other.misses
        missing += other.missing.filter { !missing.contains($0) }
    }

    /// The same figures with one field under another name.
    public func renamed(from field: String, to name: String) -> Evaluation {
        var renamed = self
        renamed.scores[field] = nil
        renamed.scores[name] = scores[field]
        for place in renamed.misses.indices where renamed.misses[place].field == field {
            renamed.misses[place].field = name
        }
        return renamed
    }

    mutating func note(missing file: String) { missing.append(file) }

    mutating func count(_ field: String, _ isRight: Bool, _ miss: @autoclosure () -> Miss) {
        guard case .values(let right, let of) = scores[field] ?? .values(right: 0, of: 0) else { return }
        scores[field] = .values(right: right + (isRight ? 1 : 0), of: of + 1)
        if !isRight { misses.append(miss()) }
    }

    /// - Parameter countsExtra: false where what the label lists is not all that may be found.
    mutating func count(
        _ field: String, file: String, found: Set<String>, wanted: Set<String>, countsExtra: Bool = true
    ) {
        guard
            case .sets(let right, let extra, let missed) = scores[field]
                ?? .sets(right: 0, extra: 0, missed: 0)
        else { return }
        let surplus = countsExtra ? found.subtracting(wanted) : []
        let lacking = wanted.subtracting(found)
        scores[field] = .sets(
            right: right + found.intersection(wanted).count, extra: extra + surplus.count,
            missed: missed + lacking.count)
        if !surplus.isEmpty || !lacking.isEmpty {
            misses.append(
                Miss(field: field, file: file, found: Self.listed(found), wanted: Self.listed(wanted)))
        }
    }

    private static func listed(_ values: Set<String>) -> String {
        "[" + values.sorted().joined(separator: ", ") + "]"
    }
}
