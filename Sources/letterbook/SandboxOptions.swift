import ArgumentParser
import Working

/// What both sandboxes are told, and how tests ask what can be done inside.
struct SandboxOptions: ParsableArguments {
    @Option(help: "Address space, bytes.")
    var memory: UInt64

    @Option(help: "CPU seconds for one document.")
    var seconds: UInt64

    @Option(help: "Instead of any work: try this inside the sandbox, and end with 0 where it can be done.")
    var attempt: String?

    @Option(help: "A file for what is tried.")
    var path: String = "/etc/passwd"

    var limits: WorkerLimits {
        var limits = WorkerLimits()
        limits.addressSpace = memory
        limits.processorTime = seconds
        return limits
    }

    /// Enters the sandbox and tries what is asked; nothing where nothing is asked.
    ///
    /// - Throws: how the program is to end.
    func tryInside(_ sandbox: Sandbox) throws {
        guard let attempt else { return }
        try sandbox.enter()
        guard let obstacle = obstacle(to: attempt, path: path) else { throw ExitCode.success }
        print(obstacle)
        throw Exit.found
    }
}
