/// A parsed XML document: its nodes in document order, so that a subtree is a range of indices.
///
/// A plain value, independent of libxml2 once made. Names are local names: `p` for `w:p`. Comments and
/// processing instructions are left out; all text is kept, white space too.
public struct XMLDocument: Sendable {
    struct Node: Sendable {
        /// Index in `names`; -1 for a text.
        var name: Int32
        /// Index of the element around it; -1 for the root.
        var parent: Int32
        /// Index after the last node inside it.
        var end: Int32
        /// Range in `attributes` for an element, in `bytes` for a text.
        var first: Int32
        var last: Int32
    }

    struct Attribute: Sendable {
        var name: Int32
        var start: Int32
        var end: Int32
    }

    var nodes: [Node] = []
    var attributes: [Attribute] = []
    var names: [String] = []
    /// UTF-8 of all texts and attribute values.
    var bytes: [UInt8] = []

    /// All nodes; the root is the first.
    public var indices: Range<Int> { nodes.indices }

    /// An element's local name; empty for a text.
    public func name(_ node: Int) -> String {
        let name = nodes[node].name
        return name < 0 ? "" : names[Int(name)]
    }

    /// A text node's characters; empty for an element.
    public func text(_ node: Int) -> String {
        let node = nodes[node]
        guard node.name < 0 else { return "" }
        return String(decoding: bytes[Int(node.first)..<Int(node.last)], as: UTF8.self)
    }

    /// All text inside an element, as it stands.
    public func allText(_ node: Int) -> String {
        (node..<after(node)).lazy.map(text).joined()
    }

    /// The value of the attribute with a local name; nil where the element lacks it.
    public func attribute(_ name: String, of node: Int) -> String? {
        let element = nodes[node]
        guard element.name >= 0 else { return nil }
        for attribute in attributes[Int(element.first)..<Int(element.last)]
        where names[Int(attribute.name)] == name {
            return String(decoding: bytes[Int(attribute.start)..<Int(attribute.end)], as: UTF8.self)
        }
        return nil
    }

    /// The index after a node and all that it holds.
    public func after(_ node: Int) -> Int { Int(nodes[node].end) }

    /// The nodes directly inside an element, in order.
    public func children(_ node: Int) -> some Sequence<Int> {
        let end = after(node)
        return sequence(state: node + 1) { next -> Int? in
            guard next < end else { return nil }
            defer { next = after(next) }
            return next
        }
    }

    /// The first element of a name directly inside another.
    public func child(_ name: String, of node: Int) -> Int? {
        children(node).first { self.name($0) == name }
    }

    /// All elements of a name, however deep, in document order.
    public func elements(_ name: String) -> [Int] {
        indices.filter { self.name($0) == name }
    }
}
