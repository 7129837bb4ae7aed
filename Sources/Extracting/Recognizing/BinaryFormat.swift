/// Formats that begin with a magic number, and their names for people.
enum BinaryFormat {
    static let docx = "Word document (.docx)"

    private static let magics: [(magic: [UInt8], name: String)] = [
        (Array("{\\rtf".utf8), "RTF document: save it as .docx or PDF"),
        (Array("%!PS".utf8), "PostScript"),
        ([0xFF, 0x57, 0x50, 0x43], "WordPerfect document"),
        ([0x1F, 0x8B], "gzip archive"),
        (Array("7z\u{BC}\u{AF}".unicodeScalars.map { UInt8($0.value) }), "7z archive"),
        (Array("Rar!".utf8), "RAR archive"),
        (Array("BZh".utf8), "bzip2 archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz archive"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG image"),
        ([0xFF, 0xD8, 0xFF], "JPEG image"),
        (Array("GIF8".utf8), "GIF image"),
        ([0x49, 0x49, 0x2A, 0x00], "TIFF image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "TIFF image"),
        (Array("BM".utf8), "BMP image"),
        (Array("ID3".utf8), "MP3 audio"),
        (Array("OggS".utf8), "Ogg media"),
        (Array("SQLite format 3".utf8), "SQLite database"),
        ([0x7F, 0x45, 0x4C, 0x46], "program (ELF)"),
        (Array("MZ".utf8), "program (Windows)"),
    ]

    /// nil where no magic number is met.
    static func name(of head: FileHead, bytes: [UInt8]) -> String? {
        if head.begins(with: Array("PK".utf8) + [3, 4]) { return zip(bytes) }
        if head.begins(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return compound(bytes) }
        if head.begins(with: Array("RIFF".utf8)) {
            return head.begins(with: Array("WEBP".utf8), at: 8) ? "WebP image" : "audio or video (RIFF)"
        }
        if head.begins(with: Array("ftyp".utf8), at: 4) { return "video or image (ISO media)" }
        guard let found = magics.first(where: { head.begins(with: $0.magic) }) else { return nil }
        // Two letters are a word's beginning, too.
        return found.magic.count == 2 && head.isText ? nil : found.name
    }

    /// What is packed, by the names in the archive.
    private static func zip(_ bytes: [UInt8]) -> String {
        let names: [(part: String, name: String)] = [
            ("word/document", docx), ("xl/workbook", "Excel workbook (.xlsx)"),
            ("ppt/presentation.xml", "PowerPoint presentation (.pptx)"),
            ("application/vnd.oasis.opendocument.text", "OpenDocument text (.odt)"),
            ("application/vnd.oasis.opendocument", "OpenDocument file"),
            ("application/epub+zip", "EPUB book"),
        ]
        return names.first { bytes.holds(Array($0.part.utf8)) }?.name ?? "ZIP archive"
    }

    /// Microsoft's compound file: stream names stand in UTF-16 in its directory.
    private static func compound(_ bytes: [UInt8]) -> String {
        let names: [(stream: String, name: String)] = [
            ("WordDocument", "legacy Word document (.doc): save it as .docx or PDF"),
            ("Workbook", "legacy Excel workbook (.xls)"),
            ("PowerPoint Document", "legacy PowerPoint presentation (.ppt)"),
            ("__nameid_version1.0", "Outlook message (.msg)"),
            ("EncryptedPackage", "encrypted Office document: ask the sender for an open copy"),
        ]
        return names.first { bytes.holds($0.stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }?
            .name ?? "Microsoft compound file"
    }
}

extension [UInt8] {
    /// Whether the bytes of `part` stand anywhere in these.
    func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        return withUnsafeBufferPointer { all in
            for start in 0...(all.count - part.count) where all[start] == first {
                if all[start..<(start + part.count)].elementsEqual(part) { return true }
            }
            return false
        }
    }
}
