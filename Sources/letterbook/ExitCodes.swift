import Archiving
import ArgumentParser
import Collecting
import Definitions
import Indexing
import Nightly
import Working

/// How the program ends, after sysexits.h; scripts and schedulers rely on these.
enum Exit {
    /// The question cannot be understood.
    static let usage = ExitCode(64)
    /// Nothing matched, or a check found something.
    static let found = ExitCode(1)
    /// A definition under `Pipeline/` is malformed, or a file's content is.
    static let data = ExitCode(65)
    /// There is no corpus, no workspace, no such file.
    static let noInput = ExitCode(66)
    /// The output cannot be written: a full disk, no permission, or a newer version wrote it.
    static let cannotWrite = ExitCode(73)
    /// This machine does not let the program run as it must: `letterbook doctor` says what to do.
    static let cannotRun = ExitCode(71)
    /// Another night holds the lock: try again later.
    static let busy = ExitCode(75)
    /// The night ran, but something is wrong with it as a whole.
    static let alarm = ExitCode(2)

    /// Prints an error as `error: …` and says how the program ends.
    static func code(for error: any Error) -> ExitCode {
        if let code = error as? ExitCode { return code }
        printError("error: \(error)")
        switch error {
        case is DefinitionError: return data
        case is Workspace.NotFound, is CorpusError: return noInput
        case let error as NightError:
            if case .locked = error { return busy }
            if case .unwritable = error { return cannotWrite }
            return noInput
        case let error as CollectError:
            if case .unreadable = error { return noInput }
            return cannotWrite
        case is NotALetter: return self.data
        case let error as ArchiveError: return code(of: error)
        case let error as IndexError: return code(of: error)
        case is SandboxFailure: return cannotRun
        case is QueryError, is ValidationError: return usage
        default: return ExitCode(70)
        }
    }

    private static func code(of error: ArchiveError) -> ExitCode {
        switch error {
        case .diskFull, .notWritable, .newerVersion: cannotWrite
        case .missing, .noSuchLetter, .ambiguous, .notReadable: noInput
        case .damaged: data
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
