import CLibXML2

/// Why a page could not be parsed.
public enum MarkupError: Error, Sendable, Hashable {
    case outOfMemory
    /// More than two gigabytes.
    case tooLong
}

extension HTMLDocument {
    /// Parses a page. Never touches the network; forgives every error of markup.
    ///
    /// - Parameter utf8: the page in valid UTF-8 without control characters, see `decode` in Extracting.
    public init(parsing utf8: [UInt8]) throws(MarkupError) {
        guard utf8.count < Int(Int32.max) else { throw .tooLong }
        let tags = utf8.reduce(0) { $0 + ($1 == 0x3C ? 1 : 0) }
        let builder = HTMLTreeBuilder(bytes: utf8.count, tags: tags)
        guard !utf8.isEmpty else {
            self.init()
            return
        }
        guard let parser = HTMLParser(utf8) else { throw .outOfMemory }
        parser.run(into: builder)
        guard !builder.isOverfull else { throw .tooLong }
        self = builder.finish()
    }
}

/// Owns libxml2's parser context; the pointer never leaves this file.
///
/// The page goes through the parser's events, not through libxml2's own tree: that tree costs 120 bytes a
/// node, is walked by recursion and stops at depth 256 unless told otherwise.
private final class HTMLParser {
    private let context: htmlParserCtxtPtr

    init?(_ utf8: [UInt8]) {
        let made = utf8.withUnsafeBytes { bytes in
            htmlCreateMemoryParserCtxt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard let made else { return nil }
        context = made
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        context.pointee.options |= Int32(bitPattern: XML_PARSE_HUGE.rawValue)
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    }

    deinit { htmlFreeParserCtxt(context) }

    func run(into builder: HTMLTreeBuilder) {
        guard let handler = context.pointee.sax else { return }
        handler.pointee = xmlSAXHandler()
        handler.pointee.startElement = { target, name, attributes in
            guard let target, let name else { return }
            HTMLParser.builder(target).start(name, attributes)
        }
        handler.pointee.endElement = { target, name in
            guard let target, let name else { return }
            HTMLParser.builder(target).end(name)
        }
        let characters: charactersSAXFunc = { target, text, count in
            guard let target, let text else { return }
            HTMLParser.builder(target).characters(text, count)
        }
        handler.pointee.characters = characters
        handler.pointee.ignorableWhitespace = characters
        handler.pointee.cdataBlock = characters
        context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
        htmlParseDocument(context)
    }

    private static func builder(_ target: UnsafeMutableRawPointer) -> HTMLTreeBuilder {
        Unmanaged<HTMLTreeBuilder>.fromOpaque(target).takeUnretainedValue()
    }
}
