import ArgumentParser
import Working

/// What both sandboxes are told, and how tests ask what can be done inside.
struct SandboxOptions: ParsableArguments {
    @Option(help: "Address space, bytes.")
    var memory: UInt64

    @Option(help: "CPU seconds for one document.")
    var seconds: UInt64

    @Option(
        help:
            "Instead of any work: try this inside the sandbox and say what stands in the way. May be repeated."
    )
    var attempt: [String] = []

    @Option(help: "A file for what is tried.")
    var path: String = "/etc/passwd"

    var limits: WorkerLimits {
        var limits = WorkerLimits()
        limits.addressSpace = memory
        limits.processorTime = seconds
        return limits
    }

    /// Enters the sandbox and tries what is asked: a line for each. Nothing where nothing is asked.
    ///
    /// - Throws: how the program is to end.
    func tryInside(_ sandbox: Sandbox) throws {
        guard !attempt.isEmpty else { return }
        try sandbox.enter()
        for what in attempt { print("\(what): \(obstacle(to: what, path: path) ?? "can be done")") }
        throw ExitCode.success
    }
}
