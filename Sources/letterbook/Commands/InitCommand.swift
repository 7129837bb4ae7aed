import ArgumentParser
import Foundation

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace of your own, with commented defaults.",
        discussion: """
            Makes Pipeline/ (settings, topics, agencies, organisations), Corpus/ and Output/ in a folder outside the \
            checkout. Files that are there already are left as they are.

            EXAMPLE
              letterbook init ~/letters
              cd ~/letters && cp ~/Downloads/*.pdf Corpus/ && letterbook nightly
            """)

    @Argument(help: ArgumentHelp("The folder to make the workspace in.", valueName: "dir"))
    var folder: String

    func run() throws {
        do {
            let root = URL(fileURLWithPath: folder, isDirectory: true)
            let made = try WorkspaceTemplate.locate().copy(to: root)
            for path in made { print("made      \(path)") }
            print(
                made.isEmpty
                    ? "Nothing to do: the workspace is whole." : "Put letters into \(folder)/Corpus, then:")
            if !made.isEmpty { print("    cd \(folder) && letterbook nightly") }
        } catch {
            throw Exit.code(for: error)
        }
    }
}

/// The definitions that a new workspace starts with: those that came with the program.
struct WorkspaceTemplate {
    enum Failure: Error, CustomStringConvertible {
        case noTemplate(near: String)

        var description: String {
            switch self {
            case .noTemplate(let program):
                """
                no Pipeline/letterbook.yaml above \(program), from which a new workspace is copied: run the program \
                from its checkout, or set LETTERBOOK_HOME to the checkout's folder
                """
            }
        }
    }

    /// What is copied: definitions, not the checkout's scripts.
    private static let parts = ["letterbook.yaml", "agencies.yaml", "organizations.yaml", "topics", "events"]

    let home: URL

    /// The checkout that the program was built in, or the folder that `LETTERBOOK_HOME` names.
    static func locate() throws -> WorkspaceTemplate {
        if let home = ProcessInfo.processInfo.environment["LETTERBOOK_HOME"] {
            return WorkspaceTemplate(home: URL(fileURLWithPath: home, isDirectory: true))
        }
        let program = try programPath()
        var place = URL(fileURLWithPath: program).deletingLastPathComponent()
        while place.path != "/" {
            if FileManager.default.fileExists(atPath: place.path + "/Pipeline/letterbook.yaml") {
                return WorkspaceTemplate(home: place)
            }
            place.deleteLastPathComponent()
        }
        throw Failure.noTemplate(near: program)
    }

    /// Makes the workspace; never overwrites. Returns what was made, relative to it.
    func copy(to root: URL) throws -> [String] {
        var made: [String] = []
        for part in Self.parts {
            let source = home.appendingPathComponent("Pipeline/\(part)")
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            made += try copy(source, to: root, as: "Pipeline/\(part)")
        }
        for name in ["Corpus", "Output"] {
            let folder = root.appendingPathComponent(name, isDirectory: true)
            guard !FileManager.default.fileExists(atPath: folder.path) else { continue }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            made.append(name + "/")
        }
        return made
    }

    private func copy(_ source: URL, to root: URL, as path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder)
        if isFolder.boolValue {
            return try FileManager.default.contentsOfDirectory(atPath: source.path).sorted().flatMap {
                try copy(source.appendingPathComponent($0), to: root, as: "\(path)/\($0)")
            }
        }
        let target = root.appendingPathComponent(path)
        guard !FileManager.default.fileExists(atPath: target.path) else { return [] }
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: target)
        return [path]
    }
}
