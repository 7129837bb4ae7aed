import Correspondence

/// A letter that a person brings: a file, and what that person knows of where it came from.
public struct ReceivedLetter: Sendable, Hashable {
    /// What became of it.
    public struct Kept: Sendable, Hashable, Codable {
        /// In the corpus.
        public var path: String
        public var sha256: String
        /// It was there already; what is said of it was added.
        public var wasThere: Bool
    }

    /// The file's bytes.
    public var bytes: [UInt8]
    /// Its name, without folders, as custody keeps it.
    public var name: String
    public var url: String?
    public var note: String?

    public init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }
}

/// Why a file that a person brings is not taken.
public struct NotALetter: Error, Sendable, Hashable, CustomStringConvertible {
    public var name: String
    public var reason: String

    public var description: String {
        "\(name): \(reason): give the letter itself, as PDF, HTML, DOCX, e-mail or text"
    }
}

/// Keeps a letter that came by hand under `collected/by-hand`, with a line of custody that says so.
///
/// - Throws: `NotALetter`, `CollectError`; `HTTPError` where `url` is no address.
public func receive(_ letter: ReceivedLetter, _ settings: CollectSettings) throws -> ReceivedLetter.Kept {
    let kind = FileKind(letter.bytes)
    guard kind != .empty else { throw NotALetter(name: letter.name, reason: "the file is empty") }
    guard kind.mayBeLetter else { throw NotALetter(name: letter.name, reason: "is \(kind.words)") }
    let folder = settings.folder(of: byHand)
    var custody = try CustodyLog(in: folder)
    let sha256 = SHA256.hex(of: letter.bytes)
    let wasThere = custody.files[sha256] != nil
    let file = try OriginalStore(at: folder).put(letter.bytes, sha256: sha256, ending: kind.ending)
    var line = CustodyLine(.received, source: byHand, at: settings.clock.timestamp)
    line.url = try letter.url.map { try WebAddress($0).shown }
    line.place = letter.name
    line.note = letter.note
    line.sha256 = sha256
    line.bytes = letter.bytes.count
    line.file = file
    try custody.append(line)
    return ReceivedLetter.Kept(path: "collected/\(byHand)/\(file)", sha256: sha256, wasThere: wasThere)
}

/// The folder of letters that people bring.
private let byHand = "by-hand"
