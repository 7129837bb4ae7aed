import Correspondence
import Foundation

/// Where an export goes, piece by piece: standard output, or a file that is seen only when it is whole.
struct ExportSink {
    /// Nil for standard output.
    let file: String?
    private let handle: FileHandle

    /// - Throws: `NotWritable`.
    init(_ file: String?) throws {
        self.file = file
        guard let file else {
            handle = .standardOutput
            return
        }
        guard FileManager.default.createFile(atPath: Self.part(of: file), contents: nil),
            let handle = FileHandle(forWritingAtPath: Self.part(of: file))
        else { throw NotWritable(file: file, reason: systemMessage()) }
        self.handle = handle
    }

    struct NotWritable: Error, CustomStringConvertible {
        var file: String
        var reason: String

        var description: String { "\(file): cannot be written (\(reason)); choose another place with --into" }
    }

    func write(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }

    /// Gives the file its name; says beside it what it holds where its format has no place for that.
    func finish(saying about: String?) throws {
        guard let file else { return }
        try handle.synchronize()
        try handle.close()
        guard rename(Self.part(of: file), file) == 0 else {
            throw NotWritable(file: file, reason: systemMessage())
        }
        guard let about else { return }
        try Data("\(about)\n".utf8).write(to: URL(fileURLWithPath: file + ".about.json"), options: .atomic)
    }

    private static func part(of file: String) -> String { file + ".part" }
}
