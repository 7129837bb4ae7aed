/// What bytes are, whatever a server calls them, and how a file of them is named.
enum FileKind: String, Sendable, Hashable, CaseIterable {
    case pdf, html, docx, doc, odt, rtf, txt, eml
    case zip, image, film, sound, spreadsheet, script, data, binary, empty

    /// The ending of the names that we give.
    var ending: String { rawValue }

    /// Whether a letter may come as such a file.
    var mayBeLetter: Bool {
        switch self {
        case .pdf, .html, .docx, .doc, .odt, .rtf, .txt, .eml: true
        case .zip, .image, .film, .sound, .spreadsheet, .script, .data, .binary, .empty: false
        }
    }

    /// For a reason: `is an image, not a letter`.
    var words: String {
        switch self {
        case .pdf: "a PDF document"
        case .html: "a web page"
        case .docx, .doc, .odt, .rtf: "a word processor's document"
        case .txt: "plain text"
        case .eml: "an e-mail message"
        case .zip: "an archive of files"
        case .image: "an image"
        case .film: "a film"
        case .sound: "a sound"
        case .spreadsheet: "a spreadsheet or slides"
        case .script: "a program"
        case .data: "data for programs (JSON, XML or a feed)"
        case .binary: "binary data of an unknown format"
        case .empty: "empty"
        }
    }

    /// Decided by the bytes alone.
    init(_ bytes: [UInt8]) {
        let head = bytes.prefix(2_048)
        guard let first = head.firstIndex(where: { !Self.isBlank($0) }) else {
            self = .empty
            return
        }
        if let kind = Self.marked(head) ?? Self.container(bytes) {
            self = kind
            return
        }
        let text = String(
            decoding: head[first...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        guard Self.isText(head) else {
            self = .binary
            return
        }
        self = Self.written(text)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || [0xEF, 0xBB, 0xBF].contains(byte) }

    /// Formats that begin with a mark of their own.
    private static func marked(_ head: ArraySlice<UInt8>) -> FileKind? {
        // PDF's mark may stand after some other bytes (ISO 32000-1, implementation note 13).
        let mark = Array("%PDF-".utf8)
        if head.prefix(1_024).indices.contains(where: { head[$0...].starts(with: mark) }) { return .pdf }
        let marks: [(String, FileKind)] = [
            ("{\\rtf", .rtf), ("GIF8", .image), ("\u{7F}ELF", .script), ("MZ", .script), ("ID3", .sound),
            ("OggS", .sound), ("RIFF", .film), ("II*\0", .image), ("MM\0*", .image), ("BM", .image),
            ("8BPS", .image),
            ("Rar!", .zip), ("7z", .zip), ("wOFF", .data), ("wOF2", .data),
        ]
        if let kind = marks.first(where: { head.starts(with: $0.0.utf8) })?.1 { return kind }
        let bytes: [([UInt8], FileKind)] = [
            ([0xFF, 0xD8, 0xFF], .image), ([0x89, 0x50, 0x4E, 0x47], .image), ([0x1F, 0x8B], .zip),
            ([0, 0, 1, 0], .image), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .doc),
            ([0x1A, 0x45, 0xDF, 0xA3], .film), ([0xFF, 0xFB], .sound),
        ]
        if let kind = bytes.first(where: { head.starts(with: $0.0) })?.1 { return kind }
        return head.dropFirst(4).starts(with: "ftyp".utf8) ? .film : nil
    }

    /// What lies in a zip container: its first files' names say.
    private static func container(_ bytes: [UInt8]) -> FileKind? {
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) else {
            return nil
        }
        let names = String(decoding: bytes.prefix(4_096) + bytes.suffix(8_192), as: UTF8.self)
        if names.contains("word/") { return .docx }
        if names.contains("opendocument.text") { return .odt }
        if names.contains("xl/") || names.contains("ppt/") || names.contains("opendocument") {
            return .spreadsheet
        }
        return .zip
    }

    private static func isText(_ head: ArraySlice<UInt8>) -> Bool {
        // UTF-16 holds NULs and says so at its beginning.
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
        return !head.contains { $0 < 9 || (0x0E...0x1A).contains($0) }
    }

    private static func written(_ text: String) -> FileKind {
        if ["<!doctype html", "<html", "<head", "<body", "<title"].contains(where: text.hasPrefix) {
            return .html
        }
        if text.hasPrefix("<?xml") || text.hasPrefix("<!--") || text.hasPrefix("<!doctype") {
            return text.contains("<html") || text.contains("xhtml") ? .html : .data
        }
        if text.hasPrefix("<rss") || text.hasPrefix("<feed") || text.hasPrefix("<urlset") { return .data }
        if text.hasPrefix("{") && text.contains("\":") || text.hasPrefix("[{") || text.hasPrefix("[\"") {
            return .data
        }
        if text.hasPrefix("#!") { return .script }
        let blocks = ["<p", "<div", "<h1", "<table", "<meta", "<script", "<center", "<font", "<span"]
        if text.hasPrefix("<"), blocks.contains(where: text.contains) { return .html }
        return isEmail(text) ? .eml : .txt
    }

    /// A header line at the very beginning, and those that every message has.
    private static func isEmail(_ text: String) -> Bool {
        let lines = text.split(separator: "\n").prefix(40)
        let names = Set(lines.compactMap { line in line.firstIndex(of: ":").map { String(line[..<$0]) } })
        guard let first = lines.first?.prefix(while: { $0 != ":" }), !first.contains(" ") else {
            return false
        }
        return names.contains("from") && (names.contains("date") || names.contains("received"))
            && (names.contains("subject") || names.contains("message-id") || names.contains("to"))
    }
}
