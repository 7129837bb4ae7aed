/// What a source's custody log says so far, and the way to add to it.
struct CustodyLog {
    /// What is known of one address.
    struct Known: Sendable, Hashable {
        /// SHA-256 of the version that was kept last; nil where none was.
        var sha256: String?
        var text: String?
        var finalURL: String?
        var isGone = false
        var isWithdrawn = false
        /// It has been said that other bytes say the same.
        var hasVariants = false
        /// What the list said of the version that was kept last.
        var facts: ItemFacts?
    }

    private let log: LineLog
    private let isDryRun: Bool
    /// By address, or `file:` and its place for what lies on this machine and has none.
    private(set) var known: [String: Known] = [:]
    /// Names of the originals that are kept, by SHA-256.
    private(set) var files: [String: String] = [:]

    /// Addresses of letters by those of pages that led to them.
    private var led: [String: Set<String>] = [:]

    static let name = "custody.jsonl"

    /// The letter at an address, and those that the page at it led to, in order.
    func letters(at url: String) -> [String] { [url] + (led[url] ?? []).sorted().filter { $0 != url } }

    /// - Parameter folder: the source's own, `Corpus/collected/<source>`.
    init(in folder: String, isDryRun: Bool = false) throws(CollectError) {
        log = LineLog(at: folder + "/" + Self.name)
        self.isDryRun = isDryRun
        if !isDryRun { try log.mend() }
        var lines: [CustodyLine] = []
        try log.forEach(CustodyLine.self) { lines.append($0) }
        for line in lines { take(line) }
    }

    /// Adds a line and makes it durable.
    mutating func append(_ line: CustodyLine) throws(CollectError) {
        guard !isDryRun else { return }
        try log.append([line])
        take(line)
    }

    private mutating func take(_ line: CustodyLine) {
        if let sha256 = line.sha256, let file = line.file { files[sha256] = file }
        guard let url = line.url ?? line.place.map({ "file:" + $0 }) else { return }
        for page in line.facts?.otherURLs ?? [] { led[page, default: []].insert(url) }
        var state = known[url] ?? Known()
        switch line.event {
        case .collected, .found, .received, .back:
            if line.sha256 != state.sha256 { state.hasVariants = false }
            state.sha256 = line.sha256
            state.text = line.text ?? (line.event == .back ? state.text : nil)
            state.finalURL = line.finalURL ?? state.finalURL
            state.isGone = false
            state.facts = line.facts ?? state.facts
        case .sameText: state.hasVariants = true
        case .gone: state.isGone = true
        case .withdrawn: state.isWithdrawn = true
        case .reinstated: state.isWithdrawn = false
        }
        known[url] = state
    }
}

/// Calls `body` with every line of a source's custody log, in order.
///
/// - Parameter folder: the source's own, `Corpus/collected/<source>`.
/// - Throws: `CollectError.unreadable`.
public func forEachCustodyLine(in folder: String, _ body: (CustodyLine) -> Void) throws(CollectError) {
    try LineLog(at: folder + "/" + CustodyLog.name).forEach(CustodyLine.self, body)
}
