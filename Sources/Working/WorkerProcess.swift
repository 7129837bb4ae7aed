import CProcess
import Glibc

/// One running worker: its process and the three pipes to it. Ended and reaped in `deinit`.
struct WorkerProcess: ~Copyable {
    /// Nil once it has been reaped.
    private var process: pid_t?
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    private(set) var requests = 0

    init(command: WorkerCommand) throws(WorkerFailure) {
        // A worker that dies while it is written to must cost one document, not this process.
        signal(SIGPIPE, SIG_IGN)
        var process: pid_t = 0
        var ends: (input: Int32, output: Int32, errors: Int32) = (-1, -1, -1)
        let arguments = ([command.program] + command.arguments).map { strdup($0) } + [nil]
        let environment = command.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        let failure = letterbook_spawn(
            command.program, arguments, environment, &process, &ends.input, &ends.output, &ends.errors)
        guard failure == 0 else {
            throw .cannotStart("\(command.program): \(String(cString: strerror(failure)))")
        }
        self.process = process
        (input, output, errors) = ends
        for descriptor in [input, output, errors] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
    }

    deinit {
        for descriptor in [input, output, errors] { close(descriptor) }
        _ = Self.end(process)
    }

    /// Sends a request and waits for the answer, at most `seconds`.
    ///
    /// After a failure the worker is of no more use: let it go.
    mutating func perform(
        _ request: [UInt8], on document: [UInt8], within seconds: UInt64
    ) throws(WorkerFailure) -> WorkerAnswer {
        requests += 1
        var exchange = Exchange(
            input: input, output: output, errors: errors,
            sending: [
                Frame.header(length: request.count), request, Frame.header(length: document.count), document,
            ])
        switch exchange.run(within: seconds) {
        case .answered(let bytes): return WorkerAnswer(bytes: bytes, complaints: exchange.complaints)
        case .outOfTime: throw .tookTooLong("over \(seconds) s by the clock")
        case .nonsense(let what): throw .nonsense(what)
        case .gone:
            let status = Self.end(process.take())
            throw Self.fate(status, complaints: exchange.complaints)
        }
    }

    /// Ends a process and reaps it. One that is already ending keeps the status that it ends with.
    private static func end(_ process: pid_t?) -> Int32 {
        guard let process else { return 0 }
        kill(process, SIGKILL)
        return letterbook_wait(process)
    }

    private static func fate(_ status: Int32, complaints: String) -> WorkerFailure {
        if status == 256 + SIGXCPU { return .tookTooLong("over its CPU time") }
        let how = status >= 256 ? "was ended by signal \(status - 256)" : "ended with code \(status)"
        let said = complaints.split(separator: "\n").last.map { ": \($0.prefix(200))" } ?? ""
        return .crashed(how + said)
    }
}

/// What came back, and what the worker wrote on standard error meanwhile (its last 8 KiB).
public struct WorkerAnswer: Sendable {
    public var bytes: [UInt8]
    public var complaints: String
}

/// How a worker is started.
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
