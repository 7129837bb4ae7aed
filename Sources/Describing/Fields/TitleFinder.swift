import Correspondence

/// What a list shows for a letter: its subject, else the document's title, else its first heading.
struct TitleFinder {
    let shape: LetterShape
    let document: DocumentMetadata
    let subject: Evidenced<String>?
    /// A page's first line is its heading, also where nothing marks it as one.
    var isPage = false

    func find() -> String? {
        if let subject { return subject.value }
        if let title = document.title.map(PartyText.trimmed), Self.isTelling(title) { return title }
        if let heading = shape.text.prefix(40).first(where: { $0.kind == .heading }) { return heading.string }
        guard isPage, let first = shape.text.first?.string, first.count <= 160, !first.hasSuffix(".") else {
            return nil
        }
        return first
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
