import Archiving
import Correspondence
import Foundation
import Indexing
import SyntheticLetters

/// A folder with a made-up archive and its index.
struct Workplace {
    let folder: URL
    let letters: SyntheticArchive
    /// Whether the letters are made again whenever they are read, instead of lying on disk.
    let isMade: Bool

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

    /// A letter's record, for passages.
    func letter(_ id: String) throws -> Letter? {
        try isMade ? letters.letter(letters.number(id)) : archive.read(id)
    }

    /// The archive's records, read from disk or made; the last night's letters among them or not.
    func source(leavingOut isLeftOut: @escaping (Int) -> Bool = { _ in false }) throws -> IndexSource {
        isMade ? madeSource(leavingOut: isLeftOut) : try readSource()
    }

    private func madeSource(leavingOut isLeftOut: @escaping (Int) -> Bool) -> IndexSource {
        let letters = letters
        return IndexSource(
            fingerprint: isLeftOut(0) ? "before" : "after",
            manifest: {
                var next = 0
                return {
                    while next < letters.count, isLeftOut(next) { next += 1 }
                    guard next < letters.count else { return nil }
                    defer { next += 1 }
                    let id = letters.id(next)
                    return ManifestEntry(
                        id: id, originalSHA256: id, path: id, recordSHA256: id + id + id + id)
                }
            },
            letter: { letters.letter(letters.number($0)) }, relations: { letters.relations() })
    }

    private func readSource() throws -> IndexSource {
        let archive = archive
        return IndexSource(
            fingerprint: try archive.fingerprint() ?? "",
            manifest: {
                let reader = Manifest(try archive.manifest())
                return { try reader.next() }
            },
            letter: { try archive.read($0) }, relations: { try archive.relations() })
    }

    /// What other programs index: a text file a letter, a list of them, and words to ask for.
    func writeTexts() throws {
        let texts = folder.appendingPathComponent("texts", isDirectory: true)
        try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
        var list = ""
        for number in 0..<letters.count {
            let letter = letters.letter(number)
            let text = ([letter.title ?? ""] + letter.pages.map(\.text)).joined(separator: "\n\n")
            try Data(text.utf8).write(to: texts.appendingPathComponent("\(letter.id).txt"))
            list += "\(letter.id)\t\(letter.agencies.first?.id ?? "")\t\(letter.id).txt\n"
        }
        try Data(list.utf8).write(to: folder.appendingPathComponent("texts.tsv"))
        let queries = (0..<40).map {
            "\(QueryClass.word($0, letters)) \(QueryClass.word($0 / 2 + 3, letters))"
        }
        try Data((queries.joined(separator: "\n") + "\n").utf8)
            .write(to: folder.appendingPathComponent("queries.txt"))
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
