/// A worker slot: starts a process when there is work, keeps it while it is well, replaces it when it is not.
///
/// Waiting for a process blocks; so each worker runs on a queue of its own, off the shared threads.
public actor Worker {
    private let command: WorkerCommand
    private let limits: WorkerLimits
    private let queue: QueueExecutor
    private var process: WorkerProcess?

    public init(_ command: WorkerCommand, limits: WorkerLimits = WorkerLimits()) {
        self.command = command
        self.limits = limits
        self.queue = QueueExecutor()
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// Has a request done in the process; once more in a fresh one where the process was killed from outside.
    ///
    /// - Parameter most: bytes of the answer; a longer one is nonsense, and is not waited for.
    /// - Throws: `WorkerFailure`; the next request gets a fresh process.
    public func perform(
        _ request: [UInt8], on document: Document, most: Int = 64 << 20
    ) throws(WorkerFailure) -> WorkerAnswer {
        do {
            return try attempt(request, on: document, most)
        } catch {
            guard error == .killed else { throw error }
            return try attempt(request, on: document, most)
        }
    }

    private func attempt(
        _ request: [UInt8], on document: Document, _ most: Int
    ) throws(WorkerFailure) -> WorkerAnswer {
        var current: WorkerProcess
        if let running = process.take(), running.requests < limits.requestsPerWorker, running.isQuiet {
            current = running
        } else {
            current = try WorkerProcess(command: command)
        }
        let answer = try current.perform(request, on: document, within: limits.wallClock, most: most)
        process = consume current
        return answer
    }
}
