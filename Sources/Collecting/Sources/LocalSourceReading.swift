import Correspondence
import Foundation

/// A letter that lies on this machine, with what is known of how it came there.
struct LocalItem: Sendable, Hashable {
    /// The file that it lies in, below the workspace's folder: `Mail/new/1584.eml`, `crawls/week.warc.gz`.
    var file: String
    /// What tells it from its neighbours in that file, such as the offset of a WARC record; nil for a whole file.
    var part: String?
    /// The original.
    var bytes: [UInt8]
    /// As a list would give it. `url` is the address that a crawler asked; empty where nobody knows one.
    var listed: ListedItem
    /// After redirects, where another program followed some.
    var finalURL: String?
    /// Media type as the other program recorded it, in lower case, without parameters.
    var contentType: String?
    /// When the other program took it: ISO 8601, UTC.
    var collectedAt: String?
    /// The answer's status, ETag and Last-Modified, where the other program recorded them.
    var status: Int?
    var etag: String?
    var lastModified: String?
}

/// What comes next in a local source.
enum LocalStep: Sendable, Hashable {
    case item(LocalItem)
    /// All of a file has been given. While its stamp stays the same, it need not be read again.
    case finished(file: String, stamp: String)
    /// A file or a part of it cannot be read: why, and what to do. The others are read all the same.
    case failed(file: String, reason: String)
}

/// How one kind of source on this machine is read: one item at a time, so that memory holds one letter, however many
/// there are. Files are opened for reading only; nothing is moved, marked or deleted.
///
/// To add a kind: a file `<Kind>Source.swift` beside this one, a sample of our own making, a golden file, and an entry in
/// `localSourceReaders`.
protocol LocalSourceReader {
    static var kind: Source.Kind { get }

    /// - Parameters:
    ///   - root: the workspace's folder, which the source's paths are below.
    ///   - isKnown: whether a file was given with this stamp before; it is passed over then.
    /// - Throws: `SourceError.incomplete` where a path is not there.
    init(
        _ source: Source, root: URL, isKnown: @escaping @Sendable (_ file: String, _ stamp: String) -> Bool
    ) throws(SourceError)

    /// Nil at the end.
    mutating func next() -> LocalStep?
}
