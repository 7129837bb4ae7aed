import Correspondence
import Foundation
import GRDB

/// What letters can be counted by.
public enum Facet: String, Sendable, Hashable, Codable, CaseIterable {
    case agency, topic, sender, kind, year, identifier, campaign
}

/// How many letters have a value.
public struct FacetCount: Sendable, Hashable, Codable {
    public var value: String
    public var letters: Int

    public init(value: String, letters: Int) {
        self.value = value
        self.letters = letters
    }
}

extension LetterIndex {
    /// How many of the letters that a query finds have each value: most first, then by value; years in order.
    ///
    /// Agencies are counted as the letters name them: a child is not counted with its parent. Letters without a
    /// value are left out.
    /// - Parameter limit: Values at most; nil for all.
    /// - Throws: As `search`.
    public func counts(
        by facet: Facet, _ query: LetterQuery, vocabulary: Vocabulary = Vocabulary(), limit: Int? = nil
    ) throws -> [FacetCount] {
        try counts(by: [facet], query, vocabulary: vocabulary, limit: limit)[facet] ?? []
    }

    /// The same for several facets, which costs little more than for one.
    public func counts(
        by facets: [Facet], _ query: LetterQuery, vocabulary: Vocabulary = Vocabulary(), limit: Int? = nil
    ) throws -> [Facet: [FacetCount]] {
        try check(query.condition, vocabulary)
        return try read { db in
            let plan = try SearchPlan.plan(query.condition, ConditionSQL(vocabulary: vocabulary, db), db)
            let tally = try FacetTally.tally(plan, withCampaigns: facets.contains(.campaign), db)
            return try tally.counts(facets, limit: limit, db)
        }
    }
}

/// Counts the numbers of values over the letters found.
private struct FacetTally {
    private var letters: [Int] = []
    private var campaigns: [String: Int] = [:]
    /// Of so many values, the texts are looked up one by one; of more, the whole list is read.
    private static let few = 2_000

    static func tally(_ plan: SearchPlan, withCampaigns: Bool, _ db: Database) throws -> FacetTally {
        var tally = FacetTally()
        let most = try Int.fetchOne(db, sql: "SELECT max(number) FROM facet_value") ?? 0
        tally.letters = Array(repeating: 0, count: most + 1)
        let source = plan.source
        // Where every letter is found, there is nothing to look up.
        let sql =
            plan.isEverything
            ? "SELECT letter, numbers FROM letter_facets"
            : """
            SELECT letter_facets.letter, numbers FROM (SELECT \(plan.number) AS found \(source.sql)) \
            CROSS JOIN letter_facets ON letter_facets.letter = found
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: plan.isEverything ? [] : source.arguments)
        var found: [Int] = []
        while let row = try rows.next() {
            if withCampaigns, !plan.isEverything { found.append(row[0]) }
            try row.withUnsafeData(atIndex: 1) { data in
                data?.withUnsafeBytes { bytes in
                    FacetNumbers.forEach(in: bytes) { if $0 <= most { tally.letters[$0] += 1 } }
                }
            }
        }
        if withCampaigns { try tally.addCampaigns(plan.isEverything ? nil : Set(found), db) }
        return tally
    }

    /// - Parameter found: Nil for every letter.
    private mutating func addCampaigns(_ found: Set<Int>?, _ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT letter, other FROM relation WHERE type = 'campaign'")
        while let row = try rows.next() {
            guard found?.contains(row[0]) ?? true else { continue }
            campaigns[row[1], default: 0] += 1
        }
    }

    func counts(_ facets: [Facet], limit: Int?, _ db: Database) throws -> [Facet: [FacetCount]] {
        var numbers: [Facet: [Int]] = [:]
        for number in letters.indices where letters[number] > 0 {
            guard let facet = FacetNumbers.facet(of: number), facets.contains(facet) else { continue }
            numbers[facet, default: []].append(number)
        }
        var counts: [Facet: [FacetCount]] = [:]
        for facet in facets {
            let found =
                facet == .campaign
                ? campaigns.map { FacetCount(value: $0.key, letters: $0.value) }
                : try self.counts(best(numbers[facet] ?? [], facet == .year ? nil : limit), db)
            let sorted = found.sorted {
                facet == .year ? $0.value < $1.value : ($1.letters, $0.value) < ($0.letters, $1.value)
            }
            counts[facet] = limit.map { Array(sorted.prefix($0)) } ?? sorted
        }
        return counts
    }

    /// Those that may be among the first, however values with equal counts are ordered.
    private func best(_ numbers: [Int], _ limit: Int?) -> [Int] {
        guard let limit, limit > 0, numbers.count > limit else { return limit == 0 ? [] : numbers }
        let least = numbers.map { letters[$0] }.sorted(by: >)[limit - 1]
        return numbers.filter { letters[$0] >= least }
    }

    private func counts(_ numbers: [Int], _ db: Database) throws -> [FacetCount] {
        guard numbers.count > Self.few else {
            let statement = try db.cachedStatement(sql: "SELECT value FROM facet_value WHERE number = ?")
            return try numbers.compactMap { number in
                try String.fetchOne(statement, arguments: [number])
                    .map { FacetCount(value: $0, letters: letters[number]) }
            }
        }
        var counts: [FacetCount] = []
        let wanted = Set(numbers)
        let rows = try Row.fetchCursor(db, sql: "SELECT number, value FROM facet_value")
        while let row = try rows.next() {
            let number: Int = row[0]
            if wanted.contains(number) { counts.append(FacetCount(value: row[1], letters: letters[number])) }
        }
        return counts
    }
}
