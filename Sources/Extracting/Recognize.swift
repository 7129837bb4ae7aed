import Correspondence

/// What a file's bytes are.
public enum Recognition: Sendable, Hashable {
    case readable(MediaType)
    /// Not read by Letterbook; the reason names the format.
    case unreadable(reason: String)
}

/// What a file is, by its bytes. The name only tells Markdown and data files from other text.
///
/// An HTML page that is named `.pdf` is recognised as HTML, as servers send error pages and viewers' frames
/// under a document's name; `misnaming(_:name:)` says so.
public func recognize(_ bytes: [UInt8], name: String) -> Recognition {
    guard !bytes.isEmpty else { return .unreadable(reason: "empty file") }
    let head = FileHead(bytes)
    if head.hasPDFMark { return .readable(.pdf) }
    if let binary = BinaryFormat.name(of: head, bytes: bytes) {
        return binary == BinaryFormat.docx ? supported(.docx, or: binary) : .unreadable(reason: binary)
    }
    let isMarkdown = [".md", ".markdown"].contains { name.lowercased().hasSuffix($0) }
    if !isMarkdown, let markup = TextFormat.markup(head.text) { return markup }
    guard head.isText else { return .unreadable(reason: "binary data of an unknown format") }
    if isMarkdown { return .readable(.markdown) }
    if let data = TextFormat.data(head.text, bytes: bytes, name: name) { return .unreadable(reason: data) }
    if TextFormat.isEmail(head.text) { return supported(.email, or: "e-mail message (.eml)") }
    return .readable(.plain)
}

/// Says that a file is not what its name promises; nil where it is.
///
/// - Parameter mediaType: what `recognize` made of it.
public func misnaming(_ mediaType: MediaType, name: String) -> Finding? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    let isPage = mediaType == .html || mediaType == .xhtml
    let promised: [String: Bool] = [
        "pdf": mediaType == .pdf, "html": isPage, "htm": isPage, "doc": false, "docx": mediaType == .docx,
    ]
    guard promised[ending] == false else { return nil }
    let what = isPage ? "an HTML page" : mediaType == .pdf ? "a PDF document" : mediaType.rawValue
    return Finding(
        .warning, stage: "extract", code: "misnamed",
        message: "The file is \(what) named .\(ending); check that it is the document and not an error page.")
}

private func supported(_ mediaType: MediaType, or reason: String) -> Recognition {
    let isRead = extractors.contains { $0.mediaTypes.contains(mediaType) }
    return isRead ? .readable(mediaType) : .unreadable(reason: reason)
}
