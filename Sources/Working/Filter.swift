/// An outside program that reads standard input to its end and writes standard output, as a limited child: a
/// process for each document.
public actor Filter {
    private let command: WorkerCommand
    private let limits: WorkerLimits
    private let queue = QueueExecutor()

    /// Of an answer. A table of all words on a page has some hundred thousand.
    private static let mostBytes = 16 << 20

    public init(_ command: WorkerCommand, limits: WorkerLimits) {
        self.command = command
        self.limits = limits
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// What the program makes of the bytes; it is asked once more where it was killed from outside.
    ///
    /// - Throws: `WorkerFailure` where it cannot be started, goes over a limit or ends with anything but success.
    public func run(on input: [UInt8]) throws(WorkerFailure) -> [UInt8] {
        do {
            return try attempt(on: input)
        } catch {
            guard error == .killed else { throw error }
            return try attempt(on: input)
        }
    }

    private func attempt(on input: [UInt8]) throws(WorkerFailure) -> [UInt8] {
        var child = try ChildProcess(command)
        try child.limit(limits)
        let answer = try child.exchange(
            [.bytes(input)], as: .filter, within: limits.wallClock, most: Self.mostBytes)
        try child.finish(complaints: answer.complaints)
        return answer.bytes
    }
}
