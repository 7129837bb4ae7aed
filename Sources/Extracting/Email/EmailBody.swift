import Correspondence
import Markup

/// Finds a message's text among its parts, and what is attached.
struct EmailBody {
    private(set) var blocks: [HTMLBlock] = []
    private(set) var links: [String] = []
    private(set) var attached: [EmailPart] = []
    private(set) var isHTML = false
    /// Whether a part can be read only with the addressee's key.
    private(set) var isEncrypted = false

    init(_ message: EmailPart) throws(ExtractionError) { try read(message, inRelated: false) }

    private mutating func read(_ part: EmailPart, inRelated: Bool) throws(ExtractionError) {
        switch part.type {
        case "multipart/alternative": try readAlternatives(part)
        case "multipart/encrypted": isEncrypted = true
        case "application/pkcs7-mime", "application/x-pkcs7-mime":
            isEncrypted = isEncrypted || part.parameters["smime-type"] != "signed-data"
        case _ where part.type.hasPrefix("multipart/"):
            for inner in part.parts { try read(inner, inRelated: part.type == "multipart/related") }
        case "text/plain" where !part.isAttachment: add(Self.plain(part))
        case "text/html" where !part.isAttachment: add(try Self.html(part))
        default:
            // Pictures of a signature are shown in the text and are no attachments.
            guard !inRelated || part.header.raw("content-id") == nil || part.isAttachment else { return }
            attached.append(part)
        }
    }

    /// The same text in several forms: the plain one is as the sender typed it, unless it only says that
    /// there is another.
    private mutating func readAlternatives(_ part: EmailPart) throws(ExtractionError) {
        let plain = part.parts.first { $0.type == "text/plain" }.map(Self.plain)
        var other = EmailBody()
        for rich in part.parts where rich.type != "text/plain" {
            try other.read(rich, inRelated: false)
        }
        attached += other.attached
        isEncrypted = isEncrypted || other.isEncrypted
        if let plain, Self.size(plain.blocks) * 2 >= Self.size(other.blocks) {
            add(plain)
        } else {
            blocks += other.blocks
            isHTML = isHTML || other.isHTML
        }
        for link in other.links where !links.contains(link) { links.append(link) }
    }

    private init() {}

    private mutating func add(_ read: (blocks: [HTMLBlock], links: [String]?)) {
        blocks += read.blocks
        guard let found = read.links else { return }
        isHTML = true
        for link in found where !links.contains(link) { links.append(link) }
    }

    private static func size(_ blocks: [HTMLBlock]) -> Int {
        blocks.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.text.utf8.count } }
    }

    private static func plain(_ part: EmailPart) -> (blocks: [HTMLBlock], links: [String]?) {
        let utf8 = decode(part.content, declared: part.parameters["charset"]).utf8
        var text = String(decoding: utf8, as: UTF8.self)
        if part.parameters["format"]?.lowercased() == "flowed" {
            text = FlowedText.joined(text, deletesSpace: part.parameters["delsp"]?.lowercased() == "yes")
        }
        var blocks = PlainTextBlocks.read(text[...], isMarkdown: false)
        for index in blocks.indices where blocks[index].lines.allSatisfy({ $0.text.hasPrefix(">") }) {
            blocks[index].kind = .quote
        }
        return (blocks, nil)
    }

    /// All of an HTML part: a letter sent by mail has no menus that could be taken away.
    private static func html(
        _ part: EmailPart
    ) throws(ExtractionError) -> (blocks: [HTMLBlock], links: [String]?) {
        let utf8 = decode(part.content, declared: part.parameters["charset"], isMarkup: true).utf8
        let document: HTMLDocument
        do {
            document = try HTMLDocument(parsing: HTMLRepair.repaired(utf8))
        } catch {
            throw .limit("memory for the message's HTML")
        }
        let page = HTMLPage(document)
        guard let body = document.first(.body) ?? document.nodes.indices.first else { return ([], []) }
        return (
            HTMLBlockReader.blocks(of: body, in: page),
            HTMLLinkFinder.links(in: [body], of: page, address: nil)
        )
    }
}
