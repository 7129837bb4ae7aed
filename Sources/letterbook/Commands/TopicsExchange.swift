import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Reporting

struct ExportTopics: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the vocabulary in SKOS, as Turtle or JSON-LD.",
        discussion: """
            Terms become alternative labels, their variants hidden ones. Weights, companions and negatives have no place \
            in SKOS and stay in Pipeline/topics.

            EXAMPLE
              letterbook topics export > topics.ttl
              letterbook topics export --format jsonld > topics.jsonld
            """)

    @Option(help: ArgumentHelp("turtle or jsonld.", valueName: "format"))
    var format = "turtle"

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        guard SKOSReport(rawValue: format) != nil else {
            throw ValidationError("unknown format '\(format)': there are turtle and jsonld")
        }
    }

    func run() throws {
        do {
            guard let report = SKOSReport(rawValue: format) else { return }
            FileHandle.standardOutput.write(Data(try report.text(Library(place.workspace()).topics).utf8))
        } catch {
            throw Exit.code(for: error)
        }
    }
}

struct ImportTopics: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make topics of a SKOS concept scheme in N-Triples.",
        discussion: """
            Each concept becomes a file under Pipeline/topics, not active until you have chosen weights and examples; \
            files that are there stay as they are. Any RDF tool writes N-Triples from Turtle, RDF/XML or JSON-LD.

            EXAMPLE
              rapper -q -i turtle -o ntriples concepts.ttl > concepts.nt
              letterbook topics import concepts.nt
            """)

    @Argument(help: ArgumentHelp("The concept scheme.", valueName: "file.nt"))
    var file: String

    @Option(help: ArgumentHelp("Labels in this language.", valueName: "tag"))
    var language = "en"

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        do {
            let text = try LabelledLetters.text(of: URL(fileURLWithPath: file))
            let scheme = try SKOSScheme(nTriples: text, language: language.lowercased(), named: file)
            let folder = try place.workspace().pipeline.appendingPathComponent("topics", isDirectory: true)
            var written = 0
            for topic in scheme.topics {
                let target = folder.appendingPathComponent("\(topic.id).yaml")
                guard !FileManager.default.fileExists(atPath: target.path) else {
                    print("kept     \(topic.id)  (it is there)")
                    continue
                }
                try write(topic, to: target)
                written += 1
                print("written  \(topic.id)  \(printable(topic.label))")
            }
            print("\(written) topics written to Pipeline/topics, none of them active; see its README.md.")
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func write(_ topic: Topic, to target: URL) throws {
        let origin = "From \(URL(fileURLWithPath: file).lastPathComponent)"
        do {
            try Data(topic.yaml(from: origin).utf8).write(to: target, options: .atomic)
        } catch {
            printError(
                "error: cannot write \(target.path): \(error.localizedDescription); give this user the right to"
            )
            throw Exit.cannotWrite
        }
    }
}
