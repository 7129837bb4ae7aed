import CZip

/// A ZIP archive in memory, read part by part. Names in it are keys, never paths: nothing is written.
final class ZipArchive {
    private let archive: OpaquePointer
    private let copy: UnsafeMutableRawBufferPointer
    /// Bytes that may still be unpacked.
    private var left: Int
    private let limits: Limits

    /// How much is unpacked, whatever the archive says of itself.
    struct Limits: Sendable, Hashable {
        /// Bytes of one part. Default 64 million, which is what XML is read of.
        var part = 64_000_000
        /// Bytes of all parts together. Default 128 million.
        var total = 128_000_000
        /// Unpacked bytes for each packed one, from a million bytes on. Default 200: Word's most monotonous
        /// tables reach 100, deflate's limit is 1,032.
        var ratio = 200
        /// Parts. Default 20,000: a document with as many pictures would not be a letter.
        var parts = 20_000
    }

    init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ExtractionError) {
        self.limits = limits
        left = limits.total
        copy = .allocate(byteCount: bytes.count, alignment: 1)
        copy.copyBytes(from: bytes)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let source = zip_source_buffer_create(copy.baseAddress, UInt64(copy.count), 0, &error)
        guard let source, let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            let reason = zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown error"
            if let source { zip_source_free(source) }
            copy.deallocate()
            throw .damaged("its ZIP archive cannot be opened (\(reason))")
        }
        archive = opened
        guard zip_get_num_entries(archive, 0) <= Int64(limits.parts) else {
            throw .limit("\(limits.parts) parts in a ZIP archive")
        }
    }

    deinit {
        zip_discard(archive)
        copy.deallocate()
    }

    /// A part's bytes, its checksum verified; nil where there is no such part. Case does not count (ECMA-376
    /// part 2, 6.2.2).
    func part(_ name: String) throws(ExtractionError) -> [UInt8]? {
        let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return nil }
        var facts = zip_stat_t()
        guard zip_stat_index(archive, UInt64(index), 0, &facts) == 0 else {
            throw .damaged("\(name) cannot be found in its ZIP archive")
        }
        guard facts.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
        let allowed = allowance(packed: Int(clamping: facts.comp_size))
        guard facts.size <= UInt64(allowed) else { throw tooLarge(name) }
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw damaged(name) }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(facts.size))
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = zip_fread(file, &chunk, UInt64(chunk.count))
            guard count >= 0 else { throw damaged(name) }
            guard count > 0 else { break }
            guard bytes.count + Int(count) <= allowed else { throw tooLarge(name) }
            bytes.append(contentsOf: chunk[..<Int(count)])
        }
        left -= bytes.count
        return bytes
    }

    private func allowance(packed: Int) -> Int {
        let byRatio = max(1_000_000, packed.multipliedReportingOverflow(by: limits.ratio).partialValue)
        return max(0, min(limits.part, left, byRatio))
    }

    private func tooLarge(_ name: String) -> ExtractionError {
        .limit("unpacked size of \(name)")
    }

    private func damaged(_ name: String) -> ExtractionError {
        .damaged("\(name) cannot be unpacked")
    }
}

/// libzip's version as it runs: `1.7.3`.
var libzipVersion: String { zip_libzip_version().map { String(cString: $0) } ?? "unknown" }
