/// Gathers the parser's events into an `HTMLDocument`.
///
/// A class because libxml2 hands it round as a pointer; it lives only as long as one parse.
final class HTMLTreeBuilder {
    private(set) var document = HTMLDocument()
    private var open: [Int32] = []
    private var ignored: Int32 = -1
    private var tags: [UInt: HTMLTag] = [:]
    private var names: [UInt: HTMLAttribute?] = [:]
    /// Set when the page holds more than 32-bit indices can count.
    private(set) var isOverfull = false

    /// - Parameters:
    ///   - bytes: of the page; its texts and attributes are fewer.
    ///   - tags: how often `<` stands in it: each is at most one element and the text after it. What is reserved and
    ///     not used costs no memory, while an array that grows is for a moment there twice.
    init(bytes: Int, tags: Int) {
        document.bytes.reserveCapacity(bytes)
        document.nodes.reserveCapacity(2 * tags + 16)
    }

    func start(_ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        let tag = tag(name)
        let first = Int32(document.attributes.count)
        if let list { add(attributes: list) }
        let index = Int32(document.nodes.count)
        document.nodes.append(
            HTMLDocument.Node(
                tag: tag, parent: open.last ?? -1, end: 0, first: first,
                last: Int32(document.attributes.count)))
        open.append(index)
        if ignored < 0, tag == .style || (tag == .script && !isLinkedData(Int(index))) { ignored = index }
    }

    func end(_ name: UnsafePointer<UInt8>) {
        guard let last = open.popLast() else { return }
        document.nodes[Int(last)].end = Int32(document.nodes.count)
        if ignored == last { ignored = -1 }
    }

    func characters(_ text: UnsafePointer<UInt8>, _ count: Int32) {
        guard ignored < 0, count > 0, let parent = open.last else { return }
        let start = document.bytes.count
        guard start + Int(count) < Int(Int32.max) else { return isOverfull = true }
        document.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
        let last = document.nodes.count - 1
        let end = Int32(start) + count
        if document.nodes[last].tag == .text, document.nodes[last].parent == parent,
            document.nodes[last].last == Int32(start)
        {
            document.nodes[last].last = end
            return
        }
        document.nodes.append(
            HTMLDocument.Node(
                tag: .text, parent: parent, end: Int32(last) + 2, first: Int32(start), last: end))
    }

    /// Closes what the page left open.
    func finish() -> HTMLDocument {
        while let last = open.popLast() { document.nodes[Int(last)].end = Int32(document.nodes.count) }
        return document
    }

    private func add(attributes list: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
        var index = 0
        while let name = list[index] {
            defer { index += 2 }
            guard let known = attribute(name) else { continue }
            let start = document.bytes.count
            if let value = list[index + 1] {
                document.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: length(value)))
            }
            document.attributes.append(
                HTMLDocument.Attribute(
                    name: known, start: Int32(start), end: Int32(document.bytes.count)))
        }
    }

    private func isLinkedData(_ node: Int) -> Bool {
        guard let type = document.string(.type, of: node) else { return false }
        return type.lowercased().contains("ld+json")
    }

    /// libxml2 interns names, so a pointer stands for its name as long as the parse lasts.
    private func tag(_ name: UnsafePointer<UInt8>) -> HTMLTag {
        let key = UInt(bitPattern: name)
        if let known = tags[key] { return known }
        let tag = HTMLNames.tag(String(cString: name))
        tags[key] = tag
        return tag
    }

    private func attribute(_ name: UnsafePointer<UInt8>) -> HTMLAttribute? {
        let key = UInt(bitPattern: name)
        if let known = names[key] { return known }
        let attribute = HTMLNames.attribute(String(cString: name))
        names[key] = .some(attribute)
        return attribute
    }

    private func length(_ text: UnsafePointer<UInt8>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }
}

/// Names as written to the cases that stand for them.
enum HTMLNames {
    private static let tags: [String: HTMLTag] = {
        var table: [String: HTMLTag] = [:]
        for tag in HTMLTag.allCases where tag != .text && tag != .unknown { table["\(tag)"] = tag }
        return table
    }()
    private static let attributes: [String: HTMLAttribute] = {
        var table: [String: HTMLAttribute] = [:]
        for attribute in HTMLAttribute.allCases { table[attribute.spelling] = attribute }
        return table
    }()

    static func tag(_ name: String) -> HTMLTag { tags[name] ?? tags[name.lowercased()] ?? .unknown }

    static func attribute(_ name: String) -> HTMLAttribute? {
        attributes[name] ?? attributes[name.lowercased()]
    }
}
