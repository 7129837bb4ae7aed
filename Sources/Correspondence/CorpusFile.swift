/// A regular file of the corpus, with what tells that it is still the one that was read: cheap to learn, without
/// opening it.
public struct CorpusFile: Sendable, Hashable, Codable {
    /// Relative to the corpus, `/` between folders.
    public var path: String
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970 of the last change to the content.
    public var modified: Int64
    /// The file's number on its file system: a file swapped for another of equal size and time differs here.
    public var inode: UInt64

    public init(path: String, size: Int, modified: Int64, inode: UInt64) {
        self.path = path
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}
