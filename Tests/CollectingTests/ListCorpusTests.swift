import Collecting
import Foundation
import Glibc
import Testing

/// A folder of its own for each test, removed afterwards.
final class ScratchFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "letterbook-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
}

@Suite("Listing the corpus")
struct ListCorpusTests {
    @Test("Files are listed by path with their sizes; hidden ones are left out")
    func files() throws {
        let folder = try ScratchFolder()
        try folder.write("bb", to: "b.html")
        try folder.write("a", to: "inbox/2020/a.pdf")
        try folder.write("x", to: ".hidden")
        try folder.write("x", to: ".git/config")
        let listing = try listCorpus(at: folder.path)
        #expect(listing.files.map(\.path) == ["b.html", "inbox/2020/a.pdf"])
        #expect(listing.files.map(\.size) == [2, 1])
        #expect(listing.skipped.isEmpty)
    }

    @Test("A folder named like a letter is a folder")
    func folderNamedLikeFile() throws {
        let folder = try ScratchFolder()
        try folder.write("a", to: "x.pdf/inner.pdf")
        #expect(try listCorpus(at: folder.path).files.map(\.path) == ["x.pdf/inner.pdf"])
    }

    @Test("What is no file, or is ignored, is skipped with its reason")
    func skipped() throws {
        let folder = try ScratchFolder()
        try folder.write("a", to: "README.md")
        try folder.write("a", to: "make/letters/x.yaml")
        try folder.write("a", to: "letter.txt")
        symlink("/etc/passwd", folder.path + "/link.pdf")
        mkfifo(folder.path + "/pipe.pdf", 0o600)
        let listing = try listCorpus(at: folder.path, ignoring: ["README*", "make/*"])
        #expect(listing.files.map(\.path) == ["letter.txt"])
        #expect(listing.skipped.map(\.path) == ["README.md", "link.pdf", "make/letters/x.yaml", "pipe.pdf"])
        #expect(listing.skipped.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("A pattern that begins with a slash is for the corpus's own folder")
    func anchored() throws {
        let folder = try ScratchFolder()
        try folder.write("a", to: "README.md")
        try folder.write("a", to: "study/README.md")
        let listing = try listCorpus(at: folder.path, ignoring: ["/README*"])
        #expect(listing.files.map(\.path) == ["study/README.md"])
        #expect(listing.skipped.map(\.path) == ["README.md"])
    }

    @Test("A file whose name is not UTF-8 is said, not lost")
    func oddName() throws {
        let folder = try ScratchFolder()
        let name: [CChar] =
            Array((folder.path + "/bad").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
        let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
        close(descriptor)
        let listing = try listCorpus(at: folder.path)
        #expect(listing.files.isEmpty)
        #expect(listing.skipped.count == 1)
        unlink(name)
    }

    @Test("A missing corpus, and a file in its place, are told apart")
    func missing() throws {
        let folder = try ScratchFolder()
        try folder.write("a", to: "file")
        #expect(throws: CorpusError.missing(folder.path + "/none")) {
            try listCorpus(at: folder.path + "/none")
        }
        #expect(throws: CorpusError.notAFolder(folder.path + "/file")) {
            try listCorpus(at: folder.path + "/file")
        }
    }

    @Test("An original is read whole, and not past its limit")
    func reading() throws {
        let folder = try ScratchFolder()
        try folder.write("0123456789", to: "a.txt")
        #expect(try readOriginal(at: folder.path + "/a.txt", limit: 10) == Array("0123456789".utf8))
        #expect(throws: OriginalError.tooLarge(bytes: 10, limit: 9)) {
            try readOriginal(at: folder.path + "/a.txt", limit: 9)
        }
        #expect(throws: OriginalError.vanished) { try readOriginal(at: folder.path + "/b", limit: 9) }
        #expect(throws: OriginalError.self) { try readOriginal(at: folder.path, limit: 1_000_000) }
    }
}
