import ArgumentParser
import Nightly
import Working

/// The program as its own worker: reads framed documents on standard input, writes framed texts.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

    @OptionGroup var options: SandboxOptions

    func run() throws {
        do {
            try options.tryInside(.worker(options.limits))
            try serveExtraction(limits: options.limits)
        } catch {
            throw Exit.code(for: error)
        }
    }
}
