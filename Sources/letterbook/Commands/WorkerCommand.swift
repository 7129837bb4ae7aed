import ArgumentParser
import Nightly
import Working

/// The program as its own worker: reads framed documents on standard input, writes framed texts.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

    @Option(help: "Address space, bytes.")
    var memory: UInt64

    @Option(help: "CPU seconds for one document.")
    var seconds: UInt64

    func run() {
        var limits = WorkerLimits()
        limits.addressSpace = memory
        limits.processorTime = seconds
        serveExtraction(limits: limits)
    }
}
