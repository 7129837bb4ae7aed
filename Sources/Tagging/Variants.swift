/// The forms in which a phrase is looked for: as written, and with its last word in the other number.
enum Variants {
    /// `doula` → `doula`, `doulas`; `disparities` → `disparities`, `disparity`. The first is the phrase itself.
    static func forms(of phrase: String) -> [String] {
        let start = phrase.lastIndex { $0 == " " || $0 == "-" }.map { phrase.index(after: $0) }
        let head = phrase[..<(start ?? phrase.startIndex)]
        let last = phrase[(start ?? phrase.startIndex)...]
        guard last.count > 2, last.allSatisfy({ $0.isLetter && $0.isASCII }) else { return [phrase] }
        return [phrase, head + other(last.lowercased())]
    }

    private static let irregular = [
        "woman": "women", "women": "woman", "child": "children", "children": "child", "person": "people",
        "people": "person", "midwife": "midwives", "midwives": "midwife",
    ]

    /// The plural of a singular, the singular of a plural.
    private static func other(_ word: String) -> String {
        if let form = irregular[word] { return form }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if ["sses", "xes", "ches", "shes"].contains(where: word.hasSuffix) {
            return String(word.dropLast(2))
        }
        if word.hasSuffix("s"), !["ss", "us", "is"].contains(where: word.hasSuffix) {
            return String(word.dropLast())
        }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        return word + (["s", "x", "ch", "sh"].contains(where: word.hasSuffix) ? "es" : "s")
    }
}
