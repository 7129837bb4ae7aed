import CLibFuzzer
import Glibc

// Which target is chosen by the environment, as libFuzzer owns the command line.
guard let chosen = FuzzTarget.chosen else {
    print("FUZZ_TARGET must be one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))
    exit(64)
}

// Compiled before the clock of the first input runs: on a busy machine that takes as long as a hang.
if [.identifiers, .answers].contains(chosen) { _ = FuzzTarget.directory }

let status = letterbook_fuzz(CommandLine.argc, CommandLine.unsafeArgv) { bytes, count in
    FuzzTarget.chosen?.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
exit(status)
