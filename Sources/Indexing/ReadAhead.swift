import Correspondence
import Dispatch
import Synchronization

extension IndexSource {
    /// Calls `body` with each letter, in the manifest's order. The next letters are read on a thread of their own while
    /// those before them are entered: reading them takes a third of a build's time.
    func forEachLetter(_ body: (ManifestEntry, Letter) throws -> Void) throws {
        let next = try manifest()
        var coming = LettersBeingRead(try LettersBeingRead.entries([], next), with: letter)
        while let batch = coming {
            let letters = try batch.letters()
            let rest = Array(batch.entries.dropFirst(letters.count))
            coming = LettersBeingRead(try LettersBeingRead.entries(rest, next), with: letter)
            for (entry, letter) in zip(batch.entries, letters) { try body(entry, letter) }
        }
    }
}

/// A few letters that a thread reads.
private final class LettersBeingRead: Sendable {
    /// As many letters are held in memory, twice, or as few as have so many bytes of text.
    private static let count = 32
    private static let bytes = 2 << 20

    let entries: [ManifestEntry]
    private let outcome = Mutex<Result<[Letter], any Error>>(.success([]))
    private let reading = DispatchGroup()

    /// Nil where there is nothing to read.
    init?(_ entries: [ManifestEntry], with read: @escaping @Sendable (String) throws -> Letter) {
        guard !entries.isEmpty else { return nil }
        self.entries = entries
        DispatchQueue.global().async(group: reading) {
            let result = Result { try Self.read(entries, with: read) }
            self.outcome.withLock { $0 = result }
        }
    }

    private static func read(
        _ entries: [ManifestEntry], with read: (String) throws -> Letter
    ) throws -> [Letter] {
        var letters: [Letter] = []
        var left = bytes
        for entry in entries where left > 0 {
            let letter = try read(entry.id)
            left -= letter.pages.reduce(0) { $0 + $1.text.utf8.count }
            letters.append(letter)
        }
        return letters
    }

    /// Waits for them: of the entries the first ones, at least one.
    ///
    /// - Throws: what the first one that cannot be read threw.
    func letters() throws -> [Letter] {
        reading.wait()
        return try outcome.withLock { try $0.get() }
    }

    /// - Parameter left: entries that were not come to.
    static func entries(
        _ left: [ManifestEntry], _ next: () throws -> ManifestEntry?
    ) throws -> [ManifestEntry] {
        var entries = left
        while entries.count < count, let entry = try next() { entries.append(entry) }
        return entries
    }
}
