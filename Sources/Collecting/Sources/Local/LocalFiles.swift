import Correspondence
import Foundation

/// A file of a local source.
struct LocalFile: Sendable, Hashable {
    /// Below the workspace's folder.
    var path: String
    var size: Int
    /// Seconds since 1970.
    var modified: Double

    /// Changes with what is in it.
    var stamp: String { "\(size) \(Int(modified * 1_000))" }

    /// When it was last written: ISO 8601, UTC.
    var time: String {
        let seconds = Int(modified.rounded(.down))
        let day = CalendarDay(number: Int((Double(seconds) / 86_400).rounded(.down)))
        let rest = seconds - day.number * 86_400
        let parts = [rest / 3_600, rest / 60 % 60, rest % 60].map { EDTFDate.padded($0, to: 2) }
        return "\(day.iso)T\(parts.joined(separator: ":"))Z"
    }
}

/// Walks the files below some paths, folder by folder in order of their names, without following links. Hidden files and
/// folders are passed over. What is held is the names of the folders that are open, not of all files.
struct LocalFiles {
    /// Folders inside one another.
    private static let deepest = 64

    private let root: String
    /// What is still to be visited, last first.
    private var waiting: [(path: String, depth: Int)]

    /// - Throws: `SourceError.incomplete` where a path is not there.
    init(_ paths: [String], below root: URL) throws(SourceError) {
        self.root = root.path
        for path in paths where Self.status(root.path + "/" + path) == nil {
            throw .incomplete("there is no \(path) in the workspace; make it, or correct urls")
        }
        waiting = paths.reversed().map { ($0, 0) }
    }

    /// The next regular file; nil at the end.
    mutating func next() -> Result<LocalFile, LocalFileError>? {
        while let (path, depth) = waiting.popLast() {
            guard let status = Self.status(root + "/" + path) else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG:
                let time = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
                return .success(LocalFile(path: path, size: Int(status.st_size), modified: time))
            case S_IFDIR:
                guard depth < Self.deepest else {
                    return .failure(
                        LocalFileError(path: path, reason: "folders lie too deep inside one another"))
                }
                do {
                    let names = try FileManager.default.contentsOfDirectory(atPath: root + "/" + path)
                    let seen = names.filter { !$0.hasPrefix(".") }.sorted().reversed()
                    waiting += seen.map { ("\(path)/\($0)", depth + 1) }
                } catch {
                    return .failure(LocalFileError(path: path, reason: "the folder cannot be listed"))
                }
            default: continue
            }
        }
        return nil
    }

    /// Of the thing itself, not of what a link leads to.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    /// - Throws: `LocalFileError` for one that is too large or cannot be read.
    static func bytes(of file: LocalFile, below root: URL, most: Int) throws(LocalFileError) -> [UInt8] {
        guard file.size <= most else {
            throw LocalFileError(path: file.path, reason: "it is larger than \(most >> 20) MiB")
        }
        do {
            return [UInt8](try Data(contentsOf: root.appendingPathComponent(file.path)))
        } catch {
            throw LocalFileError(
                path: file.path, reason: "it cannot be read: check its owner and permissions")
        }
    }
}

struct LocalFileError: Error, Sendable, Hashable {
    var path: String
    var reason: String
}
