import ArgumentParser
import Indexing

extension Exit {
    /// The question cannot be understood (sysexits.h: EX_USAGE).
    static let usage = ExitCode(64)

    /// As `code(for:)`, and knows what a question and the index can do wrong.
    static func code(forQuestion error: any Error) -> any Error {
        switch error {
        case is QueryError:
            printError("error: \(error)")
            return usage
        case let error as IndexError:
            printError("error: \(error)")
            return code(of: error)
        default: return code(for: error)
        }
    }

    private static func code(of error: IndexError) -> ExitCode {
        switch error {
        case .diskFull, .notWritable, .newerVersion: cannotWrite
        case .missing, .notReadable: noInput
        case .damaged, .olderVersion: data
        }
    }
}
