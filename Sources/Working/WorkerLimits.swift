/// What one document may cost before its worker is ended.
public struct WorkerLimits: Sendable, Hashable, Codable {
    /// Address space of a worker, bytes. Default 1 GiB: of 971 odd PDFs 957 open in it.
    public var addressSpace: UInt64 = 1 << 30
    /// CPU seconds for one request. Default 60.
    public var processorTime: UInt64 = 60
    /// Wall-clock seconds for one request. Default 120.
    public var wallClock: UInt64 = 120
    /// Requests after which a worker makes way for a fresh one. Default 500: bounds what C libraries leak.
    public var requestsPerWorker = 500

    public init() {}
}

/// Why a worker gave no answer. It costs one document; the next one gets a fresh worker.
public enum WorkerFailure: Error, Sendable, Hashable {
    /// The program cannot be started.
    case cannotStart(String)
    /// It ended in the middle: a crash in a C library, or a limit of memory.
    case crashed(String)
    /// Somebody else ended it, twice: a person, or a system that was short of memory. That says nothing of the document.
    case killed
    /// It used up its CPU time or was silent for too long.
    case tookTooLong(String)
    /// What it answered is no frame.
    case nonsense(String)
    /// The document's file could not be read to its end: that is no fault of the worker's, and says nothing of the document.
    case unreadable(String)
}

extension WorkerFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotStart(let why): "the worker cannot be started: \(why)"
        case .crashed(let how): "the worker \(how)"
        case .killed: "the worker was killed from outside, twice"
        case .tookTooLong(let which): "took too long: \(which)"
        case .nonsense(let what): "the worker answered nonsense: \(what)"
        case .unreadable(let reason): "the document cannot be read: \(reason)"
        }
    }
}
