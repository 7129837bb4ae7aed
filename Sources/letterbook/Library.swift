import Archiving
import Correspondence
import Definitions
import Foundation
import Indexing
import Reporting

/// What the commands that read share: the archive, its index, and the names that people use in questions.
struct Library {
    let workspace: Workspace
    let archive: Archive
    let agencies: AgencyRegistry
    let topics: [Topic]

    init(_ workspace: Workspace) throws {
        self.workspace = workspace
        archive = Archive(at: workspace.output.appendingPathComponent("archive", isDirectory: true))
        agencies = try AgencyDefinitions.load(workspace.pipeline.appendingPathComponent("agencies.yaml"))
        topics = try Topic.loadAll(in: workspace.pipeline.appendingPathComponent("topics", isDirectory: true))
    }

    var vocabulary: Vocabulary { Vocabulary(agencies: agencies, topics: topics.map(\.id)) }

    var indexFile: URL { workspace.output.appendingPathComponent(LetterIndex.path) }

    func index() throws -> LetterIndex {
        guard let fingerprint = try archive.fingerprint() else {
            throw ArchiveError.missing(path: archive.folder.path)
        }
        let index = try LetterIndex(reading: indexFile)
        if try index.archiveFingerprint() != fingerprint {
            printError(
                "warning: the index is not in step with the archive; 'letterbook index' brings it up to date")
        }
        return index
    }

    /// A record for the passages of a list; nil where it has left the archive since the index was made.
    func standing(_ id: String) throws -> Letter? {
        do {
            return try archive.read(id)
        } catch ArchiveError.noSuchLetter {
            return nil
        }
    }

    func facts(query: String, total: Int) -> LetterListFacts {
        LetterListFacts(
            query: query, total: total, program: "letterbook \(programVersion)", agencies: agencies,
            topicNames: Dictionary(topics.map { ($0.id, $0.label) }) { first, _ in first })
    }

    /// A record with what relates it to others.
    func letter(_ id: String) throws -> Letter {
        var letter = try archive.read(id)
        letter.relations = try archive.relations(of: id)
        return letter
    }
}
