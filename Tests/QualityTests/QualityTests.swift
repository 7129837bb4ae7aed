import Foundation
import Reporting
import Testing

/// Records of labelled letters, held to the floors of `Floors.swift`.
@Suite struct QualityTests {
    @Test(arguments: Floors.samples.map(\.field))
    func `Our samples reach the floor`(field: String) throws {
        try expect(field, in: Floors.samples, of: Evaluations.samples.get())
    }

    @Test(
        .enabled(if: GoldFolders.real != nil, "\(GoldFolders.absence)"), arguments: Floors.real.map(\.field))
    func `Real letters reach the floor`(field: String) throws {
        try expect(field, in: Floors.real, of: Evaluations.real.get())
    }

    @Test func `Every sample has a record`() throws {
        #expect(try Evaluations.samples.get().missing == [])
    }

    @Test func `Every floor is high enough to be missed`() {
        #expect((Floors.samples + Floors.real).allSatisfy { $0.floor > 0.5 && $0.floor <= 1 })
    }

    private func expect(
        _ field: String, in floors: [(field: String, floor: Double)], of evaluation: Evaluation
    ) throws {
        let floor = try #require(floors.first { $0.field == field }).floor
        let score = try #require(evaluation.scores[field], "no label says anything about \(field)")
        let misses = evaluation.misses.filter { $0.field == field }.map(\.description).joined(separator: "\n")
        #expect(score.figure >= floor, "\(field) \(score.figure) is below \(floor)\n\(misses)")
    }
}
