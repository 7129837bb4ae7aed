import ArgumentParser
import Nightly
import Working

/// Another program as a child in a sandbox: tesseract.
struct SandboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sandbox", shouldDisplay: false)

    @OptionGroup var options: SandboxOptions

    @Argument(parsing: .postTerminator)
    var program: [String]

    func run() throws {
        do {
            let sandbox = Sandbox.reader(program.first ?? "", options.limits)
            try options.tryInside(sandbox)
            printError("error: " + (try become(program, in: sandbox)))
            throw Exit.noInput
        } catch {
            throw Exit.code(for: error)
        }
    }
}
