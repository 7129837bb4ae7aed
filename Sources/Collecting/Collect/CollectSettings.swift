import Foundation

/// How sources are collected.
public struct CollectSettings: Sendable {
    /// The workspace's folder, which the paths of local sources are below.
    public var root: URL
    /// Originals go to `collected/<source>` in it.
    public var corpus: URL
    /// Visits go to `ledger/visits` in it, lists to `cache/lists`.
    public var output: URL
    /// Whom the owner of a site can write to: an address or a page. Part of the user agent.
    public var contact: String?
    /// The only proxy that is used. Nil: none, whatever the environment says.
    public var proxy: String?
    /// File of the certificates to trust. Nil: the system's.
    public var certificates: String?
    /// Bytes of a letter. Default 256 MiB, as the night reads them.
    public var sizeLimit = 256 << 20
    /// Bytes of a list. Default 32 MiB.
    public var listLimit = 32 << 20
    /// Only for keys that sources name.
    public var environment: [String: String] = [:]
    /// Read the lists and say what would be asked for; write nothing.
    public var isDryRun = false
    /// Sources that are collected at the same time. Default 4: each waits for its hosts most of the time.
    public var parallel = 4
    public var clock = CollectingClock.system
    public var report: @Sendable (CollectProgress) -> Void = { _ in }
    var limits = HTTPLimits()
    var retrying = Retrying()
    var schedule = VisitSchedule()

    public init(root: URL, corpus: URL, output: URL) {
        self.root = root
        self.corpus = corpus
        self.output = output
    }

    func folder(of source: String) -> String { corpus.path + "/collected/" + source }
}

/// How far a source has come.
public struct CollectProgress: Sendable, Hashable {
    public var source: String
    /// Lists read so far.
    public var lists: Int
    /// Letters asked for so far, and how many are to be asked for.
    public var done: Int
    public var total: Int
    public var new: Int
}
