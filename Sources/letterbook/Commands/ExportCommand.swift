import Archiving
import ArgumentParser
import Correspondence
import Foundation
import Indexing
import Reporting

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all letters, or those that a question finds, in a format of other programs.",
        discussion: """
            Every letter that matches is written, in the order of ids, whole records for jsonl and json; memory does \
            not grow with the archive. Formats: \(LetterFormat.all.map(\.id).joined(separator: ", ")).

            EXAMPLE
              letterbook export --format jsonl > letters.jsonl
              letterbook export --topic ctsa --format ris > ctsa.ris
              letterbook export --agency cms --format csv > cms.csv
            """)

    @OptionGroup var question: QueryOptions

    @Option(
        help: ArgumentHelp("\(LetterFormat.all.map(\.summary).joined(separator: "; ")).", valueName: "format")
    )
    var format = "jsonl"

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        if LetterFormat.named(format) == nil { throw unknownFormat(format) }
    }

    func run() throws {
        do {
            guard let format = LetterFormat.named(format) else { return }
            let library = try Library(place.workspace())
            let relations = try library.archive.relations()
            var ids = try self.ids(library)[...]
            try format.write(
                library.facts(query: try question.condition()?.text ?? "", total: ids.count),
                next: {
                    guard let id = ids.popFirst() else { return nil }
                    return LetterItem(try library.letter(id, relations: relations), hasPages: true)
                },
                to: { FileHandle.standardOutput.write(Data($0.utf8)) })
        } catch {
            throw Exit.code(for: error)
        }
    }

    /// A whole export reads the archive alone: it needs no index.
    private func ids(_ library: Library) throws -> [String] {
        guard let condition = try question.condition() else {
            guard try library.archive.fingerprint() != nil else {
                throw ArchiveError.missing(path: library.archive.folder.path)
            }
            return try library.archive.ids().sorted()
        }
        return try library.index().ids(LetterQuery(condition), vocabulary: library.vocabulary).sorted()
    }
}
