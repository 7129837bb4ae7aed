import Correspondence

/// What a list shows for a letter: its subject, else the document's title, else its first heading.
struct TitleFinder {
    let shape: LetterShape
    let document: DocumentMetadata
    let subject: Evidenced<String>?

    func find() -> String? {
        if let subject { return subject.value }
        if let title = document.title.map(PartyText.trimmed), Self.isTelling(title) { return title }
        return shape.text.prefix(40).first { $0.kind == .heading }?.string
    }

    /// File names and word processors' defaults tell nothing.
    private static func isTelling(_ title: String) -> Bool {
        let lower = title.lowercased()
        guard title.count > 3, title.contains(" ") else { return false }
        return !["microsoft word", "untitled", "document1", "powerpoint presentation"].contains {
            lower.hasPrefix($0)
        }
            && ![".doc", ".docx", ".pdf", ".wpd", ".indd"].contains { lower.hasSuffix($0) }
    }
}
