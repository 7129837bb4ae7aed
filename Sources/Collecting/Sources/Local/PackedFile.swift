import Foundation

/// A file read from front to back, unpacked where it is gzip: one member after the other, as WARC files have one for each
/// record. Memory holds a few pieces of it.
struct PackedFile {
    /// More than so many times its size no honest crawl unpacks to.
    private static let mostUnpacked = 200
    private static let piece = 1 << 16

    private let handle: FileHandle
    private let inflater: Inflater?
    private let limit: Int
    private var packed: ArraySlice<UInt8> = []
    private var ready: ArraySlice<UInt8> = []
    private var isInMember = false
    /// Unpacked bytes that were read or passed over.
    private(set) var position = 0
    private var unpacked = 0

    /// - Parameter size: of the file.
    init(_ file: URL, size: Int) throws {
        handle = try FileHandle(forReadingFrom: file)
        let start = try handle.read(upToCount: 2) ?? Data()
        try handle.seek(toOffset: 0)
        inflater = [UInt8](start) == [0x1F, 0x8B] ? try Inflater() : nil
        limit = max(1 << 30, size * Self.mostUnpacked)
    }

    func close() throws { try handle.close() }

    /// A line without its end; nil at the file's end.
    mutating func line(most: Int) throws -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if ready.isEmpty, try !fill() { return line.isEmpty ? nil : line }
            let end = ready.firstIndex(of: 0x0A)
            let part = end.map { ready[..<$0] } ?? ready
            line += part
            position += part.count + (end == nil ? 0 : 1)
            ready = end.map { ready[($0 + 1)...] } ?? []
            guard line.count <= most else { throw WARCError.malformed("a line is longer than \(most) bytes") }
            if end != nil {
                if line.last == 0x0D { line.removeLast() }
                return line
            }
        }
    }

    /// Exactly so many bytes.
    mutating func read(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(count, 1 << 20))
        while bytes.count < count {
            if ready.isEmpty, try !fill() { throw WARCError.malformed("it ends within a record") }
            let part = ready.prefix(count - bytes.count)
            bytes += part
            ready = ready.dropFirst(part.count)
        }
        position += count
        return bytes
    }

    /// Passes over so many bytes.
    mutating func skip(_ count: Int) throws {
        var left = count
        while left > 0 {
            if ready.isEmpty, try !fill() { throw WARCError.malformed("it ends within a record") }
            let part = min(left, ready.count)
            ready = ready.dropFirst(part)
            left -= part
        }
        position += count
    }

    /// False at the end.
    private mutating func fill() throws -> Bool {
        while true {
            if packed.isEmpty {
                guard let data = try handle.read(upToCount: Self.piece), !data.isEmpty else {
                    if isInMember { throw InflateError.cutShort }
                    return false
                }
                packed = [UInt8](data)[...]
            }
            guard let inflater else {
                (ready, packed) = (packed, [])
                return true
            }
            if !isInMember { inflater.begin() }
            let (output, taken) = try inflater.inflate(packed, most: Self.piece)
            packed = packed.dropFirst(taken)
            isInMember = !inflater.isAtEnd
            unpacked += output.count
            guard unpacked <= limit else { throw InflateError.tooMuch(limit) }
            if !output.isEmpty {
                ready = output[...]
                return true
            }
            if taken == 0, inflater.isAtEnd == false, !packed.isEmpty { throw InflateError.damaged }
        }
    }
}
