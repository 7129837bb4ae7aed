import ChildEnd
import Collecting
import Correspondence
import Extracting
import Foundation
import Nightly
import Testing
import Working

/// What can be done inside the boxes of the worker and of tesseract, in real processes: nothing but reading.
@Suite("The sandbox", .timeLimit(.minutes(10)))
struct SandboxTests {
    static let worker = ["worker"]
    static let reader = ["sandbox", "--", "/usr/bin/tesseract"]
    /// Each kernel has its own layers: what it lacks is not asked of it.
    static let hasLandlock = !Sandbox.missingLayers.contains(.files)

    private struct Outcome {
        var status: Int32
        var wasEnded: Bool
        var output: Data
        var text: String { String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines) }
    }

    private func run(_ program: String, _ arguments: [String], input: URL? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        process.environment = ["OMP_THREAD_LIMIT": "1", "LANG": "C.UTF-8"]
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let status = process.waitForEnd()
        return Outcome(
            status: status >= 256 ? status - 256 : status, wasEnded: status >= 256, output: data)
    }

    /// Tries something in a sandbox.
    private func attempt(
        _ what: String, at path: String = "/etc/passwd", in sandbox: [String]
    ) throws -> Outcome {
        let limits = ["--memory", "1073741824", "--seconds", "60", "--attempt", what, "--path", path]
        return try run(builtProgram, [sandbox[0]] + limits + sandbox.dropFirst())
    }

    @Test(
        "No socket, no process, no signal, nothing written or removed",
        arguments: [worker, reader],
        ["socket", "local-socket", "process", "signal", "write", "remove"])
    func forbidden(sandbox: [String], what: String) throws {
        let victim = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data("kept".utf8).write(to: victim)
        defer { unlink(victim.path) }
        let outcome = try attempt(what, at: victim.path, in: sandbox)
        #expect(["\(what): Operation not permitted", "\(what): Permission denied"].contains(outcome.text))
        #expect(try Data(contentsOf: victim) == Data("kept".utf8))
    }

    @Test("A program is not started: by the worker none, by tesseract's sandbox no other")
    func programs() throws {
        #expect(try attempt("program", in: Self.worker).text == "program: Operation not permitted")
        if Self.hasLandlock {
            #expect(try attempt("program", in: Self.reader).text == "program: Permission denied")
        }
    }

    @Test("Who debugs another process or asks for a new namespace is ended", arguments: [worker, reader])
    func deadly(sandbox: [String]) throws {
        for what in ["trace", "namespace"] {
            let outcome = try attempt(what, in: sandbox)
            #expect(outcome.wasEnded && outcome.status == SIGSYS)
        }
    }

    @Test("No file can be read but those named", .enabled(if: hasLandlock), arguments: [worker, reader])
    func files(sandbox: [String]) throws {
        let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data("a diary".utf8).write(to: home)
        defer { unlink(home.path) }
        for path in ["/etc/passwd", "/etc", "/proc/self/environ", home.path, builtProgram] {
            #expect(try attempt("read", at: path, in: sandbox).text == "read: Permission denied", "\(path)")
        }
    }

    @Test("Fonts and encodings can be read, tesseract's tables too")
    func allowed() throws {
        for (path, sandbox) in [
            ("/etc/fonts", Self.worker), ("/usr/share/fonts", Self.worker),
            ("/usr/share/tesseract-ocr", Self.reader),
        ] where FileManager.default.fileExists(atPath: path) {
            #expect(try attempt("read", at: path, in: sandbox).text == "read: can be done", "\(path)")
        }
    }

    /// Every sample and fixture that is a letter.
    private static var originals: [URL] {
        ["Corpus/samples", "Tests/ExtractingTests/Fixtures"].flatMap { folder in
            let found = FileManager.default.enumerator(
                at: checkout.appendingPathComponent(folder), includingPropertiesForKeys: nil)
            return (found?.compactMap { $0 as? URL } ?? [])
                .filter { ["pdf", "html", "docx", "eml"].contains($0.pathExtension) }
        }
        .sorted { $0.path < $1.path }
    }

    @Test("Every sample reads the same as an open file inside the sandbox as its bytes do outside")
    func sameText() async throws {
        let settings = ExtractionSettings()
        let worker = ExtractionWorker(program: builtProgram, limits: WorkerLimits(), settings: settings)
        let originals = Self.originals
        #expect(originals.count > 50)
        for file in originals {
            let bytes = Array(try Data(contentsOf: file))
            guard case .readable(let type) = recognize(bytes, name: file.lastPathComponent) else { continue }
            let outside: Result<ExtractedText, ExtractionError>
            do {
                outside = .success(try extract(bytes, as: type, settings: settings))
            } catch {
                outside = .failure(error)
            }
            let inside: Result<ExtractedText, ExtractionError>
            do {
                let original = OpenOriginal(try OriginalFile(at: file.path, limit: .max))
                inside = .success(try await worker.extract(original, as: type).text)
            } catch ProcessingError.extraction(let error) {
                inside = .failure(error)
            }
            #expect(inside == outside, "\(file.lastPathComponent)")
        }
    }

    @Test("Tesseract reads the same inside its sandbox as outside")
    func sameOCR() throws {
        let picture = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { unlink(picture.path + ".pgm") }
        let fixture = checkout.appendingPathComponent("Tests/ExtractingTests/Fixtures/pdf/letter.pdf")
        let drawing = try run(
            "/usr/bin/pdftoppm", ["-gray", "-r", "100", "-l", "1", "-singlefile", fixture.path, picture.path])
        #expect(drawing.status == 0)
        let page = URL(fileURLWithPath: picture.path + ".pgm")
        let outside = try run("/usr/bin/tesseract", Tesseract.arguments, input: page)
        let sandbox = ["sandbox", "--memory", "1073741824", "--seconds", "60", "--", "/usr/bin/tesseract"]
        let inside = try run(builtProgram, sandbox + Tesseract.arguments, input: page)
        #expect(inside.output == outside.output)
        #expect(inside.text.contains("Administrator"))
    }

    @Test("A night says which layers of the sandbox this machine lacks, and nothing where it lacks none")
    func report() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        let missing = Sandbox.missingLayers
        #expect(try await place.night().missingLayers == (missing.isEmpty ? nil : missing))
    }

    @Test("On a kernel without landlock a night goes on in what is left of the sandbox, and says so")
    func withoutLandlock() throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        let script = place.root.appendingPathComponent("without-landlock.py")
        try Data(Self.withoutLandlock.utf8).write(to: script)
        let night = [
            script.path, builtProgram, "nightly", "--config",
            place.root.appendingPathComponent("Pipeline/letterbook.yaml").path,
        ]
        let outcome = try run("/usr/bin/python3", night)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("1 new"))
        #expect(outcome.text.contains("this kernel lacks landlock: 'letterbook doctor'"))
    }

    /// Starts a program for which landlock's first call (number 444 everywhere) is unknown.
    private static let withoutLandlock = """
        import ctypes, os, struct, sys
        libc = ctypes.CDLL(None, use_errno=True)
        steps = [(0x20, 0, 0, 0), (0x15, 0, 1, 444), (0x06, 0, 0, 0x00050000 | 38), (0x06, 0, 0, 0x7FFF0000)]
        code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
        filter = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(code)))
        assert libc.prctl(38, 1, 0, 0, 0) == 0
        assert libc.prctl(22, 2, filter, 0, 0) == 0
        os.execv(sys.argv[1], sys.argv[1:])
        """
}
