import Correspondence
import Definitions
import Foundation
import Testing

@testable import Nightly

struct PolicyEventsTests {
    private func workspace(_ body: (Workspace) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "events-\(UUID().uuidString)")
        for folder in ["Pipeline/events", "Corpus/collected/register", "Corpus/collected/letters"] {
            try FileManager.default.createDirectory(
                at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        try Data("corpus: Corpus\noutput: Output\n".utf8)
            .write(to: root.appendingPathComponent("Pipeline/letterbook.yaml"))
        try body(Workspace.locate(from: root))
        try FileManager.default.removeItem(at: root)
    }

    private func event(_ id: String, _ day: String, title: String, agencies: [String] = []) throws
        -> RecordedEvent
    {
        RecordedEvent(
            id: id, kind: .published, date: try #require(EDTFDate(day)), title: title, agencies: agencies,
            source: "https://www.federalregister.gov/d/1", file: "Corpus/collected/register/events.jsonl")
    }

    private var agencies: AgencyRegistry {
        AgencyRegistry([
            Agency(id: "cis", name: "Centers for Invented Services", slug: "centers-for-invented-services")
        ])
    }

    @Test func whatSourcesGaveStandsBesideWhatPeopleWrote() throws {
        try workspace { workspace in
            try Data(
                """
                events:
                  - {id: own, kind: hearing, date: 2021-08-01, title: A hearing, source: "https://example.org/"}
                  - {id: fr-2-published, kind: published, date: 2021-09-01, title: Put right, source: "https://example.org/"}
                """.utf8
            ).write(to: workspace.pipeline.appendingPathComponent("events/own.yaml"))
            var lines = Data()
            for event in [
                try event("fr-1-published", "2021-07-20", title: "First told"),
                try event("fr-2-published", "2021-09-02", title: "From the source"),
                try event(
                    "fr-1-published", "2021-07-21", title: "Told again",
                    agencies: ["centers-for-invented-services", "unknown-office"]),
            ] {
                lines += try CanonicalJSON.line(event)
            }
            try lines.write(to: workspace.corpus.appendingPathComponent("collected/register/events.jsonl"))
            let events = try policyEvents(in: workspace, agencies: agencies)
            #expect(events.map(\.title) == ["Told again", "A hearing", "Put right"])
            #expect(events.map(\.agencies) == [["cis"], [], []])
        }
    }

    @Test func aWorkspaceThatCollectedNothingHasWhatPeopleWrote() throws {
        try workspace { workspace in
            let events = try policyEvents(in: workspace, agencies: agencies)
            #expect(events.isEmpty)
        }
    }
}
