import ArgumentParser
import Collecting
import Correspondence
import Foundation
import Nightly

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Take a letter that came by hand into the corpus, with its custody.",
        discussion: """
            Copies the file to Corpus/collected/by-hand under a name of its own and notes when it came, what it was \
            called, where it is from and what you know of it. The next night reads it.

            EXAMPLE
              letterbook add letter.pdf --url https://www.example.org/letter.pdf --note "sent by the Council on request"
            """)

    @Argument(help: ArgumentHelp("The letters: PDF, HTML, DOCX, e-mail or text.", valueName: "file"))
    var files: [String]

    @OptionGroup var place: WorkspaceOptions

    @Option(help: "Where it can be read.")
    var url: String?

    @Option(help: "What you know of how it came.")
    var note: String?

    @Flag(help: "Print JSON Lines.")
    var json = false

    func validate() throws {
        if files.isEmpty { throw ValidationError("name the letter's file") }
        if files.count > 1, url != nil {
            throw ValidationError("--url is of one letter: give one file with it")
        }
    }

    func run() throws {
        do {
            let workspace = try place.workspace()
            for file in files {
                var letter = ReceivedLetter(
                    bytes: try bytes(of: file, limit: workspace.configuration.sizeLimit << 20),
                    name: URL(fileURLWithPath: file).lastPathComponent)
                letter.url = url
                letter.note = note
                let kept = try receiveLetter(letter, into: workspace)
                if json {
                    printJSON(try CanonicalJSON.line(kept))
                } else {
                    let how = kept.wasThere ? "was there already; what you say of it is added" : "taken"
                    print("\(printable(file)): \(how): \(kept.path)")
                }
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func bytes(of file: String, limit: Int) throws -> [UInt8] {
        do {
            return try readOriginal(at: file, limit: limit)
        } catch {
            throw UnreadableFile(path: file, reason: error.description)
        }
    }

    private struct UnreadableFile: Error, CustomStringConvertible {
        var path: String
        var reason: String

        var description: String { "\(path): \(reason)" }
    }
}
