import Correspondence
import Markup

extension DocumentMetadata {
    /// A Word document's core properties (Dublin Core) and the program that wrote it.
    init(_ package: WordPackage) throws(ExtractionError) {
        self.init()
        for relationship in try package.relationships(of: "").values where !relationship.isExternal {
            switch relationship.kind {
            case "core-properties": try readCore(package.document(relationship.target))
            case "extended-properties": try readProgram(package.document(relationship.target))
            default: break
            }
        }
    }

    private mutating func readCore(_ document: XMLDocument?) {
        guard let document, let root = document.indices.first else { return }
        func text(_ name: String) -> String? { document.child(name, of: root).map(document.allText) }
        title = Self.title(text("title"))
        author = Self.meaningful(text("creator"))
        description = Self.meaningful(text("description")) ?? Self.meaningful(text("subject"))
        created = Self.day(text("created"))
        modified = Self.day(text("modified"))
        let words = text("keywords").map(Self.split) ?? []
        keywords = words.isEmpty ? nil : words
    }

    private mutating func readProgram(_ document: XMLDocument?) {
        guard let document, let root = document.indices.first else { return }
        creator = Self.meaningful(document.child("Application", of: root).map(document.allText))
    }
}

extension WordPackage {
    /// Pages, as the program that wrote the document counted them.
    func statedPages() throws(ExtractionError) -> Int? {
        let parts = try relationships(of: "").values.filter { $0.kind == "extended-properties" }
        guard let part = parts.first, let document = try document(part.target) else { return nil }
        return document.elements("Pages").first.flatMap { Int(document.allText($0)) }
    }
}
