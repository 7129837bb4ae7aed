import Correspondence
import Foundation

/// A Maildir (cr.yp.to/proto/maildir.html) or a folder of `.eml` files. Each message is an original, with its attachments
/// in it.
///
/// In a Maildir `new` and `cur` are read and `tmp` is left alone. What a mail program changes, the folder and the flags in
/// the name, is no part of what a message is known by, so that reading a message makes no new letter.
struct MailboxSource: LocalSourceReader {
    static let kind = Source.Kind.mailbox

    private let source: Source
    /// Maildirs of this source.
    private let maildirs: Set<String>
    private var queue: FileQueue

    init(
        _ source: Source, root: URL, isKnown: @escaping @Sendable (_ file: String, _ stamp: String) -> Bool
    ) throws(SourceError) {
        self.source = source
        let maildirs = source.urls.filter { path in
            ["new", "cur"].allSatisfy { LocalFiles.status(root.path + "/\(path)/\($0)")?.isFolder == true }
        }
        self.maildirs = Set(maildirs)
        let paths = source.urls.flatMap { maildirs.contains($0) ? ["\($0)/cur", "\($0)/new"] : [$0] }
        queue = try FileQueue(paths, root: root, isKnown: isKnown)
    }

    mutating func next() -> LocalStep? {
        queue.next { file in
            AddressChoice.takes(file.path, source) ? Self.name(of: file.path, maildirs) : nil
        }
    }

    /// `Mail/1584.M1.host` for `Mail/cur/1584.M1.host:2,RS`; nil for what is no message.
    private static func name(of path: String, _ maildirs: Set<String>) -> String? {
        let parts = path.split(separator: "/")
        let folder = parts.dropLast(2).joined(separator: "/")
        guard parts.count > 2, maildirs.contains(folder), let name = parts.last else {
            return path.lowercased().hasSuffix(".eml") ? path : nil
        }
        return "\(folder)/\(name.prefix { $0 != ":" && $0 != ";" })"
    }
}

extension stat {
    fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
