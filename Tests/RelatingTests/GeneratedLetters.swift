import Correspondence

@testable import Relating

/// Letters made by a seeded generator, so that what belongs together is known.
struct GeneratedLetters {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    /// A word from a vocabulary in which few words are frequent, as in a language.
    mutating func word() -> String {
        let rank = next(3) == 0 ? next(30) : next(3) == 0 ? next(300) : next(6_000)
        return "w\(rank)"
    }

    mutating func sentence() -> String {
        (0..<(8 + next(18))).map { _ in word() }.joined(separator: " ") + "."
    }

    mutating func sentences(_ count: Int) -> [String] { (0..<count).map { _ in sentence() } }

    /// A member's version of a template: words edited and misread, sentences left out, moved and added.
    mutating func version(of template: [String]) -> String {
        var sentences = template
        if sentences.count > 4, next(2) == 0 { sentences.remove(at: next(sentences.count)) }
        if next(3) == 0 { sentences.swapAt(next(sentences.count), next(sentences.count)) }
        let own = self.sentences(next(template.count / 2 + 1))
        sentences.insert(contentsOf: own, at: next(sentences.count + 1))
        let noise = [0, 0, 20, 40][next(4)]
        let words = sentences.joined(separator: " ").split(separator: " ").map { word in
            noise > 0 && next(1_000) < noise ? "\(word)rn" : String(word)
        }
        return words.joined(separator: " ")
    }

    static func id(_ number: Int) -> String { "letter-" + String(1_000_000 + number).dropFirst() }
}
