import Dispatch

/// Sends requests one after another on a queue of its own, so that a server that is slow blocks nobody else.
actor HTTPConnection {
    private let executor = ConnectionQueue()
    private let settings: HTTPSettings
    private var handle: CurlHandle?

    init(_ settings: HTTPSettings) { self.settings = settings }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        if handle == nil { handle = CurlHandle(settings) }
        guard let handle else { throw HTTPError(.other("out of memory"), at: request.address.shown) }
        return try handle.perform(request)
    }
}

/// Runs an actor's jobs one after another on a dispatch queue.
private final class ConnectionQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "letterbook.connection")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
