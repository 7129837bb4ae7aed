import Correspondence

/// `timeline.json`: the timeline itself, canonical.
@Sendable func timelineJSON(_ timeline: Timeline) throws -> String {
    plainJSON(String(decoding: try CanonicalJSON.document(timeline), as: UTF8.self))
}
