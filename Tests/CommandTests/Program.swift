import ChildEnd
import Foundation

/// The checkout that these tests belong to.
let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The program as a user runs it: the real binary in a process of its own.
struct Program {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    static let path = Bundle.main.bundleURL.appendingPathComponent("letterbook")
        .path

    /// Runs `letterbook` with arguments.
    static func run(_ arguments: String..., in folder: URL) throws -> Outcome {
        try run(arguments, in: folder)
    }

    static func run(_ arguments: [String], in folder: URL) throws -> Outcome {
        try run(URL(fileURLWithPath: path), arguments, in: folder)
    }

    /// Runs a line of shell in which `letterbook` is the program.
    static func shell(_ line: String, in folder: URL) throws -> Outcome {
        try run(URL(fileURLWithPath: "/bin/bash"), ["-o", "pipefail", "-c", line], in: folder)
    }

    private static func run(_ executable: URL, _ arguments: [String], in folder: URL) throws -> Outcome {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        let tools = URL(fileURLWithPath: path).deletingLastPathComponent().path
        environment["PATH"] = tools + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["LETTERBOOK_PROGRAM"] = path
        environment["LETTERBOOK_HOME"] = checkout.path
        environment["COLUMNS"] = "100"
        process.environment = environment
        // Files, not pipes: output of any length, and no reader that could fall behind.
        let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        for file in [output, errors] { try Data().write(to: file) }
        defer { for file in [output, errors] { unlink(file.path) } }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let status = process.waitForEnd()
        return Outcome(
            status: status, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}

/// A folder of its own, removed afterwards.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("letterbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path)") }
    }

    @discardableResult
    func write(_ text: String, to path: String) throws -> URL {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }
}
