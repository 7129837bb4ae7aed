import CLibXML2

/// How much of an XML document is read.
public struct XMLLimits: Sendable, Hashable {
    /// Bytes. Default 64 million: fifty times a long rule as a Word document, and the tree of it fits a
    /// worker's memory.
    public var bytes = 64_000_000
    /// Elements inside one another. Default 250, just under libxml2's own limit; Word writes about 10 for
    /// each table inside a table.
    public var depth = 250
    /// Elements and texts. Default 4 million, about 100 MB of memory.
    public var nodes = 4_000_000

    public init() {}
}

/// Why XML could not be read.
public enum XMLError: Error, Sendable, Hashable {
    case outOfMemory
    /// Not well-formed; the line where that shows.
    case malformed(line: Int)
    /// It declares a document type. Such declarations define entities, which is how a small file becomes
    /// a huge one or fetches others; office formats forbid them (ECMA-376 part 2, 9.1).
    case documentType
    case limit(String)
}

extension XMLDocument {
    /// Parses a document. Never touches the network or another file; expands no entities but XML's own five.
    ///
    /// - Parameter bytes: XML in any encoding that it declares.
    public init(parsing bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) {
        guard bytes.count <= min(limits.bytes, Int(Int32.max) / 2) else {
            throw .limit("\(limits.bytes / 1_000_000) MB of XML")
        }
        guard !bytes.isEmpty else { throw .malformed(line: 1) }
        let builder = XMLTreeBuilder(limits: limits)
        guard let parser = XMLParser(bytes) else { throw .outOfMemory }
        let error = parser.run(into: builder)
        if let failure = builder.failure ?? error { throw failure }
        self = builder.finish()
    }
}

/// Owns libxml2's parser context; the pointer never leaves this file.
private final class XMLParser {
    private let context: xmlParserCtxtPtr

    init?(_ bytes: [UInt8]) {
        let made = bytes.withUnsafeBytes { bytes in
            xmlCreateMemoryParserCtxt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard let made else { return nil }
        context = made
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(context, Int32(options))
    }

    deinit { xmlFreeParserCtxt(context) }

    func run(into builder: XMLTreeBuilder) -> XMLError? {
        guard let handler = context.pointee.sax else { return .outOfMemory }
        handler.pointee = xmlSAXHandler()
        handler.pointee.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC, a macro
        handler.pointee.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            guard let context, let name else { return }
            XMLParser.tell(context) { $0.start(name, attributes, count: Int(count)) }
        }
        handler.pointee.endElementNs = { context, _, _, _ in
            guard let context else { return }
            XMLParser.tell(context) { $0.end() }
        }
        let characters: charactersSAXFunc = { context, text, count in
            guard let context, let text else { return }
            XMLParser.tell(context) { $0.characters(text, Int(count)) }
        }
        handler.pointee.characters = characters
        handler.pointee.ignorableWhitespace = characters
        handler.pointee.cdataBlock = characters
        handler.pointee.internalSubset = { context, _, _, _ in
            guard let context else { return }
            XMLParser.tell(context) { $0.stop(.documentType) }
        }
        // With no user data of its own, the parser hands over its context, which can be stopped.
        context.pointee.userData = UnsafeMutableRawPointer(context)
        context.pointee._private = Unmanaged.passUnretained(builder).toOpaque()
        xmlParseDocument(context)
        guard context.pointee.wellFormed == 0 else { return nil }
        return .malformed(line: context.pointee.input.map { Int($0.pointee.line) } ?? 0)
    }

    private static func tell(_ pointer: UnsafeMutableRawPointer, _ event: (XMLTreeBuilder) -> Void) {
        let context = pointer.assumingMemoryBound(to: xmlParserCtxt.self)
        guard let target = context.pointee._private else { return }
        let builder = Unmanaged<XMLTreeBuilder>.fromOpaque(target).takeUnretainedValue()
        event(builder)
        if builder.failure != nil { xmlStopParser(context) }
    }
}
