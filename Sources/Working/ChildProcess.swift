import CProcess
import Correspondence
import Glibc

/// A running program and the three pipes to it. Ended and reaped in `deinit`.
struct ChildProcess: ~Copyable {
    /// Nil once it has been reaped.
    private var process: pid_t?
    /// Nil once it has been closed.
    private var input: Int32?
    private let output: Int32
    private let errors: Int32

    init(_ command: WorkerCommand) throws(WorkerFailure) {
        // A child that dies while it is written to must cost one document, not this process.
        signal(SIGPIPE, SIG_IGN)
        var process: pid_t = 0
        var ends: (input: Int32, output: Int32, errors: Int32) = (-1, -1, -1)
        let arguments = ([command.program] + command.arguments).map { strdup($0) } + [nil]
        let environment = command.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        let failure = letterbook_spawn(
            command.program, arguments, environment, &process, &ends.input, &ends.output, &ends.errors)
        guard failure == 0 else {
            throw .cannotStart("\(command.program): \(systemMessage(failure))")
        }
        self.process = process
        input = ends.input
        (output, errors) = (ends.output, ends.errors)
        for descriptor in [ends.input, ends.output, ends.errors] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
    }

    deinit {
        if let input { close(input) }
        close(output)
        close(errors)
        _ = Self.end(process)
    }

    /// Sets limits on a program that does not set its own. It has read nothing yet.
    func limit(_ limits: WorkerLimits) throws(WorkerFailure) {
        guard let process else { return }
        let failure = letterbook_limit_process(process, limits.addressSpace, limits.processorTime)
        guard failure == 0 else {
            throw .cannotStart("its limits cannot be set: \(systemMessage(failure))")
        }
    }

    /// It says nothing unasked, as far as can be seen now.
    var isQuiet: Bool { Exchange.isQuiet(output) }

    /// Sends documents and waits for the answer, at most `seconds`. After a failure the child is of no more use.
    ///
    /// - Parameter most: bytes of the answer.
    mutating func exchange(
        _ sending: [Document], as manner: Exchange.Manner, within seconds: UInt64, most: Int
    ) throws(WorkerFailure) -> WorkerAnswer {
        var exchange = Exchange(
            input: input ?? -1, output: output, errors: errors, manner: manner, sending: sending,
            most: most)
        let outcome = exchange.run(within: seconds)
        if exchange.isInputClosed { input = nil }
        switch outcome {
        case .answered(let bytes): return WorkerAnswer(bytes: bytes, complaints: exchange.complaints)
        case .outOfTime: throw .tookTooLong("over \(seconds) s by the clock")
        case .nonsense(let what): throw .nonsense(what)
        case .unreadable(let reason): throw .unreadable(reason)
        case .gone:
            let endedByItself = process.map { letterbook_ends_within($0, 200) == 1 } ?? true
            let status = Self.end(process.take())
            throw endedByItself && status == 256 + SIGKILL
                ? .killed : Self.fate(status, complaints: exchange.complaints)
        }
    }

    /// Lets the child end.
    ///
    /// - Throws: where it ends with anything but success.
    mutating func finish(complaints: String) throws(WorkerFailure) {
        let status = Self.end(process.take())
        // It closed its output: being ended by us just before it ended itself is no failure.
        guard status == 0 || status == 256 + SIGKILL else { throw Self.fate(status, complaints: complaints) }
    }

    /// Ends a process and reaps it. One that is already ending keeps the status that it ends with.
    private static func end(_ process: pid_t?) -> Int32 {
        guard let process else { return 0 }
        kill(process, SIGKILL)
        return letterbook_wait(process)
    }

    private static func fate(_ status: Int32, complaints: String) -> WorkerFailure {
        if status == 256 + SIGXCPU { return .tookTooLong("over its CPU time") }
        if status == 256 + SIGSYS {
            return .crashed("made a system call that no reader makes, and was ended")
        }
        if status == 256 + SIGKILL { return .crashed("closed its output and stayed") }
        let how = status >= 256 ? "was ended by signal \(status - 256)" : "ended with code \(status)"
        let said = complaints.split(separator: "\n").last(where: isMessage)
        return .crashed(how + (said.map { ": \($0.prefix(200))" } ?? ""))
    }

    /// Not a line of the stack that Swift prints behind its message: `25   letterbook   0x0000…`.
    private static func isMessage(_ line: Substring) -> Bool {
        let isOfStack = line.first?.isNumber ?? false || line.hasPrefix("Current stack trace")
        return !isOfStack && line.contains { $0.isLetter }
    }
}

/// What came back, and what the child wrote on standard error meanwhile (its last 8 KiB).
public struct WorkerAnswer: Sendable {
    public var bytes: [UInt8]
    public var complaints: String
}

/// How a child is started.
public struct WorkerCommand: Sendable, Hashable {
    /// Absolute path.
    public var program: String
    public var arguments: [String]
    public var environment: [String: String]

    public init(program: String, arguments: [String], environment: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }
}
