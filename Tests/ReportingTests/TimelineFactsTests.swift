import Correspondence
import Foundation
import Testing

@testable import Reporting

@Suite("Facts that a timeline needs")
struct TimelineFactsTests {
    @Test("Facts that were stored and read again make the same timeline as the letters")
    func stored() throws {
        let letters = try TimelineLetters.sample()
        let stored = try letters.map { try JSONEncoder().encode(TimelineFacts($0)) }
        let facts = try stored.map { try JSONDecoder().decode(TimelineFacts.self, from: $0) }
        let context = TimelineLetters.context
        #expect(timeline(ofFacts: facts, context: context) == timeline(of: letters, context: context))
    }

    @Test("Of a letter's dates only deadlines and hearings are kept")
    func dates() throws {
        let day = try TimelineLetters.required(EDTFDate("2020-06-01"))
        let letter = TimelineLetters.letter(1, on: "2020-05-31") { description in
            description.dates = [DateCandidate.Role.due, .hearing, .letter, .modified].map {
                DateCandidate(role: $0, value: day, evidence: TimelineLetters.evidence("June 1"))
            }
        }
        #expect(TimelineFacts(letter).dates.map(\.kind) == [.deadline, .hearing])
    }
}
