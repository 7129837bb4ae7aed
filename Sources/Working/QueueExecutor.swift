import Dispatch

/// Runs an actor's jobs one after another on a dispatch queue.
final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "letterbook.worker")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
