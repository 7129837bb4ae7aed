import Foundation
import Testing
import Working

/// Real processes that behave as broken workers do.
@Suite("Workers", .timeLimit(.minutes(10)))
struct WorkerTests {
    /// A worker that is a shell script.
    private func worker(_ script: String, wallClock: UInt64 = 20, requests: Int = 500) -> Worker {
        var limits = WorkerLimits()
        limits.wallClock = wallClock
        limits.requestsPerWorker = requests
        return Worker(WorkerCommand(program: "/bin/sh", arguments: ["-c", script]), limits: limits)
    }

    private func failure(of worker: Worker, document: [UInt8] = [1, 2, 3]) async -> WorkerFailure? {
        do {
            _ = try await worker.perform([0], on: .bytes(document))
            return nil
        } catch {
            return error
        }
    }

    @Test("An answer comes back whole, with what was said on standard error")
    func answers() async throws {
        let worker = worker(
            #"echo "a complaint" >&2; head -c 8 >/dev/null; printf '\0\0\0\005hello'; cat >/dev/null"#)
        let answer = try await worker.perform([0], on: .bytes([1, 2, 3]))
        #expect(String(decoding: answer.bytes, as: UTF8.self) == "hello")
        #expect(answer.complaints == "a complaint\n")
    }

    @Test("A document larger than any pipe is written while the answer is read")
    func largeDocument() async throws {
        let size = 5_000_000
        // Echoes the document's frame: the request frame is five bytes long.
        let worker = worker("head -c 5 >/dev/null; cat")
        let answer = try await worker.perform([0], on: .bytes([UInt8](repeating: 7, count: size)))
        #expect(answer.bytes.count == size)
    }

    @Test("A crash costs one document and names the signal")
    func crash() async {
        let worker = worker("echo 'out of memory' >&2; kill -SEGV $$")
        #expect(await failure(of: worker) == .crashed("was ended by signal 11: out of memory"))
        #expect(await failure(of: worker) == .crashed("was ended by signal 11: out of memory"))
    }

    @Test("A worker that ends while a large document is written to it is a crash, not our end")
    func closedInput() async {
        let worker = worker("exit 3")
        let document = [UInt8](repeating: 0, count: 3_000_000)
        #expect(await failure(of: worker, document: document) == .crashed("ended with code 3"))
    }

    @Test("A hang is ended at the limit")
    func hang() async {
        let worker = worker("sleep 100", wallClock: 1)
        #expect(await failure(of: worker) == .tookTooLong("over 1 s by the clock"))
    }

    @Test("CPU time is told apart from a crash")
    func processorTime() async {
        let worker = worker("kill -XCPU $$")
        #expect(await failure(of: worker) == .tookTooLong("over its CPU time"))
    }

    @Test("Half a frame is a crash; a frame of absurd length is nonsense")
    func badFrames() async {
        #expect(await failure(of: worker(#"printf '\0\0\0\011abc'"#)) == .crashed("ended with code 0"))
        let nonsense = worker(#"printf '\377\377\377\377'; cat >/dev/null"#)
        #expect(await failure(of: nonsense) == .nonsense("a frame of over 67108864 bytes"))
    }

    @Test("What it said at its end is told, without the stack that Swift prints behind it")
    func lastWords() async {
        let dying = worker(
            "printf 'Fatal error: no room\nCurrent stack trace:\n0    letterbook   0x00 main\n' >&2; exit 1")
        #expect(await failure(of: dying) == .crashed("ended with code 1: Fatal error: no room"))
    }

    @Test("An answer longer than it may be is not waited for")
    func longAnswer() async throws {
        let long = worker(#"head -c 12 >/dev/null; printf '\0\0\0\012'; sleep 100"#)
        await #expect(throws: WorkerFailure.nonsense("a frame of over 9 bytes")) {
            try await long.perform([0], on: .bytes([1, 2, 3]), most: 9)
        }
    }

    @Test("Waiting for a worker that closed its standard error costs no CPU time")
    func mute() async throws {
        let mute = worker(
            #"exec 2>&-; head -c 12 >/dev/null; sleep 1.5; printf '\0\0\0\001a'; cat >/dev/null"#)
        let before = clock()
        #expect(try await mute.perform([0], on: .bytes([1, 2, 3])).bytes == Array("a".utf8))
        #expect(clock() - before < CLOCKS_PER_SEC / 2)
    }

    @Test("Half a header or half an answer and then silence is ended at the limit")
    func silence() async {
        for start in [#"printf '\0\0'; sleep 100"#, #"printf '\0\0\0\011abc'; sleep 100"#] {
            #expect(await failure(of: worker(start, wallClock: 1)) == .tookTooLong("over 1 s by the clock"))
        }
    }

    @Test("More than one answer is nonsense, at once or later, and never the answer to the next request")
    func extraBytes() async throws {
        let talkative = #"head -c 12 >/dev/null; printf '\0\0\0\001a\0\0\0\001b'; cat >/dev/null"#
        #expect(await failure(of: worker(talkative)) == .nonsense("more than one answer"))
        let late = worker(
            #"head -c 12 >/dev/null; printf '\0\0\0\001a'; sleep 0.3; printf '\0\0\0\001b'; cat >/dev/null"#)
        for _ in 0..<2 {
            #expect(try await late.perform([0], on: .bytes([1, 2, 3])).bytes == Array("a".utf8))
            try await Task.sleep(for: .milliseconds(600))
        }
    }

    @Test(
        "A worker that was killed from outside is asked once more, in a fresh process; killed again, it says so"
    )
    func killed() async throws {
        let marker = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { unlink(marker.path) }
        let once = worker(
            "if [ ! -e '\(marker.path)' ]; then touch '\(marker.path)'; kill -KILL $$; fi; "
                + #"head -c 12 >/dev/null; printf '\0\0\0\001a'; cat >/dev/null"#)
        #expect(try await once.perform([0], on: .bytes([1, 2, 3])).bytes == Array("a".utf8))
        #expect(await failure(of: worker("kill -KILL $$")) == .killed)
    }

    @Test("An answer that comes before its question is nonsense")
    func unasked() async {
        // More than a pipe holds is still to be sent.
        let document = [UInt8](repeating: 0, count: 3_000_000)
        let hasty = worker(#"printf '\0\0\0\001a'; sleep 100"#)
        #expect(
            await failure(of: hasty, document: document) == .nonsense("an answer before the question was put")
        )
    }

    @Test("A worker that closes its output and stays is ended; so is one that never ends its complaint")
    func strangeStreams() async throws {
        let failure = try #require(await failure(of: worker("exec 1>&-; sleep 100", wallClock: 20)))
        #expect(failure == .crashed("closed its output and stayed"))
        #expect(
            await self.failure(of: worker("exec 3>&1; exec /usr/bin/yes complaint >&2", wallClock: 1))
                == .tookTooLong("over 1 s by the clock"))
    }

    @Test("A long complaint is kept to its end, and no more of it than 8 KiB")
    func longComplaint() async throws {
        let worker = worker(
            #"head -c 12 >/dev/null; seq 1 100000 >&2; echo last >&2; printf '\0\0\0\001a'; cat >/dev/null"#)
        let answer = try await worker.perform([0], on: .bytes([1, 2, 3]))
        #expect(answer.complaints.utf8.count <= 8_192)
    }

    @Test("A worker that makes a forbidden call is told apart from a crash")
    func forbiddenCall() async {
        #expect(
            await failure(of: worker("kill -SYS $$"))
                == .crashed("made a system call that no reader makes, and was ended"))
    }

    @Test("A program that is not there cannot be started, and says which")
    func missing() async throws {
        let worker = Worker(WorkerCommand(program: "/nonexistent/program", arguments: []))
        let failure = try #require(await failure(of: worker))
        #expect(failure.description.contains("/nonexistent/program"))
    }

    @Test("A worker makes way for a fresh one after its share of requests")
    func recycling() async throws {
        let script = #"while head -c 12 >/dev/null; do printf '\0\0\0\006%06d' $$; done"#
        let one = worker(script, requests: 2)
        var seen: [String] = []
        for _ in 0..<4 {
            let answer = try await one.perform([0], on: .bytes([1, 2, 3]))
            seen.append(String(decoding: answer.bytes, as: UTF8.self))
        }
        #expect(seen[0] == seen[1] && seen[2] == seen[3] && seen[1] != seen[2])
    }

    private func filter(_ script: String, wallClock: UInt64 = 20) -> Filter {
        var limits = WorkerLimits()
        limits.wallClock = wallClock
        return Filter(WorkerCommand(program: "/bin/sh", arguments: ["-c", script]), limits: limits)
    }

    @Test("A filter reads all of its input and writes all of its output, however long")
    func filterAnswers() async throws {
        let bytes = (0..<3_000_000).map { UInt8($0 % 251) }
        #expect(try await filter("/bin/cat").run(on: bytes) == bytes)
        #expect(try await filter("/bin/cat >/dev/null; echo done").run(on: bytes) == Array("done\n".utf8))
    }

    @Test("A filter that fails, hangs or uses too much says so")
    func filterFails() async {
        await #expect(throws: WorkerFailure.crashed("ended with code 4: no such language")) {
            try await filter("/bin/cat >/dev/null; echo no such language >&2; exit 4").run(on: [1])
        }
        await #expect(throws: WorkerFailure.tookTooLong("over 1 s by the clock")) {
            try await filter("/bin/sleep 50", wallClock: 1).run(on: [1])
        }
        await #expect(throws: WorkerFailure.self) {
            try await Filter(
                WorkerCommand(program: "/nonexistent/tesseract", arguments: []), limits: WorkerLimits()
            ).run(on: [])
        }
    }
}
