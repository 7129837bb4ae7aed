import Correspondence
import Foundation

/// Holds originals to their fixity; those that are not where they were are looked for in the whole corpus.
struct OriginalVerifier {
    private struct Sought {
        var id: String
        var sha256: String
        /// Where it should lie; nil for a record that cannot tell.
        var path: String?
        /// Whether other bytes lie there now.
        var isReplaced: Bool
    }

    let corpus: URL?
    /// Originals that were compared.
    private(set) var looked = 0
    private var sought: [Sought] = []
    /// The last file's hash: letters of one file follow one another.
    private var last: (path: String, hash: String?)?

    init(corpus: URL?) { self.corpus = corpus }

    /// Compares the original of a sound record with its fixity.
    mutating func check(_ letter: Letter) throws(ArchiveError) {
        guard let corpus else { return }
        looked += 1
        for path in letter.original.paths {
            let hash = try hash(corpus.appendingPathComponent(path).path)
            if hash == nil, isHeld(path, in: corpus) { continue }
            if hash != letter.original.sha256 {
                sought.append(
                    Sought(
                        id: letter.id, sha256: letter.original.sha256, path: path, isReplaced: hash != nil))
            }
        }
    }

    /// Whether what holds an attached original is there: its bytes are held to the fixity of that one's own record.
    private func isHeld(_ path: String, in corpus: URL) -> Bool {
        let place = OriginalPath(path)
        return !place.attachments.isEmpty
            && FileManager.default.fileExists(atPath: corpus.appendingPathComponent(place.file).path)
    }

    /// Notes a record that cannot say where its original lies.
    mutating func seek(_ entry: ManifestEntry) {
        sought.append(Sought(id: entry.id, sha256: entry.originalSHA256, path: nil, isReplaced: false))
    }

    /// What became of the originals that were not in their places, and the ids of those that are nowhere.
    mutating func settle() throws(ArchiveError) -> (damage: [Damage], lost: Set<String>) {
        guard let corpus, !sought.isEmpty else { return ([], []) }
        let there = try places(in: corpus, of: Set(sought.map(\.sha256)))
        var lost: Set<String> = []
        var damage: [Damage] = []
        for missing in sought {
            if let place = there[missing.sha256] {
                damage += missing.path.map { moved(missing, from: $0, to: place) } ?? []
            } else {
                lost.insert(missing.id)
                damage += missing.path.map { gone(missing, from: $0) } ?? []
            }
        }
        return (damage, lost)
    }

    private func moved(_ missing: Sought, from path: String, to place: String) -> [Damage] {
        // One of several copies that went is no damage: the original is there.
        [
            Damage(
                .originalMoved, id: missing.id, path: path,
                message:
                    "\(missing.isReplaced ? "holds other bytes" : "is missing"): the original lies at \(place)",
                remedy: Remedy.nextNight.rawValue)
        ]
    }

    private func gone(_ missing: Sought, from path: String) -> [Damage] {
        let restore = "restore it from a backup (SHA-256 \(missing.sha256))"
        return [
            missing.isReplaced
                ? Damage(
                    .originalChanged, id: missing.id, path: path, message: "is not the original any more",
                    remedy: "\(restore); the next night takes the changed one for a new letter")
                : Damage(
                    .originalMissing, id: missing.id, path: path, message: "the original is missing",
                    remedy: "\(restore); the next night sets a tombstone for it")
        ]
    }

    private mutating func hash(_ path: String) throws(ArchiveError) -> String? {
        if let last, last.path == path { return last.hash }
        let hash = try RecordFile.hash(of: path)
        last = (path, hash)
        return hash
    }

    /// The first path, in their order, at which each of the originals lies.
    private func places(in corpus: URL, of wanted: Set<String>) throws(ArchiveError) -> [String: String] {
        var places: [String: String] = [:]
        let paths: [String]
        do {
            paths = try FileManager.default.subpathsOfDirectory(atPath: corpus.path).sorted()
        } catch {
            throw ArchiveError.notReadable(path: corpus.path, reason: "\(error)")
        }
        for path in paths {
            let file = corpus.appendingPathComponent(path).path
            var status = stat()
            guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                let hash = try RecordFile.hash(of: file), wanted.contains(hash), places[hash] == nil
            else { continue }
            places[hash] = path
        }
        return places
    }
}
