import CLibXML2

/// Why an XPath cannot be asked.
public enum XPathError: Error, Sendable, Hashable {
    /// It is no XPath 1.0.
    case malformed(String)
    case outOfMemory
    /// It took more steps than a page is worth.
    case tooCostly(String)
}

/// A page that XPath 1.0 expressions are asked of.
///
/// The elements that it finds are those of an `HTMLDocument` parsed from the same bytes: the same parser makes the same
/// elements, so their numbers in document order agree.
public final class HTMLSelection {
    /// What an expression found.
    public struct Match: Sendable, Hashable {
        /// Number of the element in document order, from 0; for an attribute or a text, the element that it belongs to;
        /// nil where the expression gives a string or a number.
        public var element: Int?
        /// The element's or attribute's text, white space collapsed.
        public var text: String
    }

    /// Steps of evaluation that one expression may take: a page of a megabyte needs some ten thousand.
    private static let mostSteps: UInt = 20_000_000

    private let page: htmlDocPtr
    private let context: xmlXPathContextPtr
    private var elements: [xmlNodePtr] = []
    private var numbers: [xmlNodePtr: Int] = [:]

    /// - Parameter utf8: the page, in valid UTF-8, as `HTMLDocument` takes it.
    public init(parsing utf8: [UInt8]) throws(XPathError) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
        let parsed = utf8.withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil,
                "UTF-8", Int32(bitPattern: options))
        }
        guard let parsed else { throw .outOfMemory }
        guard let made = xmlXPathNewContext(parsed) else {
            xmlFreeDoc(parsed)
            throw .outOfMemory
        }
        page = parsed
        context = made
        // Nothing goes to the standard error output: what is wrong is thrown.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        numberElements()
    }

    deinit {
        xmlXPathFreeContext(context)
        xmlFreeDoc(page)
    }

    /// How many elements the page has.
    public var count: Int { elements.count }

    /// Whether an expression is XPath 1.0.
    public static func check(_ expression: String) throws(XPathError) {
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        guard let compiled = xmlXPathCompile(expression) else { throw .malformed(expression) }
        xmlXPathFreeCompExpr(compiled)
    }

    /// What an expression finds, in document order.
    ///
    /// - Parameter element: number of the element that it is relative to; nil for the page.
    public func matches(_ expression: String, from element: Int? = nil) throws(XPathError) -> [Match] {
        guard let compiled = xmlXPathCompile(expression) else { throw .malformed(expression) }
        defer { xmlXPathFreeCompExpr(compiled) }
        context.pointee.node =
            element.flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            ?? xmlDocGetRootElement(page)
        context.pointee.opLimit = Self.mostSteps
        context.pointee.opCount = 0
        guard let found = xmlXPathCompiledEval(compiled, context) else { throw .tooCostly(expression) }
        defer { xmlXPathFreeObject(found) }
        guard found.pointee.type == XPATH_NODESET else {
            let text = Self.taken(xmlXPathCastToString(found))
            return text.isEmpty ? [] : [Match(element: nil, text: text)]
        }
        guard let set = found.pointee.nodesetval else { return [] }
        xmlXPathNodeSetSort(set)
        return (0..<Int(set.pointee.nodeNr)).compactMap { index in
            set.pointee.nodeTab[index].map { Match(element: owner(of: $0), text: Self.text(of: $0)) }
        }
    }

    private func owner(of node: xmlNodePtr) -> Int? {
        node.pointee.type == XML_ELEMENT_NODE ? numbers[node] : node.pointee.parent.flatMap { numbers[$0] }
    }

    private static func text(of node: xmlNodePtr) -> String { taken(xmlNodeGetContent(node)) }

    /// A string of libxml2's as one of Swift's; the former is freed.
    private static func taken(_ text: UnsafeMutablePointer<UInt8>?) -> String {
        guard let text else { return "" }
        defer { letterbook_xml_free(text) }
        return String(cString: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// In document order, without recursion.
    private func numberElements() {
        var node = xmlDocGetRootElement(page)
        while let current = node {
            if current.pointee.type == XML_ELEMENT_NODE {
                numbers[current] = elements.count
                elements.append(current)
            }
            node = Self.following(current)
        }
    }

    private static func following(_ node: xmlNodePtr) -> xmlNodePtr? {
        if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children { return child }
        var place: xmlNodePtr? = node
        while let current = place {
            if let next = current.pointee.next { return next }
            place = current.pointee.parent
            if place?.pointee.type != XML_ELEMENT_NODE { return nil }
        }
        return nil
    }
}
