import Archiving
import ArgumentParser
import Correspondence
import Definitions
import Describing
import Foundation

/// Who decides, and why: the flags of the commands that write `Pipeline/corrections`.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who decides. (default: $USER)", valueName: "name"))
    var who: String?

    @Option(help: ArgumentHelp("The reason, for those who come later.", valueName: "reason"))
    var why: String?

    func decision() throws -> Decision {
        let name = who ?? ProcessInfo.processInfo.environment["USER"] ?? ""
        let isBlank = name.allSatisfy(\.isWhitespace)
        guard !isBlank else { throw ValidationError("say who decides: --who \"Jane Doe\"") }
        return Decision(who: name, when: String(Timestamp.now().prefix(10)), why: why)
    }
}

/// The files of `Pipeline/corrections` as commands change them.
struct Corrections {
    let workspace: Workspace

    private var folder: URL { workspace.pipeline.appendingPathComponent("corrections", isDirectory: true) }

    /// A letter of the archive.
    func letter(_ prefix: String) throws -> Letter {
        try Archive(at: workspace.output.appendingPathComponent("archive", isDirectory: true)).letter(prefix)
    }

    /// What was decided about a letter so far.
    func of(_ id: String) throws -> Correction {
        let file = folder.appendingPathComponent("\(id).yaml")
        guard FileManager.default.fileExists(atPath: file.path) else { return Correction(id: id) }
        return try CorrectionDefinitions.load(file, named: "Pipeline/corrections/\(id).yaml")
    }

    /// Writes a letter's file and says what comes next.
    func save(_ correction: Correction, saying what: String) throws {
        do {
            try CorrectionDefinitions.save(correction, in: folder)
        } catch {
            printError(
                "error: cannot write \(folder.path): \(error.localizedDescription); give this user the right to"
            )
            throw Exit.cannotWrite
        }
        print(printable(what))
        print(
            "Kept in Pipeline/corrections/\(correction.id).yaml; 'letterbook nightly --letter \(correction.id)' "
                + "applies it now, else the next night does.")
    }

    /// The field that a person names.
    static func field(_ text: String) throws -> FieldPath {
        if let field = FieldPath(text) { return field }
        throw ValidationError(
            "'\(printable(text))' is no field that can be corrected; known are: "
                + FieldPath.known.joined(separator: ", ") + ", where N is a position from 0")
    }
}
