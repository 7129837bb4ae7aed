import Correspondence
import Testing

@testable import Relating

struct CampaignTextTests {
    private static let template = [
        "We write to urge the agency to extend coverage of midwives to every county.",
        "Coverage ends sixty days after birth, and most deaths come later than that.",
        "The rule should be final before the end of the year.",
    ]

    private func letter(_ own: String..., sender: String) -> [Page] {
        let body = (Self.template + own).joined(separator: " ")
        let text =
            "\(sender)\n12 Mill Lane, Springfield\n\nDear Administrator:\n\n\(body)\n\nSincerely,\n\n\(sender)"
        return [Page(number: 1, text: text, source: .textLayer)]
    }

    private func learnt(_ letters: [[Page]]) -> CampaignText {
        var text = CampaignText()
        for letter in letters { text.learn(letter) }
        return text
    }

    @Test func `a member's own sentence is told from the template, with its place`() throws {
        let own = "In our own county the last maternity ward closed in March, and two patients died."
        let letters = [
            letter(sender: "Acorn Clinics"), letter(own, sender: "Birch Clinics"),
            letter(sender: "Cedar Clinics"),
        ]
        let text = learnt(letters)
        #expect(text.member(letters[0]).own.isEmpty)
        #expect(text.member(letters[0]).template.suffix(3) == Self.template[...])
        let member = text.member(letters[1])
        let evidence = try #require(member.own.first)
        #expect(member.own.count == 1)
        #expect(evidence.quote == own)
        #expect(evidence.rule == "campaign.own")
        let scalars = Array(letters[1][0].text.unicodeScalars)
        let start = try #require(evidence.start)
        let end = try #require(evidence.end)
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == own)
        #expect(member.shared < 0.9)
    }

    @Test func `an altered sentence of the template is told apart from one's own`() {
        var letters = [letter(sender: "Acorn Clinics"), letter(sender: "Birch Clinics")]
        let altered = letters[0][0].text.replacing("every county", with: "our two poorest counties")
        letters.append([Page(number: 1, text: altered, source: .textLayer)])
        #expect(learnt(letters).member(letters[2]).own.map(\.rule) == ["campaign.changed"])
    }

    @Test func `what only one of two letters has is no template`() {
        let own = "A sentence that nobody else has written in this campaign of ours."
        let letters = [letter(sender: "Acorn Clinics"), letter(own, sender: "Birch Clinics")]
        #expect(learnt(letters).member(letters[1]).own.map(\.quote) == [own])
    }

    @Test func `generated members keep their own sentences and no others`() {
        var generator = GeneratedLetters(seed: 11)
        let template = generator.sentences(30).map { "We " + $0.dropLast() + " indeed." }
        let own = generator.sentences(20).map { "We " + $0.dropLast() + " indeed." }
        let letters = own.indices.map { number in
            var sentences = template
            sentences.insert(own[number], at: (number * 7) % template.count)
            return [Page(number: 1, text: sentences.joined(separator: " "), source: .textLayer)]
        }
        let text = learnt(letters)
        for (number, letter) in letters.enumerated() {
            #expect(text.member(letter).own.map(\.quote) == [own[number]])
        }
    }
}
