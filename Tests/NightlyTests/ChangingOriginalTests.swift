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
        /// Its end cut off while it is being sent.
        case shrink
        /// Rewritten; then its reader crashes, as if it were damaged.
        case crash
    }

    private static let reason = "changed while the night read it: the next night will take it as it is then"

    /// Stands before the real worker and changes a file when it has been given it.
    ///
    /// - Parameter moment: in Python, by `request` and `document`.
    private static func script(_ change: String, _ file: String, when moment: String) -> String {
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
            if change == "protect": os.chmod(file, 0o440)
            if change == "crash": os.kill(os.getpid(), signal.SIGSEGV)
        while True:
            request, document = frame(sys.stdin.buffer), frame(sys.stdin.buffer, begun)
            if \(moment): disturb()
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
        let disturbed = try await place.night(
            with: Self.script(change.rawValue, file.path, when: #"b"part 7" in document"#))
        #expect(disturbed.new.map(\.path) == ["neighbour.html"])
        #expect(disturbed.quarantined.map(\.path) == ["changing.html"])
        #expect(disturbed.quarantined.map(\.reason) == [Self.reason])

        let quiet = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(quiet.new.map(\.path) == ["changing.html"])
        #expect(quiet.quarantined.isEmpty)
    }

    @Test("A backup, new rights or another file in its place leave what was opened as it was")
    func leftAlone() async throws {
        let place = try TestWorkspace()
        try place.putLetter(7, at: "changing.html")
        let file = place.corpus.appendingPathComponent("changing.html").path
        let kept = try await place.night(with: Self.script("protect", file, when: #"b"part 7" in document"#))
        #expect(kept.new.map(\.path) == ["changing.html"])

        try FileManager.default.removeItem(atPath: file)
        try place.putLetter(8, at: "changing.html")
        let replaced = try await place.night(
            started: "2026-01-03T03:04:05Z",
            with: Self.script("replace", file, when: #"b"part 8" in document"#))
        #expect(replaced.quarantined.isEmpty)
        #expect(replaced.new.map(\.path) == ["changing.html"])

        let quiet = try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(quiet.new.map(\.path) == ["changing.html"])
    }

    @Test("What is attached to a message that changes is taken out of it by the next night")
    func container() async throws {
        let place = try TestWorkspace()
        let mail = AttachmentTests.message(with: [("Comments.pdf", AttachmentTests.comments)])
        try place.put(mail, at: "mail.eml")
        let file = place.corpus.appendingPathComponent("mail.eml").path
        let disturbed = try await place.night(
            with: Self.script("grow", file, when: #"b'"attachment":' in request"#))
        #expect(disturbed.new.map(\.path) == ["mail.eml"])
        #expect(disturbed.quarantined.map(\.path) == ["mail.eml!/1/Comments.pdf"])
        #expect(disturbed.quarantined.map(\.reason) == [Self.reason])

        let quiet = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(quiet.new.map(\.path) == ["mail.eml", "mail.eml!/1/Comments.pdf"])
        #expect(quiet.quarantined.isEmpty)
    }
}

extension TestWorkspace {
    /// A night with one worker, which is a script.
    fileprivate func night(
        started: String = "2026-01-02T03:04:05Z", with script: String
    ) async throws -> NightReport {
        let file = root.appendingPathComponent("worker.py")
        try Data(script.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return try await night(started: started) {
            $0.program = file.path
            $0.jobs = 1
        }
    }
}
