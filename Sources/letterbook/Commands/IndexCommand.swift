import Archiving
import ArgumentParser
import Foundation
import Indexing
import Nightly

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Build the index anew from the archive.",
        discussion: """
            The nightly keeps the index up to date; this is for one that was lost or damaged. Questions that are asked \
            meanwhile are answered from the old index.

            EXAMPLE
              letterbook index
            """)

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        do {
            let workspace = try place.workspace()
            let archive = Archive(at: workspace.output.appendingPathComponent("archive", isDirectory: true))
            guard let fingerprint = try archive.fingerprint() else {
                throw ArchiveError.missing(path: archive.folder.path)
            }
            let file = workspace.output.appendingPathComponent(LetterIndex.path)
            let change = try LetterIndex.bringUpToDate(
                file, with: archive.indexSource(fingerprint: fingerprint), rebuild: true)
            if case .rebuilt(let letters) = change {
                print("Indexed \(letters) \(letters == 1 ? "letter" : "letters"): \(file.path)")
            }
        } catch {
            throw Exit.code(for: error)
        }
    }
}
