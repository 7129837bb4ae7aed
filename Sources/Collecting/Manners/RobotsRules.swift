/// What a host's `robots.txt` allows, as RFC 9309 says: of the groups that name us, or else of
/// those for everybody, the longest rule that matches; where two are equally long, the one that allows.
struct RobotsRules: Sendable, Hashable {
    private struct Rule: Sendable, Hashable {
        var allows: Bool
        /// Percent-encoding of what need not be encoded is undone; `*` and a final `$` have their meaning.
        var path: [UInt8]
    }

    private var rules: [Rule] = []
    /// Seconds between two requests that the group asks for (no part of the RFC, but widely written).
    private(set) var delay: Double?

    /// Everything is allowed: there is no `robots.txt`, or none for us.
    static let none = RobotsRules()
    /// Nothing is allowed: the server has one and does not give it.
    static let closed = RobotsRules(rules: [Rule(allows: false, path: [UInt8(ascii: "/")])])

    private init(rules: [Rule] = []) { self.rules = rules }

    /// Bytes of a file that are read (RFC 9309, section 2.5).
    static let sizeLimit = 512 << 10

    /// - Parameter agent: our product token, in lower case: `letterbook`.
    init(_ text: some Sequence<UInt8>, agent: String) {
        let lines = String(decoding: Array(text.prefix(Self.sizeLimit)), as: UTF8.self)
            .split(omittingEmptySubsequences: true) { $0.isNewline }
        var groups = RobotsGroups(agent: agent)
        for line in lines {
            let plain = line.prefix { $0 != "#" }
            guard let colon = plain.firstIndex(of: ":") else { continue }
            groups.take(plain[..<colon].trimmed.lowercased(), plain[plain.index(after: colon)...].trimmed)
        }
        delay = groups.group.delay
        rules = groups.group.rules.map { Rule(allows: $0.allows, path: Self.plain($0.path)) }
            .filter { !$0.path.isEmpty }
    }

    /// - Parameter path: with its query, beginning with `/`.
    func allows(_ path: String) -> Bool {
        // A client must always be able to ask for the rules themselves.
        if path == "/robots.txt" { return true }
        let path = Self.plain(path)
        var best: Rule?
        for rule in rules where Self.matches(rule.path, path) {
            if let known = best,
                (known.path.count, known.allows ? 1 : 0) >= (rule.path.count, rule.allows ? 1 : 0)
            {
                continue
            }
            best = rule
        }
        return best?.allows ?? true
    }

    /// Undoes percent-encoding of letters, digits and what never has a meaning of its own, so that both spellings are
    /// the same path.
    private static func plain(_ path: String) -> [UInt8] {
        let bytes = Array(path.utf8)
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                if isUnreserved(value) || value >= 0x80 {
                    plain.append(value)
                } else {
                    plain += String(decoding: bytes[index...index + 2], as: UTF8.self).uppercased().utf8
                }
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    /// Whether a rule matches the beginning of a path: in one pass, going back only to the last `*`.
    private static func matches(_ rule: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = rule.last == UInt8(ascii: "$")
        let rule = isWhole ? rule.dropLast() : rule[...]
        let star = UInt8(ascii: "*")
        var (r, p) = (0, 0)
        var lastStar: (rule: Int, path: Int)?
        while true {
            if r == rule.count, !isWhole || p == path.count { return true }
            if r < rule.count, rule[r] == star {
                lastStar = (r + 1, p)
                r += 1
            } else if r < rule.count, p < path.count, rule[r] == path[p] {
                r += 1
                p += 1
            } else if let back = lastStar, back.path < path.count {
                lastStar = (back.rule, back.path + 1)
                (r, p) = (back.rule, back.path + 1)
            } else {
                return false
            }
        }
    }
}

/// Sorts the lines of a `robots.txt` into the group for us and the one for everybody.
private struct RobotsGroups {
    struct Group {
        var rules: [(allows: Bool, path: String)] = []
        var delay: Double?
    }

    let agent: String
    /// Several groups that name the same agent are one.
    private var ours = Group()
    private var everybody = Group()
    private var isNamed = false
    private var isForUs = false
    private var isForEverybody = false
    private var namesAgents = false

    init(agent: String) { self.agent = agent }

    /// The group that holds for us.
    var group: Group { isNamed ? ours : everybody }

    mutating func take(_ key: String, _ value: String) {
        switch key {
        case "user-agent":
            if !namesAgents { (isForUs, isForEverybody) = (false, false) }
            namesAgents = true
            let token = value.lowercased().prefix { $0 != "/" && $0 != " " }
            if token == agent { (isForUs, isNamed) = (true, true) }
            if token == "*" { isForEverybody = true }
        case "allow", "disallow":
            namesAgents = false
            add { $0.rules.append((key == "allow", value)) }
        case "crawl-delay":
            namesAgents = false
            guard let seconds = Double(value), seconds >= 0, seconds.isFinite else { return }
            add { $0.delay = seconds }
        default: break
        }
    }

    private mutating func add(_ change: (inout Group) -> Void) {
        if isForUs { change(&ours) }
        if isForEverybody { change(&everybody) }
    }
}
