import Foundation
import Glibc
import Testing

@testable import Working

/// Documents that are sent from an open file.
@Suite("Documents sent from files", .timeLimit(.minutes(5)))
struct DocumentTests {
    /// A file with a descriptor of its own, removed and closed in `deinit`.
    private final class OpenFile: Sendable {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        let descriptor: Int32
        let count: Int

        init(_ bytes: [UInt8]) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            count = bytes.count
        }

        deinit {
            close(descriptor)
            unlink(path)
        }

        var document: Document { .file(descriptor: descriptor, count: count, owner: self) }
    }

    private func worker(_ script: String, wallClock: UInt64 = 20) -> Worker {
        var limits = WorkerLimits()
        limits.wallClock = wallClock
        return Worker(WorkerCommand(program: "/bin/sh", arguments: ["-c", script]), limits: limits)
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 % 251) }
    }

    @Test(
        "A file arrives as its bytes do, however long",
        arguments: [0, 1, 65_536, 1 << 20, 1 << 20 + 1, 5_000_000])
    func sameAsBytes(count: Int) async throws {
        let bytes = Self.bytes(count)
        // Echoes the document's frame: the request frame is five bytes long.
        let echo = worker("head -c 5 >/dev/null; cat")
        let file = try OpenFile(bytes)
        #expect(try await echo.perform([0], on: file.document).bytes == bytes)
        #expect(try await worker("head -c 5 >/dev/null; cat").perform([0], on: .bytes(bytes)).bytes == bytes)
    }

    @Test("No more than a portion of a file is in memory, and the file is let go when all is read")
    func portions() throws {
        let count = 3 * Outgoing.portion + 5
        weak var owner: OpenFile?
        var outgoing: Outgoing
        do {
            let file = try OpenFile(Self.bytes(count))
            owner = file
            outgoing = Outgoing([.bytes([1, 2]), file.document])
        }
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        defer { ends.forEach { close($0) } }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let progress = outgoing.send(to: ends[1])
            #expect(outgoing.held <= Outgoing.portion)
            while case let got = read(ends[0], &chunk, chunk.count), got > 0 { received += chunk[..<got] }
            if progress == .done { break }
            #expect(progress == .full)
        }
        #expect(outgoing.isEmpty && owner == nil)
        #expect(received == [1, 2] + Self.bytes(count))
    }

    @Test("A file that is shorter than was said ends the exchange at once, and the next document is read")
    func shrunk() async throws {
        let worker = worker(#"head -c 5 >/dev/null; cat"#, wallClock: 60)
        let file = try OpenFile(Self.bytes(5_000_000))
        #expect(truncate(file.path, 2_000_000) == 0)
        let begin = ContinuousClock.now
        await #expect(throws: WorkerFailure.unreadable("it is shorter than it was")) {
            try await worker.perform([0], on: file.document)
        }
        #expect(ContinuousClock.now - begin < .seconds(20))
        #expect(try await worker.perform([0], on: .bytes([1, 2, 3])).bytes == [1, 2, 3])
    }

    @Test("A file that cannot be read says why")
    func unreadable() async throws {
        let folder = open("/tmp", O_RDONLY | O_CLOEXEC)
        defer { close(folder) }
        let file = try OpenFile([])
        await #expect(throws: WorkerFailure.unreadable("Is a directory")) {
            try await worker("cat >/dev/null").perform(
                [0], on: .file(descriptor: folder, count: 9, owner: file))
        }
    }

    @Test("A worker that was killed from outside gets the file once more from its beginning")
    func again() async throws {
        let marker = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { unlink(marker) }
        let bytes = Self.bytes(3_000_000)
        let file = try OpenFile(bytes)
        let echo = worker(
            "if [ ! -e '\(marker)' ]; then touch '\(marker)'; head -c 2000000 >/dev/null; kill -KILL $$; fi; "
                + "head -c 5 >/dev/null; cat")
        #expect(try await echo.perform([0], on: file.document).bytes == bytes)
    }
}
