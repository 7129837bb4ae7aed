import Correspondence
import Foundation

/// A large file of JSON lines in the order of a key that stands first in each, changed here and there: the places are
/// found by halving, and what lies between them is copied as it is. A million lines take a quarter of a second; reading
/// each takes several.
struct SortedLines {
    let path: String
    /// What a line begins with, up to the key: `{"id":"`.
    let opening: [UInt8]

    /// Files up to so many bytes are read line by line, which also drops lines that are damaged.
    static let small = 4 << 20

    /// The lines that a key is to have from now on, with their line breaks; none takes it out.
    struct Change {
        var key: String
        var lines: [UInt8]
    }

    /// Writes the file anew, unless nothing changes.
    ///
    /// - Parameter changes: in the order of keys, each once.
    /// - Returns: false where the file is small or not in order: then nothing was done.
    func replace(_ changes: [Change]) throws(ArchiveError) -> Bool {
        guard let file = try MappedFile(path), file.bytes.count > Self.small else { return false }
        var cuts: [(old: Range<Int>, new: [UInt8])] = []
        var start = 0
        for change in changes {
            guard let place = range(of: change.key, in: file.bytes, from: start) else { return false }
            start = place.upperBound
            if !file.bytes[place].elementsEqual(change.lines) { cuts.append((place, change.lines)) }
        }
        guard !cuts.isEmpty else { return true }
        var writer = try ReplacingWriter(path)
        var copied = 0
        for cut in cuts {
            try writer.write(UnsafeRawBufferPointer(rebasing: file.bytes[copied..<cut.old.lowerBound]))
            try writer.write(cut.new)
            copied = cut.old.upperBound
        }
        try writer.write(UnsafeRawBufferPointer(rebasing: file.bytes[copied...]))
        try writer.commit()
        return true
    }

    /// Where a key's lines stand, or would; nil where a line on the way is none.
    func range(of key: String, in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Range<Int>? {
        let key = Array(key.utf8)
        guard let first = boundary(in: bytes, from: start, isBefore: { $0.lexicographicallyPrecedes(key) })
        else { return nil }
        var end = first
        while end < bytes.count {
            guard let found = self.key(in: bytes, at: end) else { return nil }
            guard found.elementsEqual(key) else { break }
            end = Self.lineEnd(in: bytes, from: end)
        }
        return first..<end
    }

    /// The start of the first line that does not lie before.
    private func boundary(
        in bytes: UnsafeRawBufferPointer, from start: Int, isBefore: (Slice<UnsafeRawBufferPointer>) -> Bool
    ) -> Int? {
        var (low, high) = (start, bytes.count)
        while low < high {
            let middle = Self.lineStart(in: bytes, at: (low + high) / 2, notBefore: low)
            guard let key = key(in: bytes, at: middle) else { return nil }
            if isBefore(key) {
                low = Self.lineEnd(in: bytes, from: middle)
            } else {
                high = middle
            }
        }
        return low
    }

    private func key(in bytes: UnsafeRawBufferPointer, at line: Int) -> Slice<UnsafeRawBufferPointer>? {
        let rest = bytes[line...]
        guard rest.starts(with: opening) else { return nil }
        let key = rest.dropFirst(opening.count).prefix(64)
        return key.firstIndex(of: UInt8(ascii: "\"")).map { key[..<$0] }
    }

    private static func lineStart(
        in bytes: UnsafeRawBufferPointer, at place: Int, notBefore low: Int
    ) -> Int {
        bytes[low..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? low
    }

    private static func lineEnd(in bytes: UnsafeRawBufferPointer, from place: Int) -> Int {
        bytes[place...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
}

/// A file's bytes, as the system keeps them in memory: only what is looked at is read.
final class MappedFile {
    let bytes: UnsafeRawBufferPointer

    /// Nil where there is no such file.
    init?(_ path: String) throws(ArchiveError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .notReadable(path: path, reason: systemMessage())
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .notReadable(path: path, reason: systemMessage())
        }
        let size = Int(status.st_size)
        guard size > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start, start != MAP_FAILED else {
            throw .notReadable(path: path, reason: systemMessage())
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit {
        guard let start = bytes.baseAddress else { return }
        munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
}
