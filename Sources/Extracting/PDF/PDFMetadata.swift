import Correspondence

extension DocumentMetadata {
    /// What a PDF's information dictionary says.
    init(_ document: borrowing PopplerDocument) {
        self.init()
        title = Self.meaningful(document.title)
        author = Self.meaningful(document.author)
        description = Self.meaningful(document.subject)
        keywords = document.keywords.map(Self.split)
        if keywords?.isEmpty == true { keywords = nil }
        creator = Self.meaningful(document.creator)
        producer = Self.meaningful(document.producer)
        created = document.created
        modified = document.modified
        pageCount = document.pageCount
        let names = document.attachments
        attachments = names.isEmpty ? nil : names
    }

    private static func split(_ keywords: String) -> [String] {
        keywords.split { $0 == "," || $0 == ";" }.compactMap { meaningful(String($0)) }
    }

    /// Clean text, or nil where it says nothing.
    private static func meaningful(_ text: String?) -> String? {
        guard let text else { return nil }
        var cleaner = ScalarCleaner()
        for scalar in text.unicodeScalars { cleaner.append(scalar) }
        let clean = cleaner.text()
        return clean.contains { $0.isLetter || $0.isNumber } ? clean : nil
    }
}
