import Correspondence
import Foundation
import Nightly
import Testing

/// Nights in which an original changes after its hash was taken and before its worker has answered.
@Suite("Originals that change under a night's hands", .timeLimit(.minutes(5)))
struct ChangingOriginalTests {
    enum Change: String, CaseIterable, Sendable {
        /// A byte more.
        case grow
        /// Another byte in the place of one, the old time of change put back.
        case rewrite
        /// Another file in its place.
        case replace
        /// Its end cut off while it is being sent.
        case shrink
        /// Rewritten; then its reader crashes, as if it were damaged.
        case crash
    }

    /// Stands before the real worker and changes the file that it is given.
    private static func script(_ change: Change, _ file: String) -> String {
        """
        #!/usr/bin/env python3
        import os, signal, struct, subprocess, sys
        if sys.argv[1] != "worker": os.execv("\(builtProgram)", ["letterbook"] + sys.argv[1:])
        real = subprocess.Popen(["\(builtProgram)"] + sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        def frame(stream, begun=lambda length: None):
            header = stream.read(4)
            if len(header) < 4: sys.exit(0)
            length = struct.unpack(">I", header)[0]
            begun(length)
            body = stream.read(length)
            if len(body) < length: sys.exit(0)
            return header + body
        file, change = "\(file)", "\(change)"
        times = (os.stat(file).st_atime_ns, os.stat(file).st_mtime_ns)
        def write(mode, data):
            with open(file, mode) as out: out.write(data)
        def begun(length):
            if change == "shrink" and length > 4000000: os.truncate(file, length // 2)
        def disturb():
            if change == "grow": write("ab", b" ")
            if change in ("rewrite", "crash"): write("r+b", b" "); os.utime(file, ns=times)
            if change == "replace": os.unlink(file); write("wb", b"Dear Director, this is another letter.")
            if change == "crash": os.kill(os.getpid(), signal.SIGSEGV)
        while True:
            request, document = frame(sys.stdin.buffer), frame(sys.stdin.buffer, begun)
            if b"part 7" in document: disturb()
            real.stdin.write(request + document); real.stdin.flush()
            sys.stdout.buffer.write(frame(real.stdout)); sys.stdout.buffer.flush()
        """
    }

    @Test(
        "Nothing is believed of it, its neighbour is read, and the next night takes it",
        arguments: Change.allCases)
    func changing(change: Change) async throws {
        let place = try TestWorkspace()
        try place.putLetter(1, at: "neighbour.html")
        try place.putLetter(7, at: "changing.html")
        let file = place.corpus.appendingPathComponent("changing.html")
        if change == .shrink {
            let comment = "<!-- " + String(repeating: "x", count: 5_000_000) + " -->"
            try (Data(contentsOf: file) + Data(comment.utf8)).write(to: file)
        }
        let script = place.root.appendingPathComponent("worker.py")
        try Data(Self.script(change, file.path).utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)

        let disturbed = try await place.night {
            $0.program = script.path
            $0.jobs = 1
        }
        #expect(disturbed.new.map(\.path) == ["neighbour.html"])
        #expect(disturbed.quarantined.map(\.path) == ["changing.html"])
        let reason = "changed while the night read it: the next night will take it as it is then"
        #expect(disturbed.quarantined.map(\.reason) == [reason])

        let quiet = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(quiet.new.map(\.path) == ["changing.html"])
        #expect(quiet.quarantined.isEmpty)
    }
}
