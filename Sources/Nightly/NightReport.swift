import Collecting
import Correspondence
import Foundation
import Working

/// What one night did: `Output/reports/<start>.json`.
public struct NightReport: Sendable, Hashable, Codable {
    /// A letter as a report lists it.
    public struct Entry: Sendable, Hashable, Codable {
        public var id: String
        public var path: String
        public var date: String?
        public var sender: String?
        /// Ids of the agencies addressed.
        public var addressed: [String]
        public var title: String?
        public var topics: [String]
        /// Where it was collected; nil for what lay in the corpus.
        public var source: String?
        /// The first stage that ran: `extract`, `describe`, `tag`, `archive`.
        public var from: String?
        /// For a changed letter: topics that it has now and had not before, and the reverse.
        public var topicsAdded: [String]?
        public var topicsRemoved: [String]?
    }

    /// An original that could not be processed.
    public struct Failure: Sendable, Hashable, Codable {
        public var path: String
        public var sha256: String?
        public var reason: String
        public var isNew: Bool
    }

    public struct Skipped: Sendable, Hashable, Codable {
        public var path: String
        public var reason: String
    }

    /// A finding and the letter that it is about.
    public struct Noted: Sendable, Hashable, Codable {
        public var id: String
        public var finding: Finding
    }

    /// How often a topic or an agency stands in the archive.
    public struct Count: Sendable, Hashable, Codable {
        public var id: String
        public var letters: Int
    }

    public var program: String
    /// ISO 8601, UTC.
    public var started: String
    /// Seconds by the clock.
    public var seconds: Double
    /// What the sources came to; nil where none was asked.
    public var collected: CollectReport?
    public var new: [Entry] = []
    public var changed: [Entry] = []
    /// Letters whose records stand as they were.
    public var unchanged = 0
    public var withdrawn: [Entry] = []
    public var quarantined: [Failure] = []
    public var skipped: [Skipped] = []
    public var findings: [Noted] = []
    /// Letters of the archive, tombstones not counted.
    public var letters = 0
    public var topics: [Count] = []
    public var agencies: [Count] = []
    /// What saved queries found that they had not told before; nil where nothing.
    public var queries: [SavedQueryNews]?
    /// Layers of the readers' sandbox that this machine's kernel lacks; nil where it lacks none.
    public var missingLayers: [Sandbox.Layer]?
    /// Set where more than a fifth of the new originals failed, or a source lists no letters any more: something is wrong
    /// with the night itself.
    public var alarm: String?

    init(started: String) {
        self.program = "letterbook \(programVersion)"
        self.started = started
        self.seconds = 0
        let missing = Sandbox.missingLayers
        self.missingLayers = missing.isEmpty ? nil : missing
    }

    /// Files of the corpus, however they ended: letters, quarantine, skipped.
    public var isQuiet: Bool { new.isEmpty && changed.isEmpty && withdrawn.isEmpty }
}

extension NightReport.Entry {
    init(_ letter: Letter, from stage: String? = nil) {
        id = letter.id
        path = letter.original.paths.first ?? ""
        date = letter.date?.value.description
        sender = letter.sender?.organization
        addressed = letter.agencies.filter { $0.role == .addressee }.map(\.id)
        title = letter.title
        topics = letter.topics.map(\.id)
        source = letter.custody.first?.source
        from = stage
    }
}
