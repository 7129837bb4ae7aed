import Dispatch
import Glibc

@testable import Working

/// The three pipes between a worker and us, with a thread in the worker's place.
struct WorkerPipes {
    struct Ends {
        var input: Int32
        var output: Int32
        var errors: Int32
    }

    private let ours: Ends
    private let theirs: Ends
    private let worker = DispatchGroup()

    init() throws {
        let (input, output, errors) = (try Self.pipe(), try Self.pipe(), try Self.pipe())
        ours = Ends(input: input.writer, output: output.reader, errors: errors.reader)
        theirs = Ends(input: input.reader, output: output.writer, errors: errors.writer)
        for end in [ours.input, ours.output, ours.errors] {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
        }
    }

    private struct NoPipe: Error {}

    private static func pipe() throws -> (reader: Int32, writer: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw NoPipe() }
        return (ends[0], ends[1])
    }

    /// Does what a worker does, on a thread, and ends as one does: nobody writes any more.
    func worker(_ work: @escaping @Sendable (Ends) -> Void) -> DispatchGroup {
        let theirs = theirs
        DispatchQueue.global().async(group: worker) {
            work(theirs)
            close(theirs.errors)
            close(theirs.output)
        }
        return worker
    }

    func exchange(_ manner: Exchange.Manner, _ sending: [Document], most: Int) -> Exchange {
        Exchange(
            input: ours.input, output: ours.output, errors: ours.errors, manner: manner, sending: sending,
            most: most)
    }

    /// Whether we would put the next question.
    var isQuiet: Bool { Exchange.isQuiet(ours.output) }

    func closeWorkersInput() { close(theirs.input) }

    /// What ends a worker that still writes to us.
    func closeOurs(but isInputClosed: Bool = false) {
        if !isInputClosed { close(ours.input) }
        close(ours.output)
        close(ours.errors)
    }
}
