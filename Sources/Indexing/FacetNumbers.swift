import Correspondence
import Foundation
import GRDB

/// Numbers the values that letters are counted by, and writes down which a letter has.
///
/// One blob of some twenty bytes a letter: counting every facet of 200,000 letters reads 5 MB, where a table for each
/// facet would be looked into a million times.
final class FacetNumbers {
    private let db: Database
    private var known: [FacetValue: Int] = [:]

    init(db: Database) { self.db = db }

    func insert(_ letter: Letter, number: Int) throws {
        var bytes: [UInt8] = []
        for value in FacetValue.values(of: letter) { Self.append(try self.number(value), to: &bytes) }
        try db.cachedStatement(sql: "INSERT INTO letter_facets VALUES (?, ?)")
            .execute(arguments: [number, Data(bytes)])
    }

    private func number(_ value: FacetValue) throws -> Int {
        if let number = known[value] { return number }
        let arguments: StatementArguments = [value.facet.rawValue, value.value]
        let found = try db.cachedStatement(
            sql: "SELECT number FROM facet_value WHERE facet = ? AND value = ?")
        if let number = try Int.fetchOne(found, arguments: arguments) {
            known[value] = number
            return number
        }
        let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM facet_value") ?? 0
        // The facet is the number's last three bits.
        let number = ((last >> 3) + 1) << 3 | (Facet.allCases.firstIndex(of: value.facet) ?? 0)
        try db.cachedStatement(sql: "INSERT INTO facet_value VALUES (?, ?, ?)")
            .execute(arguments: [number] + arguments)
        known[value] = number
        return number
    }

    static func facet(of number: Int) -> Facet? {
        let place = number & 7
        return Facet.allCases.indices.contains(place) ? Facet.allCases[place] : nil
    }

    /// LEB128: seven bits a byte, the lowest first.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
        var number = 0
        var shift = 0
        for byte in bytes {
            number |= Int(byte & 0x7F) << shift
            shift += 7
            guard byte < 0x80 || shift > 49 else { continue }
            body(number)
            (number, shift) = (0, 0)
        }
    }
}

/// A value of a facet.
struct FacetValue: Hashable {
    var facet: Facet
    var value: String

    /// What a letter is counted under, each once. Campaigns are not among it: they are relations, which change
    /// without the letter.
    static func values(of letter: Letter) -> [FacetValue] {
        let year = letter.date?.value.earliestDay.map { String($0.prefix(4)) }
        let all: [(Facet, [String])] = [
            (.kind, [letter.kind.rawValue]), (.year, [year].compactMap { $0 }),
            (.agency, letter.agencies.map(\.id)), (.topic, letter.topics.map(\.id)),
            (.sender, [letter.sender?.organization].compactMap { $0 }),
            (.identifier, letter.identifiers.map(\.value)),
        ]
        return all.flatMap { facet, values in
            var seen: Set<String> = []
            return values.filter { seen.insert($0).inserted }.map { FacetValue(facet: facet, value: $0) }
        }
    }
}
