import Correspondence

/// An original as the corpus holds it now: one for each distinct content, however many paths lead to it.
public struct PresentOriginal: Sendable, Hashable {
    public var sha256: String
    public var mediaType: MediaType
    /// Sorted.
    public var paths: [String]
    /// Bytes.
    public var size: Int

    public init(sha256: String, mediaType: MediaType, paths: [String], size: Int) {
        self.sha256 = sha256
        self.mediaType = mediaType
        self.paths = paths
        self.size = size
    }
}

/// An original that an earlier night dealt with.
public struct KnownOriginal: Sendable, Hashable, Codable {
    public enum Outcome: Sendable, Hashable, Codable {
        /// The ids of its letters, first to last.
        case archived([String])
        /// It is in quarantine.
        case failed(reason: String)
        /// It is no longer in the corpus; its letters stay as tombstones.
        case withdrawn([String])
    }

    public var sha256: String
    public var outcome: Outcome
    /// Of the stages that made its records, or that failed.
    public var fingerprints: Fingerprints
    /// As recorded.
    public var paths: [String]
    /// Hash of the custody lines and corrections that went into its records; of the limits for a failure.
    public var circumstances: String
    /// What is attached to it; nil where nothing is.
    public var attachments: [AttachedOriginal]?

    public init(
        sha256: String, outcome: Outcome, fingerprints: Fingerprints, paths: [String], circumstances: String,
        attachments: [AttachedOriginal]? = nil
    ) {
        self.sha256 = sha256
        self.outcome = outcome
        self.fingerprints = fingerprints
        self.paths = paths
        self.circumstances = circumstances
        self.attachments = attachments
    }
}

/// The first stage that must run again; all later ones follow.
public enum Stage: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case extract, describe, tag, archive

    public static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
}

/// What is to be done for one original.
public struct Work: Sendable, Hashable {
    public var original: PresentOriginal
    public var from: Stage
    /// Nobody has seen this content before.
    public var isNew: Bool

    public init(original: PresentOriginal, from: Stage, isNew: Bool) {
        self.original = original
        self.from = from
        self.isNew = isNew
    }
}

/// The work of one night.
public struct Plan: Sendable, Hashable {
    /// Sorted by the originals' first path.
    public var work: [Work] = []
    /// Originals whose records stand as they are.
    public var unchanged: [KnownOriginal] = []
    /// Originals that are still in quarantine, not tried again.
    public var quarantined: [KnownOriginal] = []
    /// Originals that are gone from the corpus since last time.
    public var vanished: [KnownOriginal] = []

    public init() {}
}

/// Compares what is there with what earlier nights did.
///
/// A letter is done again only from the first stage whose fingerprint or input changed. A failure is tried again
/// only when the extraction's fingerprint changed (version, limits) or when `retryingFailures` is asked for.
public func plan(
    present: [PresentOriginal], known: [String: KnownOriginal], fingerprints: Fingerprints,
    circumstances: [String: String] = [:], limits: String = "", retryingFailures: Bool = false
) -> Plan {
    var plan = Plan()
    for original in present {
        guard let before = known[original.sha256] else {
            plan.work.append(Work(original: original, from: .extract, isNew: true))
            continue
        }
        let now = circumstances[original.sha256] ?? ""
        switch (before.outcome, firstStage(of: original, before: before, fingerprints, circumstances: now)) {
        case (.failed, _)
        where retryingFailures || before.fingerprints.extract != fingerprints.extract
            || before.circumstances != limits:
            plan.work.append(Work(original: original, from: .extract, isNew: false))
        case (.failed, _):
            plan.quarantined.append(before)
        case (.withdrawn, let stage):
            plan.work.append(Work(original: original, from: stage ?? .archive, isNew: false))
        case (.archived, let stage?):
            plan.work.append(Work(original: original, from: stage, isNew: false))
        case (.archived, nil):
            plan.unchanged.append(before)
        }
    }
    let here = Set(present.map(\.sha256))
    plan.vanished = known.values.filter { $0.isStanding && !here.contains($0.sha256) }
        .sorted { $0.sha256 < $1.sha256 }
    plan.work.sort { $0.original.paths.first ?? "" < $1.original.paths.first ?? "" }
    return plan
}

extension KnownOriginal {
    /// It has been dealt with, and nobody has said yet that it is gone.
    fileprivate var isStanding: Bool {
        if case .withdrawn = outcome { false } else { true }
    }
}

private func firstStage(
    of original: PresentOriginal, before: KnownOriginal, _ now: Fingerprints, circumstances: String
) -> Stage? {
    if before.fingerprints.extract != now.extract { return .extract }
    if before.fingerprints.describe != now.describe || before.circumstances != circumstances {
        return .describe
    }
    if before.fingerprints.tag != now.tag { return .tag }
    return before.paths == original.paths ? nil : .archive
}
