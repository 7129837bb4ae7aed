import Correspondence
import Foundation

/// Asks labelled in real letters, as hashes: `asks-labels.tsv` names letter and sentence, `asks-objects.tsv` the words of
/// the sentence that are its object and the body or bill asked about.
struct AskLabels {
    struct Object {
        /// Words of the sentence, counted from 0 without its bullet.
        var words: Range<Int>
        var about: String?
    }

    /// Directions by sentence, by the letter's SHA-256; a letter that asks nothing has none.
    private(set) var letters: [String: [String: String]] = [:]
    private(set) var objects: [String: Object] = [:]

    init() throws {
        let folder = GoldFolders.root.appendingPathComponent("Tests/DescribingTests/Fixtures")
        for columns in try Self.rows("asks-labels.tsv", in: folder) where columns.count > 3 {
            letters[columns[0], default: [:]][columns[2]] = columns[3] == "none" ? nil : columns[3]
        }
        for columns in try Self.rows("asks-objects.tsv", in: folder) where columns.count > 2 {
            let places = columns[1].split(separator: "-").compactMap { Int($0) }
            guard places.count == 2, places[0] < places[1] else { continue }
            objects[columns[0]] = Object(
                words: places[0]..<places[1], about: columns[2] == "-" ? nil : columns[2])
        }
    }

    private static func rows(_ name: String, in folder: URL) throws -> [[String]] {
        try GoldFolders.text(name, in: folder).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    /// The first 16 digits of the SHA-256 of a sentence's lower-case letters and digits.
    static func key(_ sentence: String) -> String {
        let kept = sentence.lowercased().filter { $0.isLetter || $0.isNumber }
        return String(SHA256.hex(of: Array(kept.utf8)).prefix(16))
    }
}

/// How the asks that were found stand to the labels.
struct AskScore {
    private(set) var right = 0
    private(set) var invented = 0
    private(set) var missed = 0
    private(set) var directions = 0
    private var objectWords = (found: 0, labelled: 0, both: 0)
    private var abouts = (right: 0, of: 0)

    init(_ labels: AskLabels, letters: [String: Letter]) {
        for (sha256, wanted) in labels.letters {
            guard let letter = letters[sha256] else { continue }
            let found = Dictionary(
                letter.asks.map { (AskLabels.key($0.text), $0) }, uniquingKeysWith: { first, _ in first })
            missed += wanted.keys.count { found[$0] == nil }
            for (key, ask) in found {
                guard let direction = wanted[key] else {
                    invented += 1
                    continue
                }
                right += 1
                if direction == ask.direction.rawValue { directions += 1 }
                if let object = labels.objects[key] { count(ask, object) }
            }
        }
    }

    private mutating func count(_ ask: Ask, _ label: AskLabels.Object) {
        let words = ask.text.split(separator: " ").map(Self.bare)
        let object = (ask.object ?? "").split(separator: " ").map(Self.bare)
        let start =
            object.isEmpty
            ? nil
            : words.indices.last {
                $0 + object.count <= words.count && Array(words[$0..<$0 + object.count]) == object
            }
        let found = start.map { Set($0..<$0 + object.count) } ?? []
        objectWords.found += found.count
        objectWords.labelled += label.words.count
        objectWords.both += found.intersection(label.words).count
        guard let about = label.about else { return }
        abouts.of += 1
        if ask.about == about { abouts.right += 1 }
    }

    private static func bare(_ word: Substring) -> String { word.filter { !".,;:!?".contains($0) } }

    var f1: Double { 2 * Double(right) / Double(2 * right + invented + missed) }
    /// Of the asks that were found, those with the right direction.
    var direction: Double { Double(directions) / Double(right) }
    /// F1 over the words of the objects.
    var object: Double { 2 * Double(objectWords.both) / Double(objectWords.found + objectWords.labelled) }
    /// Of those labelled with a body or a bill.
    var about: Double { Double(abouts.right) / Double(abouts.of) }
}
