import Archiving
import ArgumentParser
import Correspondence
import Foundation
import Indexing
import Nightly
import Reporting

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all letters, or those that a question finds, in a format of other programs.",
        discussion: """
            Every letter that matches is written, in the order of ids, whole records for jsonl and json; memory does \
            not grow with the archive. Formats: \(formats.joined(separator: ", ")).

            Each says what was asked, how many letters there are and which program wrote it; jsonl, csv and csl-json \
            have no place for that: it is said on standard error, or with --into in FILE.about.json. A bag (bagit) \
            holds records and originals with their SHA-256.

            EXAMPLE
              letterbook export --format jsonl > letters.jsonl
              letterbook export --topic ctsa --format ris > ctsa.ris
              letterbook export --agency cms --format csv --into cms.csv
              letterbook export --format bagit --into letters-bag
            """)

    private static let formats = LetterFormat.all.map(\.id) + ["bagit"]

    @OptionGroup var question: QueryOptions

    @Option(
        help: ArgumentHelp(
            "\(LetterFormat.all.map(\.summary).joined(separator: "; ")); bagit, a folder.",
            valueName: "format"))
    var format = "jsonl"

    @Option(help: ArgumentHelp("Write to this file, or the bag to this new folder.", valueName: "path"))
    var into: String?

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        if format == "bagit" {
            if into == nil { throw ValidationError("a bag is a folder: name it with --into") }
        } else if LetterFormat.named(format) == nil {
            throw unknownFormat(format, ["bagit"])
        }
    }

    func run() async throws {
        do {
            let library = try Library(place.workspace())
            let condition = try question.condition()
            let letters = try ExportedLetters(library, condition)
            let facts = library.facts(query: condition?.text ?? "", total: letters.total)
            if let format = LetterFormat.named(format) {
                try write(letters, as: format, facts)
            } else if let into {
                try await pack(letters, into: URL(fileURLWithPath: into), facts)
            }
        } catch let error as ExportSink.NotWritable {
            printError("error: \(error)")
            throw Exit.cannotWrite
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func write(
        _ letters: ExportedLetters, as format: LetterFormat, _ facts: LetterListFacts
    ) throws {
        let sink = try ExportSink(into)
        try format.write(
            facts, next: { try letters.next().map { LetterItem($0, hasPages: true) } },
            to: { try sink.write($0) })
        try sink.finish(saying: format.hasHeader ? nil : facts.about)
        if into == nil, !format.hasHeader { printError(printable(facts.line)) }
    }

    private func pack(
        _ letters: ExportedLetters, into place: URL, _ facts: LetterListFacts
    ) async throws {
        let workspace = letters.library.workspace
        var bag = try Bag(of: letters.library.archive, corpus: workspace.corpus, at: place)
        let reader = AttachmentReader(workspace, program: try programPath())
        while let id = try letters.nextID() {
            guard let attached = try bag.add(id) else { continue }
            try bag.put(await reader.bytes(of: attached.original), of: attached)
        }
        let lacking = bag.lacking
        try bag.finish(description: facts.line, program: facts.program)
        guard !lacking.isEmpty else { return }
        printError(
            "warning: \(lacking.count) originals are not in the corpus as they were archived and so not in the bag; "
                + "'letterbook verify' says which and what to do")
        throw Exit.found
    }
}

/// The letters of an export, one in memory at a time, in the order of ids.
final class ExportedLetters {
    let library: Library
    /// Letters that match.
    let total: Int
    /// The whole archive, or the ids that a question found.
    private var all: Archive.LetterReader?
    private var found: ArraySlice<String>
    private var relations: Archive.RelationReader

    /// A whole export reads the archive alone: it needs no index.
    init(_ library: Library, _ condition: QueryCondition?) throws {
        let relations = try library.archive.relationReader()
        let found = try condition.map {
            try library.index().ids(LetterQuery($0), vocabulary: library.vocabulary).sorted()
        }
        let all = found == nil ? try library.archive.letters() : nil
        total = try found?.count ?? library.archive.count()
        self.library = library
        self.found = found?[...] ?? []
        self.all = all
        self.relations = relations
    }

    func nextID() throws -> String? {
        if all != nil { return try all?.nextID() }
        return found.popFirst()
    }

    /// The next record, with what relates it to others.
    func next() throws -> Letter? {
        guard let id = try nextID() else { return nil }
        var letter = try library.archive.read(id)
        letter.relations = try relations.relations(of: id)
        return letter
    }
}
