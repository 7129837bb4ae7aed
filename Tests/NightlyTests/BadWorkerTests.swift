import Correspondence
import Extracting
import Foundation
import Nightly
import Testing
import Working

/// A whole night whose worker goes wrong in every way that a process can: each costs one document.
@Suite("A night with bad workers", .timeLimit(.minutes(5)))
struct BadWorkerTests {
    /// Stands before the real worker and goes wrong where a document says so.
    private static func script(_ program: String) -> String {
        """
        #!/usr/bin/env python3
        import os, signal, struct, subprocess, sys, time
        if sys.argv[1] != "worker": os.execv("\(program)", ["\(program)"] + sys.argv[1:])
        real = subprocess.Popen(["\(program)"] + sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        def frame(stream):
            header = stream.read(4)
            if len(header) < 4: sys.exit(0)
            return header + stream.read(struct.unpack(">I", header)[0])
        def put(data): sys.stdout.buffer.write(data); sys.stdout.buffer.flush()
        while True:
            request, document = frame(sys.stdin.buffer), frame(sys.stdin.buffer)
            def says(what): return b"misbehave: " + what in document
            if says(b"crash"): os.kill(os.getpid(), signal.SIGSEGV)
            if says(b"hang"): time.sleep(1000)
            if says(b"half"): put(struct.pack(">I", 1000) + b"abc"); sys.exit(0)
            if says(b"large"): put(struct.pack(">I", 30 << 20)); time.sleep(1000)
            if says(b"oversize"): put(b"\\xff\\xff\\xff\\xff"); time.sleep(1000)
            if says(b"nonsense"): put(struct.pack(">I", 9) + b"not JSON!"); continue
            if says(b"nothing"): put(struct.pack(">I", 0)); continue
            if says(b"twice"): put((struct.pack(">I", 2) + b"{}") * 2); continue
            if says(b"memory"): sys.stderr.write("Out of memory\\n"); sys.stderr.flush(); sys.exit(1)
            real.stdin.write(request + document); real.stdin.flush()
            put(frame(real.stdout))
        """
    }

    private static let ways = [
        "crash", "half", "hang", "large", "memory", "nonsense", "nothing", "oversize", "twice",
    ]

    @Test("Each way to go wrong costs its document and no other, with one worker or two", arguments: [1, 2])
    func eachCostsOne(jobs: Int) async throws {
        let place = try TestWorkspace()
        let script = place.root.appendingPathComponent("worker.py")
        try Data(Self.script(builtProgram).utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        let settings = place.root.appendingPathComponent("Pipeline/letterbook.yaml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        let quick = text.replacing("clock-limit: 120", with: "clock-limit: 5")
        try Data(quick.utf8).write(to: settings)
        for (number, way) in Self.ways.enumerated() {
            try place.putLetter(number, at: "\(number)-good.html")
            try place.put("Riverbend Alliance\n\nMarch 2, 2020\n\nmisbehave: \(way)\n", at: "\(way).txt")
        }
        let report = try await place.night {
            $0.program = script.path
            $0.jobs = jobs
        }
        #expect(report.new.map(\.path) == Self.ways.indices.map { "\($0)-good.html" })
        #expect(report.quarantined.map(\.path) == Self.ways.map { "\($0).txt" })
        let reasons = report.quarantined.map(\.reason)
        for (reason, part) in zip(
            reasons,
            [
                "ended by signal 11", "ended with code 0", "over 5 s", "a frame of over 16777216",
                "Out of memory", "nonsense",
                "nonsense",
                "a frame of over", "more than one answer",
            ])
        {
            #expect(reason.contains(part), "\(reason)")
        }
    }

    @Test("No text with a complaint of memory is a failure that names the limit; with text it is none")
    func memory() async throws {
        let folder = try TestWorkspace()
        for (text, fails) in [("", true), ("Dear Director", false)] {
            let page = Page(number: 1, text: text, source: .textLayer)
            let answer = ExtractedText(
                mediaType: .pdf, pages: [page], layouts: [], document: DocumentMetadata(),
                quality: TextQuality(text: .good))
            let file = folder.root.appendingPathComponent("answer")
            let json = try JSONEncoder().encode(["text": answer])
            let length = withUnsafeBytes(of: UInt32(json.count).bigEndian) { Data($0) }
            try (length + json).write(to: file)
            let script = folder.root.appendingPathComponent("worker.sh")
            try Data("#!/bin/sh\necho 'poppler: Out of memory' >&2\ncat \(file.path)\ncat >/dev/null\n".utf8)
                .write(to: script)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
            let worker = ExtractionWorker(
                program: script.path, limits: WorkerLimits(), settings: ExtractionSettings())
            do {
                let extraction = try await worker.extract(OpenOriginal([1]), as: .pdf)
                #expect(!fails && extraction.text == answer)
            } catch {
                #expect(fails && "\(error)".contains("memory-limit"), "\(error)")
            }
        }
    }
}
