/// Gathers the parser's events into an `XMLDocument`, and says when a limit is met.
///
/// A class because libxml2 hands it round as a pointer; it lives only as long as one parse.
final class XMLTreeBuilder {
    private(set) var document = XMLDocument()
    /// Why the parse was stopped; nil while all is well.
    private(set) var failure: XMLError?
    private var open: [Int32] = []
    private var known: [UInt: Int32] = [:]
    private var places: [String: Int32] = [:]
    private let limits: XMLLimits

    init(limits: XMLLimits) { self.limits = limits }

    func stop(_ reason: XMLError) { failure = failure ?? reason }

    func start(
        _ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
    ) {
        guard open.count < limits.depth else { return stop(.limit("\(limits.depth) levels of XML")) }
        guard document.nodes.count < limits.nodes else {
            return stop(.limit("\(limits.nodes) XML nodes"))
        }
        let first = Int32(document.attributes.count)
        if let list { add(list, count: count) }
        open.append(Int32(document.nodes.count))
        document.nodes.append(
            XMLDocument.Node(
                name: place(of: name), parent: open.dropLast().last ?? -1, end: 0, first: first,
                last: Int32(document.attributes.count)))
    }

    func end() {
        guard let last = open.popLast() else { return }
        document.nodes[Int(last)].end = Int32(document.nodes.count)
    }

    func characters(_ text: UnsafePointer<UInt8>, _ count: Int) {
        guard count > 0, let parent = open.last, failure == nil else { return }
        let start = Int32(document.bytes.count)
        document.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
        let end = Int32(document.bytes.count)
        let last = document.nodes.count - 1
        if document.nodes[last].name < 0, document.nodes[last].parent == parent {
            document.nodes[last].last = end
        } else {
            document.nodes.append(
                XMLDocument.Node(
                    name: -1, parent: parent, end: Int32(last) + 2, first: start, last: end))
        }
    }

    /// The document, with everything closed that is still open.
    func finish() -> XMLDocument {
        while !open.isEmpty { end() }
        return document
    }

    /// libxml2 gives five pointers an attribute: local name, prefix, namespace, value and the value's end.
    private func add(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>, count: Int) {
        for index in 0..<count {
            guard let name = list[index * 5], let value = list[index * 5 + 3],
                let end = list[index * 5 + 4]
            else { continue }
            let start = Int32(document.bytes.count)
            document.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: end - value))
            document.attributes.append(
                XMLDocument.Attribute(
                    name: place(of: name), start: start, end: Int32(document.bytes.count)))
        }
    }

    /// libxml2 interns names, so a pointer stands for its name as long as the parse lasts.
    private func place(of name: UnsafePointer<UInt8>) -> Int32 {
        let key = UInt(bitPattern: name)
        if let place = known[key] { return place }
        let spelling = String(cString: name)
        let place = places[spelling] ?? Int32(document.names.count)
        if places[spelling] == nil {
            places[spelling] = place
            document.names.append(spelling)
        }
        known[key] = place
        return place
    }
}
