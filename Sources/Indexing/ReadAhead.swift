import Correspondence
import Dispatch
import Synchronization

extension IndexSource {
    /// Calls `body` with each letter, in the manifest's order. The next letters are read on a thread of their own while
    /// those before them are entered: reading them takes a third of a build's time.
    func forEachLetter(_ body: (ManifestEntry, Letter) throws -> Void) throws {
        let next = try manifest()
        var coming = LettersBeingRead(try LettersBeingRead.entries(next), with: letter)
        while let batch = coming {
            let letters = try batch.letters()
            coming = LettersBeingRead(try LettersBeingRead.entries(next), with: letter)
            for (entry, letter) in zip(batch.entries, letters) { try body(entry, letter) }
        }
    }
}

/// A few letters that a thread reads.
private final class LettersBeingRead: Sendable {
    /// As many letters are held in memory, twice.
    private static let count = 32

    let entries: [ManifestEntry]
    private let outcome = Mutex<Result<[Letter], any Error>>(.success([]))
    private let reading = DispatchGroup()

    /// Nil where there is nothing to read.
    init?(_ entries: [ManifestEntry], with read: @escaping @Sendable (String) throws -> Letter) {
        guard !entries.isEmpty else { return nil }
        self.entries = entries
        DispatchQueue.global().async(group: reading) {
            let result = Result { try entries.map { try read($0.id) } }
            self.outcome.withLock { $0 = result }
        }
    }

    /// Waits for them.
    ///
    /// - Throws: what the first one that cannot be read threw.
    func letters() throws -> [Letter] {
        reading.wait()
        return try outcome.withLock { try $0.get() }
    }

    static func entries(_ next: () throws -> ManifestEntry?) throws -> [ManifestEntry] {
        var entries: [ManifestEntry] = []
        while entries.count < count, let entry = try next() { entries.append(entry) }
        return entries
    }
}
