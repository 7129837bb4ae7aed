/// A parsed HTML page: its nodes in document order, so that a subtree is a range of indices and every walk
/// is a loop, however deep the page nests.
///
/// A plain value, independent of libxml2 once made. Scripts are kept only where they hold JSON-LD; style
/// sheets and comments are left out.
public struct HTMLDocument: Sendable {
    /// An element, or a run of text between two tags.
    public struct Node: Sendable {
        public var tag: HTMLTag
        /// Index of the element around it; -1 for the first node.
        public var parent: Int32
        /// Index after the last node inside it; for a text, its own index plus one.
        public var end: Int32
        /// For a text, its range in `bytes`; for an element, that of its attributes in `attributes`.
        var first: Int32
        var last: Int32
    }

    struct Attribute: Sendable {
        var name: HTMLAttribute
        var start: Int32
        var end: Int32
    }

    /// In document order; the first is the root element.
    public internal(set) var nodes: [Node] = []
    /// UTF-8 of all texts and attribute values.
    public internal(set) var bytes: [UInt8] = []
    var attributes: [Attribute] = []

    init() {}

    /// The bytes of a text node; empty for an element.
    public func text(_ node: Int) -> Range<Int> {
        text(of: nodes[node])
    }

    /// The bytes of a text node; empty for an element.
    public func text(of node: Node) -> Range<Int> {
        node.tag == .text ? Int(node.first)..<Int(node.last) : 0..<0
    }

    /// Where in `bytes` the value of an attribute stands; nil where the element lacks it.
    public func value(_ name: HTMLAttribute, of node: Int) -> Range<Int>? {
        let element = nodes[node]
        guard element.tag != .text else { return nil }
        for index in Int(element.first)..<Int(element.last)
        where attributes[index].name == name {
            return Int(attributes[index].start)..<Int(attributes[index].end)
        }
        return nil
    }

    /// An attribute's value as a string; nil where the element lacks it.
    public func string(_ name: HTMLAttribute, of node: Int) -> String? {
        value(name, of: node).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// The indices inside an element, without its own.
    public func inside(_ node: Int) -> Range<Int> { node + 1..<max(node + 1, Int(nodes[node].end)) }

    /// The index after an element and all that it holds.
    public func after(_ node: Int) -> Int { Int(nodes[node].end) }

    /// The element around a node; nil for the root.
    public func parent(_ node: Int) -> Int? {
        nodes[node].parent < 0 ? nil : Int(nodes[node].parent)
    }

    /// The first element of a kind, in document order.
    public func first(_ tag: HTMLTag, in range: Range<Int>? = nil) -> Int? {
        (range ?? nodes.indices).first { nodes[$0].tag == tag }
    }

    /// All text inside an element, white space collapsed to single spaces.
    public func plainText(_ node: Int) -> String {
        var collected: [UInt8] = []
        for index in node..<after(node) where nodes[index].tag == .text {
            collected.append(contentsOf: bytes[text(index)])
        }
        return String(decoding: collected, as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
