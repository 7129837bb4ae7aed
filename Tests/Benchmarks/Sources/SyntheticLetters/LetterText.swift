import Correspondence
import Foundation

/// Writes sentences, paragraphs and pages.
struct LetterText {
    let words: Words

    /// 3 kB on average, half of the letters between 1.5 and 3.7, a few ten times as long.
    func pages(_ dice: inout Dice) -> [Page] {
        let length = Int(2_350 * exp(0.7 * normal(&dice)))
        let marked = [(Words.rare, 20), (Words.common, 200)].filter { dice.happens($0.1) }.map(\.0)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 400)
        while bytes.count < length {
            addSentence(to: &bytes, &dice, words: 10 + dice.roll(20))
            for word in marked where dice.happens(300) || bytes.count >= length {
                bytes += "The \(word) must stay. ".utf8
            }
            bytes.append(dice.happens(250) ? 0x0A : 0x20)
        }
        return divided(bytes)
    }

    func sentence(_ dice: inout Dice, words count: Int) -> String {
        var bytes: [UInt8] = []
        addSentence(to: &bytes, &dice, words: count)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func addSentence(to bytes: inout [UInt8], _ dice: inout Dice, words count: Int) {
        let start = bytes.count
        for place in 0..<count {
            if place > 0 { bytes.append(0x20) }
            bytes += words.list[dice.rank(words.list.count)]
        }
        bytes[start] &= 0xDF
        bytes.append(0x2E)
    }

    private func divided(_ bytes: [UInt8]) -> [Page] {
        var pages: [Page] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.dropFirst(2_800).firstIndex(of: 0x0A) ?? rest.endIndex
            pages.append(
                Page(
                    number: pages.count + 1, text: String(decoding: rest[..<end], as: UTF8.self),
                    source: .textLayer))
            rest = rest[end...].dropFirst()
        }
        return pages
    }

    /// Box and Muller's.
    private func normal(_ dice: inout Dice) -> Double {
        (-2 * log(max(dice.fraction(), 1e-12))).squareRoot() * cos(2 * .pi * dice.fraction())
    }
}
