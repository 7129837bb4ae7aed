/// What collecting came to.
public struct CollectReport: Sendable, Hashable, Codable {
    /// In order of their ids.
    public var sources: [SourceReport] = []

    public init(sources: [SourceReport] = []) { self.sources = sources }

    /// Sources that need a person, one line each; empty where all is well.
    public var alarms: [String] {
        sources.compactMap { source in source.alarm.map { "\(source.source): \($0)" } }
    }
}

/// What one source came to tonight.
public struct SourceReport: Sendable, Hashable, Codable {
    /// A letter that came tonight.
    public struct Collected: Sendable, Hashable, Codable {
        public var url: String
        /// In the corpus.
        public var path: String
        public var sha256: String
        public var linkText: String?
    }

    /// What is no letter, or could not be had.
    public struct Refused: Sendable, Hashable, Codable {
        public var url: String
        /// `challenge`, `login`, `not-found`, `robots`, `failed`…
        public var code: String
        public var reason: String
    }

    public var source: String
    public var name: String?
    /// Lists that were read.
    public var lists = 0
    /// Letters that the lists name.
    public var listed = 0
    public var new: [Collected] = []
    /// New versions of letters that were there.
    public var changed: [Collected] = []
    /// Asked for, and the same as before.
    public var unchanged = 0
    /// Of these, how many came in other bytes with the same text.
    public var sameText = 0
    /// Not asked for: their schedule says that they hardly change.
    public var notDue = 0
    /// Addresses that say now that they are gone.
    public var gone: [String] = []
    public var withdrawn: [String] = []
    public var refused: [Refused] = []
    /// Left for the next night.
    public var waiting = 0
    /// What a dry run would have asked for.
    public var planned: [String]?
    /// New policy events.
    public var events = 0
    /// Sent to servers, all told.
    public var requests = 0
    /// Seconds.
    public var seconds: Double = 0
    /// Lists that could not be read, and what else went wrong with the source as a whole.
    public var problems: [String] = []
    /// Set where a person should look: it lists no letters any more, or far fewer.
    public var alarm: String?

    init(_ source: String) { self.source = source }
}
