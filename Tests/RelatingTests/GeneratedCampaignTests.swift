import Correspondence
import Testing

@testable import Relating

struct GeneratedCampaignTests {
    /// Campaigns of 2 to 21 letters among as many letters that belong to none; the truth by letter's id.
    private func archive(seed: UInt64) -> (letters: [LetterFacts], truth: [String: Int]) {
        var generator = GeneratedLetters(seed: seed)
        var letters: [LetterFacts] = []
        var truth: [String: Int] = [:]
        func add(_ text: String, _ generator: inout GeneratedLetters) -> String {
            let id = GeneratedLetters.id(letters.count)
            let date = EDTFDate(year: 2020, month: 1 + generator.next(3), day: 1 + generator.next(28))
            letters.append(
                LetterFacts(id: id, pages: [text], date: date, sender: "Sender \(id)", addressees: ["cms"]))
            return id
        }
        for campaign in 0..<30 {
            let template = generator.sentences(8 + generator.next(30))
            let members = 2 + generator.next(20)
            for _ in 0..<members { truth[add(generator.version(of: template), &generator)] = campaign }
            for _ in 0..<members {
                _ = add(generator.sentences(8 + generator.next(40)).joined(separator: " "), &generator)
            }
        }
        return (letters, truth)
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `campaigns are found: pair precision at least .99, recall at least .97`(seed: UInt64) {
        let (letters, truth) = archive(seed: seed)
        let found = Dictionary(
            relate(letters).filter { $0.kind == .campaign }.map { ($0.from, $0.id) },
            uniquingKeysWith: { a, _ in a })
        var right = 0
        var wrong = 0
        var missed = 0
        for (place, a) in letters.enumerated() {
            for b in letters[(place + 1)...] {
                let isFound = found[a.id] != nil && found[a.id] == found[b.id]
                let isTrue = truth[a.id] != nil && truth[a.id] == truth[b.id]
                if isFound, isTrue {
                    right += 1
                } else if isFound {
                    wrong += 1
                } else if isTrue {
                    missed += 1
                }
            }
        }
        let precision = Double(right) / Double(max(1, right + wrong))
        let recall = Double(right) / Double(max(1, right + missed))
        #expect(precision >= 0.99, "precision \(precision)")
        #expect(recall >= 0.97, "recall \(recall) over \(right + missed) pairs")
    }
}
