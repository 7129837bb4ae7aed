import CProcess
import Glibc

/// The worker's side: answers requests on standard input until it closes.
///
/// A request is two frames: what to do, then a document's bytes. The answer is one frame. The sandbox is shut before the
/// first byte is read; CPU time counts anew for each request.
///
/// - Returns: when the parent has gone.
/// - Throws: `SandboxFailure` before anything was read.
public func serve(
    in sandbox: Sandbox, answering answer: (_ request: [UInt8], _ document: [UInt8]) -> [UInt8]
) throws(SandboxFailure) {
    signal(SIGPIPE, SIG_IGN)
    try sandbox.enter()
    while let request = readFrame(), let document = readFrame() {
        _ = letterbook_limit_cpu_from_now(sandbox.limits.processorTime)
        let reply = answer(request, document)
        guard Stream.write(Frame.header(length: reply.count), to: STDOUT_FILENO),
            Stream.write(reply, to: STDOUT_FILENO)
        else { return }
    }
}

private func readFrame() -> [UInt8]? {
    guard let header = Stream.read(4, from: STDIN_FILENO), let length = Frame.length(header: header) else {
        return nil
    }
    return Stream.read(length, from: STDIN_FILENO)
}
