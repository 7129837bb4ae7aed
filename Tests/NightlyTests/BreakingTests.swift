import CProcess
import ChildEnd
import Foundation
import Testing

/// Short runs of the harnesses in `Tests/Breaking`; `Figures` has the commands of the long ones.
///
/// Not in a build with a sanitizer: it and the harnesses' shim would both stand in for the C library's calls.
@Suite(
    "Nights that are broken on purpose", .serialized, .timeLimit(.minutes(15)),
    .enabled(if: letterbook_has_shadow_memory() == 0))
struct BreakingTests {
    /// Runs a harness against the program that was built with these tests.
    private func run(_ arguments: String...) throws -> (status: Int32, said: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", checkout.appendingPathComponent("Tests/Breaking/\(arguments[0])").path]
            + arguments.dropFirst()
        process.environment = ProcessInfo.processInfo.environment.merging([
            "LETTERBOOK_PROGRAM": builtProgram, "PYTHONDONTWRITEBYTECODE": "1",
        ]) { $1 }
        let said = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data().write(to: said)
        defer { unlink(said.path) }
        let output = try FileHandle(forWritingTo: said)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return (process.waitForEnd(), try String(contentsOf: said, encoding: .utf8))
    }

    @Test("Killed at random instants, the next night arrives at the bytes of one that was never cut")
    func kills() throws {
        let outcome = try run("kill.py", "--kills", "15", "--letters", "60")
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.said.contains("differences  0"))
    }

    @Test("Where calls of the system fail, a night says so, and the next one completes it")
    func faults() throws {
        let outcome = try run("faults.py", "--each", "90")
        #expect(outcome.status == 0, "\(outcome.said)")
    }
}
