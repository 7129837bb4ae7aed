import Markup

/// What paragraph styles mean: headings, boldness, numbering.
struct WordStyles {
    struct Style {
        var name = ""
        var basedOn: String?
        /// 1 to 6 for headings.
        var level: Int?
        var isBold: Bool?
        var isItalic: Bool?
        var numbering: WordNumbering.Place?
    }

    private var styles: [String: Style] = [:]
    /// The language that the document's text is written in unless said otherwise.
    private(set) var language: String?

    init(_ document: XMLDocument?) {
        guard let document else { return }
        for node in document.elements("style") {
            guard let id = document.attribute("styleId", of: node) else { continue }
            styles[id] = Self.style(node, in: document)
        }
        let defaults = document.elements("rPrDefault").first.map { $0..<document.after($0) } ?? 0..<0
        language = defaults.first { document.name($0) == "lang" }
            .flatMap { document.attribute("val", of: $0) }
    }

    /// A style with all that it takes from those it is based on.
    subscript(id: String?) -> Style {
        var result = Style()
        var next = id
        // Styles that are based on one another in a ring end here, too.
        for _ in 0..<12 {
            guard let id = next, let style = styles[id] else { break }
            result.level = result.level ?? style.level
            result.isBold = result.isBold ?? style.isBold
            result.isItalic = result.isItalic ?? style.isItalic
            result.numbering = result.numbering ?? style.numbering
            if result.name.isEmpty { result.name = style.name }
            next = style.basedOn
        }
        return result
    }

    private static func style(_ node: Int, in document: XMLDocument) -> Style {
        var style = Style()
        style.name = value(document.child("name", of: node), in: document)?.lowercased() ?? ""
        style.basedOn = value(document.child("basedOn", of: node), in: document)
        if let paragraph = document.child("pPr", of: node) {
            style.level = level(of: paragraph, in: document)
            style.numbering = WordNumbering.place(in: paragraph, of: document)
        }
        if let run = document.child("rPr", of: node) {
            style.isBold = isOn("b", in: run, of: document)
            style.isItalic = isOn("i", in: run, of: document)
        }
        if style.name.hasPrefix("heading "), let number = Int(style.name.dropFirst(8)) {
            style.level = min(6, max(1, number))
        }
        if style.name == "title" { style.level = 1 }
        return style
    }

    /// The outline level that a paragraph's properties give: 0 to 5 there are headings, 9 is running text.
    static func level(of properties: Int, in document: XMLDocument) -> Int? {
        value(document.child("outlineLvl", of: properties), in: document)
            .flatMap { Int($0) }.flatMap { (0...5).contains($0) ? $0 + 1 : nil }
    }

    static func value(_ node: Int?, in document: XMLDocument) -> String? {
        node.flatMap { document.attribute("val", of: $0) }
    }

    /// A property that is on where it is named, unless its value says no; nil where it is not named.
    static func isOn(_ name: String, in properties: Int, of document: XMLDocument) -> Bool? {
        guard let node = document.child(name, of: properties) else { return nil }
        guard let value = document.attribute("val", of: node) else { return true }
        return !["0", "false", "off", "none"].contains(value)
    }
}
