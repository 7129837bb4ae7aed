import Markup

/// The parts of a Word document and how they refer to one another (Open Packaging Conventions, ECMA-376
/// part 2).
struct WordPackage {
    /// What one part says of another, or of a place outside.
    struct Relationship: Sendable, Hashable {
        /// The last word of the type's URI: `styles`, `header`, `hyperlink`.
        var kind: String
        /// A part's name, or an address where it stands outside.
        var target: String
        var isExternal: Bool
    }

    private let archive: ZipArchive
    /// The name of the part that holds the text.
    let main: String

    init(_ bytes: [UInt8]) throws(ExtractionError) {
        archive = try ZipArchive(bytes)
        let root = try Self.relationships(of: "", in: archive)
        let named = root.values.first { $0.kind == "officeDocument" && !$0.isExternal }?.target
        main = named ?? "word/document.xml"
    }

    /// What a part refers to, by id; the package itself where the name is empty.
    func relationships(of part: String) throws(ExtractionError) -> [String: Relationship] {
        try Self.relationships(of: part, in: archive)
    }

    /// A part as XML; nil where the package lacks it.
    func document(_ part: String) throws(ExtractionError) -> XMLDocument? {
        try Self.document(part, in: archive)
    }

    private static func relationships(
        of part: String, in archive: ZipArchive
    ) throws(ExtractionError) -> [String: Relationship] {
        let (folder, name) = split(part)
        guard let document = try document(folder + "_rels/" + name + ".rels", in: archive) else {
            return [:]
        }
        var found: [String: Relationship] = [:]
        for node in document.elements("Relationship") {
            guard let id = document.attribute("Id", of: node),
                let target = document.attribute("Target", of: node),
                let type = document.attribute("Type", of: node)
            else { continue }
            let isExternal = document.attribute("TargetMode", of: node) == "External"
            found[id] = Relationship(
                kind: type.split(separator: "/").last.map(String.init) ?? type,
                target: isExternal ? target : resolved(target, in: folder), isExternal: isExternal)
        }
        return found
    }

    private static func document(
        _ part: String, in archive: ZipArchive
    ) throws(ExtractionError) -> XMLDocument? {
        guard let bytes = try archive.part(part) else { return nil }
        do {
            return try XMLDocument(parsing: bytes)
        } catch {
            switch error {
            case .outOfMemory: throw .limit("memory")
            case .limit(let which): throw .limit("\(which) in \(part)")
            case .malformed(let line): throw .damaged("\(part) is not well-formed XML at line \(line)")
            case .documentType: throw .damaged("\(part) declares a document type, which Word never does")
            }
        }
    }

    private static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }

    /// A target as a part's name: `../word/styles.xml` from `word/` is `word/styles.xml`. It is only looked
    /// up among the archive's names, so one that climbs out names nothing.
    static func resolved(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
