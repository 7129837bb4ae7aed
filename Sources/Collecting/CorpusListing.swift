import Correspondence
import Glibc

/// Something in the corpus that is not taken, and why.
public struct SkippedFile: Sendable, Hashable, Codable {
    public var path: String
    public var reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}

/// What lies in the corpus. Nothing is passed over in silence: what is not a file is skipped with its reason.
///
/// Files stand in blocks of plain numbers, some sixty bytes each, and are known by their stamps: whether one is as it
/// was last night can be told for a million of them without making a string.
public struct CorpusListing: Sendable {
    /// Sorted by path.
    public internal(set) var skipped: [SkippedFile] = []
    /// Of each file's path and facts: what has the same stamp is the same file, unchanged. In the order of `file`.
    public private(set) var stamps: [UInt64] = []
    private var paths: [UInt8] = []
    /// Where each path ends.
    private var ends: [Int] = []
    private var facts: [(size: Int, modified: Int64, inode: UInt64)] = []

    public init() {}

    public var count: Int { stamps.count }

    /// A file by its position, which says nothing of its place.
    public func file(_ position: Int) -> CorpusFile {
        let start = position == 0 ? 0 : ends[position - 1]
        let facts = facts[position]
        return CorpusFile(
            path: String(decoding: paths[start..<ends[position]], as: UTF8.self), size: facts.size,
            modified: facts.modified, inode: facts.inode)
    }

    /// All files, sorted by path.
    public var files: [CorpusFile] {
        stamps.indices.map(file).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    mutating func add(_ path: UnsafeBufferPointer<UInt8>, _ status: stat) {
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        let (size, inode) = (Int(status.st_size), UInt64(status.st_ino))
        paths.append(contentsOf: path)
        ends.append(paths.count)
        facts.append((size, modified, inode))
        stamps.append(Self.stamp(path, size: size, modified: modified, inode: inode))
    }

    /// The stamp of a file that an earlier night listed.
    public static func stamp(of file: CorpusFile) -> UInt64 {
        var path = file.path
        return path.withUTF8 {
            stamp($0, size: file.size, modified: file.modified, inode: file.inode)
        }
    }

    /// FNV-1a over the path, then SplitMix64's finaliser over each fact: of a million files the chance that a changed
    /// one keeps its stamp is less than one in 10¹².
    private static func stamp(
        _ path: UnsafeBufferPointer<UInt8>, size: Int, modified: Int64, inode: UInt64
    ) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash = mixed(hash ^ UInt64(size))
        hash = mixed(hash ^ UInt64(bitPattern: modified))
        return mixed(hash ^ inode)
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var hash = number &+ 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }
}

/// Why the corpus cannot be listed at all.
public enum CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(String)
    case notAFolder(String)
    case unreadable(String, reason: String)

    public var description: String {
        switch self {
        case .missing(let path):
            "no corpus folder at \(path): make it and put letters in it, or name another with --corpus"
        case .notAFolder(let path):
            "the corpus \(path) is a file: name the folder that holds the letters"
        case .unreadable(let path, let reason):
            "the corpus \(path) cannot be read: \(reason); give this user the right to read it"
        }
    }
}
