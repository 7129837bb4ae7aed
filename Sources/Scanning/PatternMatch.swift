/// What a pattern found: byte ranges in the text that was searched.
public struct PatternMatch: Sendable, Hashable {
    /// The whole match.
    public let range: Range<Int>
    /// The numbered groups, group 1 first; nil for a group that took no part.
    public let groups: [Range<Int>?]
    private let names: [String: Int]

    init(range: Range<Int>, groups: [Range<Int>?], names: [String: Int]) {
        self.range = range
        self.groups = groups
        self.names = names
    }

    /// The range of a numbered group: 1 is the first, 0 the whole match.
    public subscript(group: Int) -> Range<Int>? {
        if group == 0 { return range }
        return groups.indices.contains(group - 1) ? groups[group - 1] : nil
    }

    /// The range of a named group, `(?<page>\d+)`; nil too where the pattern has no such group.
    public subscript(name: String) -> Range<Int>? {
        names[name].flatMap { self[$0] }
    }
}
