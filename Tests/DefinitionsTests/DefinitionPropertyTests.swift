import Correspondence
import Dice
import Foundation
import Testing

@testable import Definitions

/// Random definitions of every kind, written in the ways that YAML allows, are read as what was written.
@Suite("Definitions from a generator")
struct DefinitionPropertyTests {
    /// More than are tried every time: `DEFINITION_CASES=10000 swift test --filter DefinitionPropertyTests`.
    static let cases =
        ProcessInfo.processInfo.environment["DEFINITION_CASES"].flatMap { Int($0) } ?? 150

    /// Reads what a generator wrote; each kind has its own dice, so that one more case of one moves no other.
    private func compare<Value: Equatable>(
        seed: UInt64, _ make: (inout Dice) -> (value: Value, yaml: WrittenYAML),
        _ read: (String, Value) throws -> Value
    ) {
        var dice = Dice(seed: seed)
        for number in 0..<Self.cases {
            let (value, tree) = make(&dice)
            let yaml = tree.file(&dice)
            do {
                let found = try read(yaml, value)
                #expect(found == value, "case \(number) of seed \(seed):\n\(yaml)")
            } catch {
                Issue.record("case \(number) of seed \(seed): \(error)\n\(yaml)")
            }
        }
    }

    @Test("every agency comes back as it was written")
    func agencies() {
        compare(seed: 1, RandomDefinitions.agencies) { yaml, _ in try AgencyDefinitions.parse(yaml).agencies }
    }

    @Test("every organization comes back as it was written")
    func organizations() {
        compare(seed: 2, RandomDefinitions.organizations) { yaml, _ in try OrganizationDefinitions.parse(yaml)
        }
    }

    @Test("every topic comes back as it was written")
    func topics() {
        compare(seed: 3, RandomDefinitions.topic) { yaml, _ in try Topic.parse(yaml, id: "x", named: "x.yaml")
        }
    }

    @Test("every recorded event comes back as it was written")
    func events() {
        compare(seed: 4, RandomDefinitions.events) { yaml, _ in
            try EventDefinitions.parse(yaml, named: "x.yaml")
        }
    }

    @Test("every source comes back as it was written")
    func sources() {
        compare(seed: 5, RandomDefinitions.source) { yaml, _ in
            try Source.parse(yaml, id: "x", named: "x.yaml")
        }
    }

    @Test("every saved query comes back as it was written")
    func queries() {
        compare(seed: 6, RandomDefinitions.savedQuery) { yaml, _ in
            try SavedQuery.parse(yaml, id: "x", named: "x.yaml")
        }
    }

    @Test("every correction comes back as it was written")
    func corrections() {
        compare(seed: 7, RandomDefinitions.correction) { yaml, value in
            try CorrectionDefinitions.parse(yaml, id: value.id, named: "x.yaml")
        }
    }

    @Test("every setting comes back as it was written")
    func settings() {
        compare(seed: 8, RandomDefinitions.configuration) { yaml, _ in
            try Configuration(DefinitionFile.parse(yaml, named: "x.yaml"))
        }
    }
}
