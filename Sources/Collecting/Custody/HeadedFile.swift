import Correspondence
import Foundation

/// Files of bytes with one line of JSON before them, named by the hash of an address: lists as they came last, downloads
/// that broke off. All of them can be done without.
struct HeadedFiles<Head: Codable & Sendable>: Sendable {
    let folder: String

    init(at folder: String) { self.folder = folder }

    /// Nil where there is none that can be read.
    func read(_ address: String) -> (head: Head, bytes: [UInt8])? {
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path(address)))
            guard let end = data.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            return (try JSONDecoder().decode(Head.self, from: data[..<end]), [UInt8](data[(end + 1)...]))
        } catch {
            return nil
        }
    }

    func write(_ address: String, _ head: Head, _ bytes: [UInt8]) throws(CollectError) {
        let path = path(address)
        try makeFolder(of: path)
        do {
            try (try CanonicalJSON.line(head) + bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unwritable(path, reason: error.localizedDescription)
        }
    }

    func remove(_ address: String) { unlink(path(address)) }

    private func path(_ address: String) -> String {
        folder + "/" + SHA256.hex(of: address.utf8).prefix(32)
    }
}

/// A list as it came last, so that it need not come again while it stays the same.
struct CachedList: Codable, Sendable {
    var url: String
    var finalURL: String
    var contentType: String?
    var etag: String?
    var lastModified: String?
}

/// The beginning of a letter's file.
struct KeptPart: Codable, Sendable {
    var url: String
    var validator: String
}
