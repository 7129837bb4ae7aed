import Correspondence
import Foundation

extension DocumentMetadata {
    /// What a PDF says of itself: its information dictionary, and XMP where that is silent.
    init(_ document: borrowing PopplerDocument) {
        self.init()
        let xmp = XMPPacket(document.xmp ?? "")
        title = Self.title(document.title) ?? Self.title(xmp.value("dc:title"))
        author = Self.meaningful(document.author) ?? Self.meaningful(xmp.value("dc:creator"))
        description = Self.meaningful(document.subject) ?? Self.meaningful(xmp.value("dc:description"))
        let words = document.keywords.map(Self.split) ?? []
        let listed = words.isEmpty ? xmp.values("dc:subject").compactMap(Self.meaningful) : words
        keywords = listed.isEmpty ? nil : listed
        creator = Self.meaningful(document.creator) ?? Self.meaningful(xmp.value("xmp:CreatorTool"))
        producer = Self.meaningful(document.producer) ?? Self.meaningful(xmp.value("pdf:Producer"))
        created = document.created ?? Self.day(xmp.value("xmp:CreateDate"))
        modified = document.modified ?? Self.day(xmp.value("xmp:ModifyDate"))
        pageCount = document.pageCount
        let names = document.attachments
        attachments = names.isEmpty ? nil : names
    }

    static func split(_ keywords: String) -> [String] {
        keywords.split { $0 == "," || $0 == ";" }.compactMap { meaningful(String($0)) }
    }

    /// A title that a person gave: print drivers put the name of the program and of the file there.
    static func title(_ text: String?) -> String? {
        guard var title = meaningful(text) else { return nil }
        if let dash = title.range(of: " - "), title.hasPrefix("Microsoft ") {
            title = String(title[dash.upperBound...])
        }
        let endings = [
            ".doc", ".docx", ".wpd", ".pdf", ".indd", ".pub", ".rtf", ".ppt", ".pptx", ".tif", ".txt",
        ]
        let folded = title.lowercased()
        let isEmpty = ["untitled", "document1", "(anonymous)", "unknown"].contains(folded)
        return isEmpty || title.hasSuffix(":") || endings.contains { folded.hasSuffix($0) } ? nil : title
    }

    /// The day of an ISO 8601 moment.
    static func day(_ moment: String?) -> String? {
        guard let day = moment?.prefix(10), day.utf8.count == 10 else { return nil }
        let isDay = zip(day.utf8, "0000-00-00".utf8).allSatisfy { digit, form in
            form == UInt8(ascii: "-") ? digit == form : (0x30...0x39).contains(digit)
        }
        return isDay ? String(day) : nil
    }

    /// Clean text, or nil where it says nothing.
    static func meaningful(_ text: String?) -> String? {
        guard let text else { return nil }
        var cleaner = ScalarCleaner()
        for scalar in text.unicodeScalars { cleaner.append(scalar == "\n" || scalar == "\r" ? " " : scalar) }
        let clean = cleaner.text()
        let isAnonymous = ["(anonymous)", "(unspecified)", "Unknown"].contains(clean)
        return clean.contains { $0.isLetter || $0.isNumber } && !isAnonymous ? clean : nil
    }
}
