import Correspondence
import Foundation
import Glibc
import Testing

@testable import Collecting

@Suite("Originals that are never held whole")
struct OriginalFileTests {
    private static let mebibyte = 1 << 20

    /// Bytes in which no two portions are alike.
    private static func bytes(_ count: Int) -> [UInt8] {
        var state: UInt32 = 7
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24)
        }
    }

    private static func write(_ bytes: [UInt8], in folder: ScratchFolder) throws -> String {
        let path = folder.path + "/original"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private static let sizes = [
        0, 1, 1_000, mebibyte - 1, mebibyte, 4 * mebibyte - 1, 4 * mebibyte, 4 * mebibyte + 1, 9 * mebibyte,
    ]

    @Test("Portions hash like the whole, and hash, ends and bytes agree", arguments: sizes)
    func portions(size: Int) throws {
        let folder = try ScratchFolder()
        let bytes = Self.bytes(size)
        let file = try OriginalFile(at: try Self.write(bytes, in: folder), limit: size)
        #expect(file.size == size && file.isUntouched)
        let whole = SHA256.hex(of: bytes)
        #expect(try file.sha256() == whole)
        let ends =
            size <= 4 * Self.mebibyte
            ? bytes : Array(bytes.prefix(2 * Self.mebibyte) + bytes.suffix(2 * Self.mebibyte))
        let contents = try file.contents()
        #expect(contents.sha256 == whole && contents.ends == ends)
        #expect(try file.ends() == ends)
        #expect(try file.bytes() == bytes)
        #expect(file.isUntouched)
    }

    @Test(
        "A file over its limit, a missing one, a folder, a symbolic link and a pipe are refused, and leave nothing open"
    )
    func refused() throws {
        let folder = try ScratchFolder()
        let path = try Self.write([1, 2, 3], in: folder)
        #expect(symlink(path, folder.path + "/link") == 0 && mkfifo(folder.path + "/pipe", 0o600) == 0)
        let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        for _ in 0..<20 {
            #expect(throws: OriginalError.tooLarge(bytes: 3, limit: 2)) {
                try OriginalFile(at: path, limit: 2)
            }
            #expect(throws: OriginalError.vanished) { try OriginalFile(at: folder.path + "/none", limit: 9) }
            #expect(throws: OriginalError.unreadable("Too many levels of symbolic links")) {
                try OriginalFile(at: folder.path + "/link", limit: 9)
            }
            for name in ["", "/pipe"] {
                #expect(throws: OriginalError.unreadable("it is not a regular file")) {
                    try OriginalFile(at: folder.path + name, limit: .max)
                }
            }
            _ = try OriginalFile(at: path, limit: 3)
        }
        // Other tests run beside this one, but do not open a hundred files.
        let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        #expect(after < before + 60)
    }

    @Test(
        "A file that grows, shrinks, or is rewritten in place to the same size and time is no longer untouched",
        arguments: ["grow", "shrink", "rewrite"])
    func touched(how: String) throws {
        let folder = try ScratchFolder()
        let path = try Self.write(Self.bytes(3 * Self.mebibyte), in: folder)
        let file = try OriginalFile(at: path, limit: .max)
        var facts = stat()
        #expect(stat(path, &facts) == 0)
        let descriptor = open(path, O_WRONLY)
        switch how {
        case "grow": #expect(pwrite(descriptor, "x", 1, off_t(file.size)) == 1)
        case "shrink": #expect(ftruncate(descriptor, 1_000) == 0)
        default: #expect(pwrite(descriptor, "x", 1, 0) == 1)
        }
        #expect(futimens(descriptor, [facts.st_atim, facts.st_mtim]) == 0)
        close(descriptor)
        #expect(!file.isUntouched)
        #expect(throws: OriginalError.changed) { try file.bytes() }
        if how == "shrink" { #expect(throws: OriginalError.changed) { try file.contents() } }
    }

    @Test("Another file at its path changes nothing of an open one")
    func replaced() throws {
        let folder = try ScratchFolder()
        let path = try Self.write([1, 2, 3], in: folder)
        let file = try OriginalFile(at: path, limit: 9)
        try folder.write("another", to: "other")
        #expect(rename(folder.path + "/other", path) == 0)
        #expect(try file.sha256() == SHA256.hex(of: [1, 2, 3] as [UInt8]))
    }
}
