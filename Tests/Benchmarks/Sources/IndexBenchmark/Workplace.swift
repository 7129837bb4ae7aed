import Archiving
import Correspondence
import Foundation
import Indexing
import SyntheticLetters

/// A folder with a made-up archive and its index.
struct Workplace {
    let folder: URL
    let letters: SyntheticArchive

    var archive: Archive { Archive(at: folder.appendingPathComponent("archive", isDirectory: true)) }
    var index: URL { folder.appendingPathComponent(LetterIndex.path) }

    /// Writes the records as the nightly does, except those of which `isLeftOut` is true.
    func writeArchive(leavingOut isLeftOut: (Int) -> Bool) throws {
        try archive.prepare()
        var entries: [ManifestEntry] = []
        for number in 0..<letters.count where !isLeftOut(number) {
            entries.append(try archive.write(letters.letter(number)).entry)
        }
        try archive.finish(entries)
        try archive.write(relations: letters.relations())
    }

    /// Enters letters that were left out.
    func add(_ numbers: [Int]) throws {
        try archive.finish(numbers.map { try archive.write(letters.letter($0)).entry })
    }

    /// The archive's records, read from disk.
    func source() throws -> IndexSource {
        let archive = archive
        return IndexSource(
            fingerprint: try archive.fingerprint() ?? "",
            manifest: {
                let reader = Manifest(try archive.manifest())
                return { try reader.next() }
            },
            letter: { try archive.read($0) }, relations: { try archive.relations() })
    }

    /// Bytes of the letters' text.
    func textBytes() -> Int {
        let sample = stride(from: 0, to: letters.count, by: max(1, letters.count / 5_000))
        let sizes = sample.map { letters.letter($0).pages.map(\.text.utf8.count).reduce(0, +) }
        return Int(Double(sizes.reduce(0, +)) / Double(sizes.count) * Double(letters.count))
    }

    var indexBytes: Int {
        (try? FileManager.default.attributesOfItem(atPath: index.path)[.size] as? Int) ?? 0
    }
}

/// Lets a closure hold a reader that cannot be copied.
private final class Manifest {
    private var reader: Archive.ManifestReader

    init(_ reader: consuming Archive.ManifestReader) { self.reader = reader }

    func next() throws -> ManifestEntry? { try reader.next() }
}
