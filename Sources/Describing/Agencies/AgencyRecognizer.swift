import Correspondence
import Scanning

/// Recognises public bodies by what people call them. Compiled once from the registry, used from any thread.
///
/// The longest name wins where names overlap; a short name counts only in capitals; one that also means other
/// things (`ED`, `VA`, `OCR`) only with its full name or its parent's beside it; a federal name behind a
/// state's (`Ohio Department of Transportation`) is the state's own body.
public struct AgencyRecognizer: Sendable {
    public let registry: AgencyRegistry
    private let names: AgencyNames
    private let domains: [String: Int]

    public init(_ registry: AgencyRegistry) {
        self.registry = registry
        names = AgencyNames(registry)
        var domains: [String: Int] = [:]
        for (position, agency) in registry.agencies.enumerated() {
            for domain in agency.domains { domains[domain] = domains[domain] ?? position }
        }
        self.domains = domains
    }

    /// Bodies named in a line or an address block, in its order. Parts of one block explain one another: a
    /// short name counts beside its parent, a committee beside its chamber.
    public func agencies(inBlock text: String) -> [AgencyMention] {
        resolve(sightings(in: NormalizedText(text)), isBlock: true)
    }

    /// Bodies named in running text, each as often as it is named.
    public func agencies(in text: NormalizedText) -> [AgencyMention] {
        resolve(sightings(in: text), isBlock: false)
    }

    /// The body that a mailbox or a page belongs to: `ruralmaternalrfi@cms.hhs.gov`, `https://www.cdc.gov/x`.
    public func agency(ofAddress address: String) -> String? {
        let lower = address.lowercased()
        let host =
            (lower.split(separator: "@").last ?? "").replacing("https://", with: "")
            .replacing("http://", with: "").split(whereSeparator: { $0 == "/" || $0 == "?" }).first ?? ""
        var labels = host.split(separator: ".")
        while labels.count > 1 {
            if let position = domains[labels.joined(separator: ".")] { return registry.agencies[position].id }
            labels.removeFirst()
        }
        return nil
    }

    /// The body under which a committee's letters are counted: its chamber. Others count for themselves.
    public func counted(_ id: String) -> String {
        for chamber in ["us-house", "us-senate"] where id.hasPrefix(chamber + "-") { return chamber }
        return id
    }

    // MARK: Seeing

    /// A name where it stands.
    struct Sighting {
        var name: AgencyNames.Name
        var range: Range<Int>
        /// In Unicode scalars of the text.
        var scalars: Range<Int>
        /// The agency right before it is a parent: `HHS OCR`.
        var follows: Int?
    }

    func sightings(in text: NormalizedText) -> [Sighting] {
        var found: [AhoCorasick.Match] = []
        names.automaton.forEachMatch(in: text.bytes) { match in
            guard Self.isWhole(match.range, text), isWritten(names.names[match.pattern], match.range, text)
            else { return }
            found.append(match)
        }
        found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
        var kept: [Sighting] = []
        var end = 0
        for match in found where match.range.lowerBound >= end {
            end = match.range.upperBound
            let name = names.names[match.pattern]
            if name.form == .full, GenericName.isStates(match.range, in: text) { continue }
            var sighting = Sighting(name: name, range: match.range, scalars: text.scalars(of: match.range))
            if let last = kept.last, last.name.agencies.count == 1, Self.touch(last.range, match.range, text)
            {
                sighting.follows = last.name.agencies.first
            }
            kept.append(sighting)
        }
        return kept
    }

    /// Whole words; a possessive, whose apostrophe normalising drops, belongs to none (`CMS’s`).
    private static func isWhole(_ range: Range<Int>, _ text: NormalizedText) -> Bool {
        if text.isWholeWords(range) { return true }
        guard range.upperBound < text.bytes.count, text.bytes[range.upperBound] == UInt8(ascii: "s") else {
            return false
        }
        return text.isWholeWords(range.lowerBound..<range.upperBound + 1)
    }

    /// Short names stand in capitals, full ones begin with a capital.
    private func isWritten(_ name: AgencyNames.Name, _ range: Range<Int>, _ text: NormalizedText) -> Bool {
        if name.isCapitals { return text.isCapitals(range) }
        return text.isCapitals(range.lowerBound..<range.lowerBound + 1)
    }

    /// At most a space, a slash or a possessive between two names.
    private static func touch(_ first: Range<Int>, _ second: Range<Int>, _ text: NormalizedText) -> Bool {
        let between = text.bytes[first.upperBound..<second.lowerBound]
        return between.count <= 2
            && between.allSatisfy { $0 == 32 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "s") }
    }

    // MARK: Deciding

    func resolve(_ sightings: [Sighting], isBlock: Bool, proven: Set<Int>? = nil) -> [AgencyMention] {
        let proven = proven ?? Self.proven(sightings)
        return sightings.compactMap { sighting in
            guard let agency = agency(of: sighting, proven: proven, isBlock: isBlock) else { return nil }
            return AgencyMention(
                id: registry.agencies[agency].id, scalars: sighting.scalars,
                isFullName: sighting.name.form == .full)
        }
    }

    /// Agencies that a name proves without help.
    static func proven(_ sightings: [Sighting]) -> Set<Int> {
        var proven: Set<Int> = []
        for sighting in sightings where sighting.name.form != .ambiguous && sighting.name.agencies.count == 1
        {
            proven.formUnion(sighting.name.agencies)
        }
        return proven
    }

    private func agency(of sighting: Sighting, proven: Set<Int>, isBlock: Bool) -> Int? {
        let candidates = sighting.name.agencies
        if sighting.name.form == .ambiguous {
            if let own = candidates.first(where: proven.contains) { return own }
            if let parent = sighting.follows {
                return candidates.first { ancestors($0).contains(registry.agencies[parent].id) }
            }
            return isBlock ? candidates.first { hasKin($0, proven) } : nil
        }
        guard candidates.count > 1 else { return candidates.first }
        let related = candidates.filter { proven.contains($0) || hasKin($0, proven) }
        return related.count == 1 ? related.first : nil
    }

    private func hasKin(_ agency: Int, _ proven: Set<Int>) -> Bool {
        let above = ancestors(agency)
        return proven.contains { above.contains(registry.agencies[$0].id) }
    }

    private func ancestors(_ agency: Int) -> [String] {
        registry.ancestors(of: registry.agencies[agency].id)
    }
}

/// A public body named at a place of a text.
public struct AgencyMention: Sendable, Hashable {
    public var id: String
    /// Unicode scalars of the text that was searched.
    public var scalars: Range<Int>
    /// By a full name or an alias, not by a short name.
    public var isFullName: Bool
}
