import ChildEnd
import Foundation
import Glibc
import Testing

/// Nights of the real program, killed without warning.
@Suite("A night that is killed", .timeLimit(.minutes(15)))
struct InterruptionTests {
    /// Runs a night in a process of its own and kills it after so many milliseconds. False where it ended first.
    private func killNight(in place: TestWorkspace, after milliseconds: UInt32) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: builtProgram)
        process.arguments = ["nightly", "--quiet"]
        process.currentDirectoryURL = place.root
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(milliseconds * 1_000)
        let isRunning = process.isRunning
        kill(process.processIdentifier, SIGKILL)
        process.waitForEnd()
        return isRunning
    }

    @Test("The next night completes it, to the bytes of a night that was never cut")
    func kills() async throws {
        let (cut, whole) = (try TestWorkspace(), try TestWorkspace())
        for place in [cut, whole] {
            for number in 0..<40 { try place.putLetter(number) }
            try place.put("%PDF-1.4 broken", at: "broken.pdf")
        }
        var kills = 0
        // Instants from the first file read to the last file written.
        for milliseconds in stride(from: UInt32(20), through: 900, by: 80) {
            kills += try killNight(in: cut, after: milliseconds) ? 1 : 0
        }
        #expect(kills > 0)
        try await whole.night()
        try await cut.night()
        let left = ["reports/", "cache/"]
        #expect(try cut.outputHashes(without: left) == whole.outputHashes(without: left))
        let temporary = try FileManager.default.subpathsOfDirectory(atPath: cut.output.path)
            .filter { $0.hasSuffix(".part") }
        #expect(temporary.isEmpty, "left behind: \(temporary)")
    }

    @Test("A night that is killed while a letter is withdrawn loses neither letter nor tombstone")
    func killedWithdrawal() async throws {
        let (cut, whole) = (try TestWorkspace(), try TestWorkspace())
        for place in [cut, whole] {
            for number in 0..<10 { try place.putLetter(number) }
            try await place.night()
            for number in 0..<5 { try place.remove("letter-\(number).html") }
        }
        for milliseconds in stride(from: UInt32(20), through: 400, by: 40) {
            _ = try killNight(in: cut, after: milliseconds)
        }
        // The program stamps tombstones with the day: the same day for both.
        let now = ISO8601DateFormatter().string(from: Date())
        try await cut.night(started: now)
        try await whole.night(started: now)
        let left = ["reports/", "cache/", "ledger/"]
        #expect(try cut.outputHashes(without: left) == whole.outputHashes(without: left))
    }
}
