import Correspondence

/// Finds the record that each labelled file was made into.
///
/// - Parameters:
///   - letters: records in any order; of the letters of one file the first is taken, the one whose id has no
///     suffix.
///   - fingerprints: the SHA-256 of each labelled file, by the label's `file`. Two files may have the same bytes.
/// - Returns: by file; a file without a record is absent.
public func match(_ letters: some Sequence<Letter>, to fingerprints: [String: String]) -> [String: Letter] {
    var byFingerprint: [String: Letter] = [:]
    let wanted = Set(fingerprints.values)
    for letter in letters where wanted.contains(letter.original.sha256) {
        let known = byFingerprint[letter.original.sha256]
        if known.map({ letter.id.count < $0.id.count }) ?? true {
            byFingerprint[letter.original.sha256] = letter
        }
    }
    return fingerprints.compactMapValues { byFingerprint[$0] }
}
