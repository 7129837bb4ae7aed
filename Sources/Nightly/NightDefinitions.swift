import Correspondence
import Definitions
import Describing
import Extracting
import Foundation
import Planning
import Relating
import Tagging

/// Everything under `Pipeline/` that decides a night's results, read and compiled once.
struct NightDefinitions: Sendable {
    let agencies: AgencyRegistry
    let directory: Directory
    let vocabulary: Vocabulary
    let extraction: ExtractionSettings
    let fingerprints: Fingerprints
    let corrections: LetterCorrections
    /// Events that people and sources put on the timeline.
    var events: [RecordedEvent]

    /// - Parameter reader: tesseract's version, where scanned pages are read; a newer one reads them again.
    /// - Throws: `DefinitionError` with file, line and remedy.
    static func load(
        _ workspace: Workspace, extraction: ExtractionSettings = ExtractionSettings(), reader: String? = nil
    ) throws -> NightDefinitions {
        let pipeline = workspace.pipeline
        // First of all: a file that is edited between is used as it is then, and taken for changed by the next night.
        let fingerprints = try fingerprints(of: pipeline, extraction: extraction, reader: reader)
        let agencies = try AgencyDefinitions.load(pipeline.appendingPathComponent("agencies.yaml"))
        let organizations = try OrganizationDefinitions.load(
            pipeline.appendingPathComponent("organizations.yaml"))
        let topics = try Topic.loadAll(in: pipeline.appendingPathComponent("topics"))
        return NightDefinitions(
            agencies: agencies, directory: try Directory(agencies: agencies, organizations: organizations),
            vocabulary: try Vocabulary(topics), extraction: extraction,
            fingerprints: fingerprints,
            corrections: try LetterCorrections(in: pipeline),
            events: try policyEvents(in: workspace, agencies: agencies))
    }

    private static func fingerprints(
        of pipeline: URL, extraction: ExtractionSettings, reader: String?
    ) throws -> Fingerprints {
        let settings = String(decoding: try CanonicalJSON.line(extraction), as: UTF8.self)
        return Fingerprints(
            extract: fingerprint(
                of: ["extract \(extractionVersion)", settings, reader ?? ""] + extractionEngines),
            describe: fingerprint(
                of: ["describe \(describingVersion)"]
                    + (try DefinitionContents.of(["agencies.yaml", "organizations.yaml"], in: pipeline))),
            tag: fingerprint(
                of: ["tag \(taggingVersion)"] + (try DefinitionContents.ofTopics(in: pipeline))))
    }

    var provenance: Provenance {
        Provenance(
            program: "letterbook \(programVersion)", extract: fingerprints.extract,
            describe: fingerprints.describe, tag: fingerprints.tag)
    }

    /// Topic ids to their names for people.
    var topicNames: [String: String] {
        Dictionary(uniqueKeysWithValues: vocabulary.topics.map { ($0.id, $0.label) })
    }

    /// Of what follows from the archive: timeline and counts.
    func derivedFingerprint(archive: String, locale: String) throws -> String {
        fingerprint(of: [
            archive, locale, fingerprints.describe, fingerprints.tag, programVersion,
            "relate \(relatingVersion)", String(decoding: try CanonicalJSON.line(events), as: UTF8.self),
        ])
    }
}
