import Foundation
import Testing

/// Each sort of bad input gets a clear message that names the file and the remedy, and the right exit code.
@Suite("Bad input", .timeLimit(.minutes(2)))
struct BadInputTests {
    private func workspace() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        let made = try Program.run("init", ".", in: folder.url)
        #expect(made.status == 0, "\(made.errors)")
        return folder
    }

    @Test("Outside a workspace the message says how to make one")
    func noWorkspace() throws {
        let folder = try ScratchFolder()
        let outcome = try Program.run("nightly", in: folder.url)
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("letterbook init DIR"))
    }

    @Test("A missing corpus is named, with the flag that names another")
    func noCorpus() throws {
        let folder = try workspace()
        let outcome = try Program.run("nightly", "--corpus", "nowhere", in: folder.url)
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("nowhere") && outcome.errors.contains("--corpus"))
    }

    @Test("An empty corpus is a night with nothing in it")
    func emptyCorpus() throws {
        let folder = try workspace()
        let outcome = try Program.run("nightly", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("0 new"))
    }

    @Test("A malformed definition stops the night before it touches anything, and names file and line")
    func malformedDefinition() throws {
        let folder = try workspace()
        try folder.write("label: Broken\nthreshold: high\n", to: "Pipeline/topics/broken.yaml")
        let outcome = try Program.run("nightly", in: folder.url)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("topics/broken.yaml:"))
        let left = try FileManager.default.contentsOfDirectory(
            atPath: folder.url.appendingPathComponent("Output").path)
        #expect(left.isEmpty)
    }

    @Test("Bad files are told one by one, and the good letter beside them is archived")
    func badFiles() throws {
        let folder = try workspace()
        try folder.write("", to: "Corpus/zero.pdf")
        try folder.write("%PDF-1.5\ntruncated", to: "Corpus/cut.pdf")
        try folder.write("x", to: "Corpus/x.pdf/inner.txt")
        try folder.write(
            "Dear Administrator:\n\nWe write about rural hospitals.\n\nSincerely,\nA. Sample\n",
            to: "Corpus/good.txt")
        let outcome = try Program.run("nightly", "--json", in: folder.url)
        #expect(outcome.output.contains("\"cut.pdf\""))
        #expect(outcome.output.contains("\"zero.pdf\""))
        #expect(outcome.output.contains("\"good.txt\""))
        #expect(outcome.output.contains("\"x.pdf/inner.txt\""))
        let quarantine = try Program.run("quarantine", in: folder.url)
        #expect(quarantine.output.contains("cut.pdf"))
    }

    @Test("An unknown agency or topic in a query suggests the nearest")
    func unknownNames() throws {
        let folder = try workspace()
        try folder.write("Dear Administrator:\n\nWe write.\n", to: "Corpus/good.txt")
        _ = try Program.run("nightly", in: folder.url)
        let topic = try Program.run("query", "--topic", "maternal-helth", in: folder.url)
        #expect(topic.status != 0)
        #expect(topic.errors.contains("maternal-health"))
        let agency = try Program.run("query", "--agency", "cmss", in: folder.url)
        #expect(agency.status != 0)
        #expect(agency.errors.contains("cms"))
    }

    @Test("Nothing that a user types is a syntax error of the engine")
    func oddQueries() throws {
        let folder = try workspace()
        try folder.write("Dear Administrator:\n\nWe write.\n", to: "Corpus/good.txt")
        _ = try Program.run("nightly", in: folder.url)
        for text in [
            "\"", "a AND", "(", "*", "NEAR(", "'; DROP TABLE letter; --", "a\"b", "-", "^x", "col:y",
        ] {
            let outcome = try Program.run("query", "--", text, in: folder.url)
            #expect([0, 1, 64].contains(outcome.status), "\(text): \(outcome.errors)")
            #expect(!outcome.errors.lowercased().contains("sqlite"), "\(text): \(outcome.errors)")
            #expect(!outcome.errors.contains("fts5"), "\(text): \(outcome.errors)")
        }
    }

    @Test("An output that cannot be written is named")
    func unwritableOutput() throws {
        let folder = try workspace()
        try folder.write("x", to: "file")
        let outcome = try Program.run("nightly", "--output", "file/below", in: folder.url)
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains("file/below"))
    }

    @Test("An output of a newer version is refused politely")
    func newerOutput() throws {
        let folder = try workspace()
        _ = try Program.run("nightly", in: folder.url)
        let schema = folder.url.appendingPathComponent("Output/archive/schema/letter.schema.json")
        let text = try String(contentsOf: schema, encoding: .utf8)
        let newer = text.replacing(
            #/"schemaVersion": \{"const": \d+\}/#, with: #""schemaVersion": {"const": 99}"#)
        #expect(newer != text)
        try Data(newer.utf8).write(to: schema)
        let outcome = try Program.run("nightly", in: folder.url)
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains("newer version"))
    }

    @Test("A full disk is said as such, and the next night completes")
    func fullDisk() throws {
        let folder = try workspace()
        try folder.write("Dear Administrator:\n\nWe write about rural hospitals.\n", to: "Corpus/good.txt")
        // A file size limit of nothing stands in for a disk that is full: every write fails at once.
        let full = try Program.shell(
            "trap '' XFSZ; ulimit -f 0; letterbook nightly 2>errors.txt; exit $?", in: folder.url)
        #expect(full.status != 0)
        let outcome = try Program.run("nightly", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("1 new"))
    }

    @Test("One night at a time: the second says who holds the lock")
    func lock() throws {
        let folder = try workspace()
        _ = try Program.run("nightly", in: folder.url)
        let outcome = try Program.shell(
            "exec 9>>Output/cache/night.lock; flock 9; echo 'process 1' >&9; letterbook nightly",
            in: folder.url)
        #expect(outcome.status == 75)
        #expect(outcome.errors.contains("process 1"))
    }
}
