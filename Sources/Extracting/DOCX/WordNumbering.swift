import Markup

/// Counts list items as Word does: the numbers stand nowhere in the text, they are made from definitions.
struct WordNumbering {
    /// Which list a paragraph belongs to, and how deep.
    struct Place: Hashable {
        /// nil where only the level is named: the style names the list.
        var list: String?
        var level: Int
    }

    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
    }

    /// Levels of each abstract list.
    private var levels: [String: [Int: Level]] = [:]
    private var abstract: [String: String] = [:]
    private var counts: [String: [Int: Int]] = [:]
    private static let deepest = 8

    init(_ document: XMLDocument?) {
        guard let document else { return }
        for node in document.elements("abstractNum") {
            guard let id = document.attribute("abstractNumId", of: node) else { continue }
            for child in document.children(node) where document.name(child) == "lvl" {
                guard let depth = document.attribute("ilvl", of: child).flatMap({ Int($0) }) else {
                    continue
                }
                levels[id, default: [:]][depth] = Self.level(child, in: document)
            }
        }
        for node in document.elements("num") {
            guard let id = document.attribute("numId", of: node) else { continue }
            abstract[id] = WordStyles.value(document.child("abstractNumId", of: node), in: document)
        }
    }

    private static func level(_ node: Int, in document: XMLDocument) -> Level {
        func value(_ name: String) -> String? {
            WordStyles.value(document.child(name, of: node), in: document)
        }
        return Level(
            start: value("start").flatMap { Int($0) } ?? 1, format: value("numFmt") ?? "decimal",
            text: value("lvlText") ?? "")
    }

    /// What a paragraph's properties say of its list.
    static func place(in properties: Int, of document: XMLDocument) -> Place? {
        guard let node = document.child("numPr", of: properties) else { return nil }
        let depth = WordStyles.value(document.child("ilvl", of: node), in: document).flatMap { Int($0) }
        let list = WordStyles.value(document.child("numId", of: node), in: document)
        return Place(list: list, level: min(deepest, max(0, depth ?? 0)))
    }

    /// The next item's mark with a space behind it: `- `, `3. `, `II.A `; empty where the list shows none,
    /// nil where it is no list (number 0 takes a paragraph out of its style's list).
    mutating func mark(_ place: Place) -> String? {
        guard let list = place.list, list != "0", let id = abstract[list], let all = levels[id],
            let level = all[place.level]
        else { return nil }
        let count = (counts[id]?[place.level] ?? level.start - 1) &+ 1
        counts[id, default: [:]][place.level] = count
        for deeper in (place.level + 1)..<(Self.deepest + 2) { counts[id]?[deeper] = nil }
        if level.format == "bullet" { return "- " }
        if level.format == "none" { return "" }
        var text = level.text
        for depth in 0...place.level {
            let shown = all[depth].map { shown -> String in
                Self.number(counts[id]?[depth] ?? shown.start, as: shown.format)
            }
            text = text.replacing("%\(depth + 1)", with: shown ?? "")
        }
        return text.isEmpty ? "" : text + " "
    }

    /// A number as its format writes it (ECMA-376 part 1, 17.18.59); unknown formats as digits.
    static func number(_ number: Int, as format: String) -> String {
        switch format {
        case "lowerLetter": letters(number)
        case "upperLetter": letters(number).uppercased()
        case "lowerRoman": roman(number)
        case "upperRoman": roman(number).uppercased()
        case "decimalZero": (0..<10).contains(number) ? "0\(number)" : "\(number)"
        default: "\(number)"
        }
    }

    /// a … z, aa, bb …
    private static func letters(_ number: Int) -> String {
        guard (1...780).contains(number) else { return "\(number)" }
        let letter = Character(Unicode.Scalar(UInt8(0x61 + (number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3_999).contains(number) else { return "\(number)" }
        let signs = [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
            (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
