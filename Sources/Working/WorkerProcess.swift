/// One running worker: a child that answers one framed request after another.
struct WorkerProcess: ~Copyable {
    private var child: ChildProcess
    private(set) var requests = 0

    init(command: WorkerCommand) throws(WorkerFailure) { child = try ChildProcess(command) }

    /// It has said nothing since its last answer: what it says next answers the next request.
    var isQuiet: Bool { child.isQuiet }

    /// Sends a request and waits for the answer, at most `seconds`.
    ///
    /// - Parameter most: bytes of the answer.
    /// After a failure the worker is of no more use: let it go.
    mutating func perform(
        _ request: [UInt8], on document: Document, within seconds: UInt64, most: Int
    ) throws(WorkerFailure) -> WorkerAnswer {
        requests += 1
        let frames: [Document] = [
            .bytes(Frame.header(length: request.count)), .bytes(request),
            .bytes(Frame.header(length: document.count)), document,
        ]
        return try child.exchange(frames, as: .framed, within: seconds, most: most)
    }
}
