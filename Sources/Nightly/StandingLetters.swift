import Archiving
import Correspondence

/// The letters of an archive one after another, tombstones left out; counted as they pass.
struct StandingLetters: Sequence {
    /// What went by, and the first record that could not be read.
    final class Tally {
        fileprivate(set) var letters = 0
        fileprivate(set) var topics: [String: Int] = [:]
        /// Agencies addressed.
        fileprivate(set) var agencies: [String: Int] = [:]
        fileprivate var failure: ArchiveError?

        func rethrow() throws(ArchiveError) {
            if let failure { throw failure }
        }

        fileprivate func count(_ letter: Letter) {
            letters += 1
            for topic in letter.topics { topics[topic.id, default: 0] += 1 }
            let addressed = Set(letter.agencies.filter { $0.role == .addressee }.map(\.id))
            for agency in addressed { agencies[agency, default: 0] += 1 }
        }
    }

    let tally = Tally()
    private let reader: Archive.LetterReader

    init(_ archive: Archive) throws(ArchiveError) { reader = try archive.letters() }

    struct Iterator: IteratorProtocol {
        fileprivate var reader: Archive.LetterReader
        fileprivate let tally: Tally

        mutating func next() -> Letter? {
            do {
                while let letter = try reader.next() {
                    guard letter.withdrawn == nil else { continue }
                    tally.count(letter)
                    return letter
                }
            } catch {
                tally.failure = error
            }
            return nil
        }
    }

    func makeIterator() -> Iterator { Iterator(reader: reader, tally: tally) }
}
