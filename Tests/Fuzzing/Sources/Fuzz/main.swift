import CLibFuzzer
import Glibc

// Which target is chosen by the environment, as libFuzzer owns the command line.
guard FuzzTarget.chosen != nil else {
    print("FUZZ_TARGET must be one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))
    exit(64)
}

let status = letterbook_fuzz(CommandLine.argc, CommandLine.unsafeArgv) { bytes, count in
    FuzzTarget.chosen?.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
exit(status)
