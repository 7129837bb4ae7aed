/// A place that letters come from: one file `Pipeline/sources/<id>.yaml`.
public struct Source: Sendable, Hashable, Codable {
    /// How a place is read. Each kind is one file of `Sources/Collecting/Sources`.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Web pages that list letters.
        case listing
        /// Atom or RSS.
        case feed
        /// `sitemap.xml`, or an index of such.
        case sitemap
        /// The comments of dockets, through https://open.gsa.gov/api/regulationsgov/.
        case regulations = "regulations.gov"
        /// Rules and notices, through https://www.federalregister.gov/developers: policy events, not letters.
        case federalRegister = "federal-register"
        /// A Maildir, or a folder of `.eml` files.
        case mailbox
        /// A folder that another program fills.
        case folder
        /// What a crawler saved: WARC 1.0 or 1.1, gzip or plain.
        case warc

        /// Whether it lies on this machine, so that nothing is asked for over the network.
        public var isLocal: Bool { self == .mailbox || self == .folder || self == .warc }
    }

    /// The file's name: lower-case letters, digits and hyphens. Names the folder under `Corpus/collected` too.
    public var id: String
    public var kind: Kind
    /// As people know it.
    public var name: String?
    public var note: String?
    public var isActive = true
    /// Where to begin: addresses, or for `mailbox`, `folder` and `warc` paths below the workspace's folder.
    public var urls: [String] = []
    /// Shell patterns that an item's address must match one of; none means any.
    public var include: [String] = []
    /// Shell patterns that an item's address must match none of.
    public var exclude: [String] = []
    /// XPath for pages whose structure does not tell; by default links are found from structure and words.
    public var selectors = Selectors()
    /// Dockets, agencies and words to ask an interface of the government for.
    public var dockets: [String] = []
    public var agencies: [String] = []
    public var terms: [String] = []
    /// Only what was posted or published on this day or later: `2020-01-01`.
    public var since: String?
    /// Name of the environment variable that holds the key of an interface.
    public var keyVariable: String?
    /// Seconds between two requests to one host.
    public var delay: Double = 1
    /// Pages of lists that are read in one night at most.
    public var pageLimit = 200
    /// Letters that are fetched in one night at most; the next night goes on.
    public var itemLimit = 2_000
    /// Seconds that the source may take in one night.
    public var timeLimit: Double = 3_600
    /// Whether addresses of a private network or of this machine may be asked.
    public var allowsPrivateAddresses = false

    /// XPath 1.0, each relative to the one before.
    public struct Selectors: Sendable, Hashable, Codable {
        public var item: String?
        public var link: String?
        public var title: String?
        public var date: String?
        public var section: String?
        public var next: String?

        public init() {}
    }

    public init(id: String, kind: Kind, urls: [String] = []) {
        self.id = id
        self.kind = kind
        self.urls = urls
    }
}
