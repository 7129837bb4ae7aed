import CProcess
import Correspondence
import Glibc

/// Starts an outside program in this process's place, shut in.
///
/// - Parameter arguments: its absolute path, then what it is told.
/// - Returns: only where it cannot be started: why.
public func become(_ arguments: [String], in sandbox: Sandbox) throws(SandboxFailure) -> String {
    guard let program = arguments.first else { return "no program is named" }
    // What is open here is not its business.
    closefrom(STDERR_FILENO + 1)
    _ = letterbook_limit_cpu(sandbox.limits.processorTime)
    try sandbox.enter()
    let list = arguments.map { strdup($0) } + [nil]
    execv(program, list)
    return "\(program): \(systemMessage())"
}
