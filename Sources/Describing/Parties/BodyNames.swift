import Correspondence

/// Looks up agencies by the names that addresses and letterheads print.
struct BodyNames: Sendable {
    private let ids: [String: String]
    /// For the first word of a name, how many words the longest name that begins with it has.
    private let lengths: [String: Int]
    private static let longest = 14
    private let fullNames: [(key: String, name: String)]

    init(_ registry: AgencyRegistry) {
        var ids: [String: String] = [:]
        var lengths: [String: Int] = [:]
        for agency in registry.agencies {
            let short = agency.isShortNameAmbiguous ? [] : agency.shortName.map { [$0] } ?? []
            for name in [agency.name] + agency.aliases + short {
                let key = Self.key(name)
                guard key.count > 1, ids[key] == nil else { continue }
                ids[key] = agency.id
                let words = key.split(separator: " ")
                let first = words.first.map(String.init) ?? key
                lengths[first] = max(lengths[first] ?? 0, min(words.count, Self.longest))
            }
        }
        self.ids = ids
        fullNames = registry.agencies.map { (Self.key($0.name), $0.name) }
        self.lengths = lengths
    }

    /// The agency that goes by a name.
    func agency(named name: String) -> String? { ids[Self.key(name)] }

    /// The one agency whose name begins with these words: `Administrative Office` …
    func only(beginningWith words: String) -> String? {
        let key = Self.key(words)
        guard key.split(separator: " ").count >= 2 else { return nil }
        let found = fullNames.filter { $0.key.hasPrefix(key + " of ") }
        return found.count == 1 ? found.first?.name : nil
    }

    /// Agencies named in a line, the longest name at each place.
    func agencies(in line: String) -> [String] {
        let words = Self.key(line).split(separator: " ")
        lazy var acronyms = Self.acronyms(in: line)
        lazy var heads = Self.heads(of: line)
        var found: [String] = []
        var index = 0
        var afterName = true
        while index < words.count {
            guard let (id, length) = longestName(words[index...]),
                afterName || Self.openers.contains(String(words[index - 1]))
                    || heads.contains(String(words[index])),
                // A lone word is only a name in capitals, or where it is the whole line: "House", "State".
                length > 1 || words.count == 1 || acronyms.contains(String(words[index]))
            else {
                index += 1
                afterName = false
                continue
            }
            found.append(id)
            index += length
            afterName = true
        }
        return found
    }

    private func longestName(_ words: ArraySlice<Substring>) -> (id: String, length: Int)? {
        guard let first = words.first, let most = lengths[String(first)] else { return nil }
        var length = min(most, words.count)
        while length > 0 {
            if let id = ids[words.prefix(length).joined(separator: " ")] { return (id, length) }
            length -= 1
        }
        return nil
    }

    /// Words after which a body's name may begin; after another capital word it is part of a longer name.
    private static let openers: Set<String> = NameWords.titles.union([
        "of", "for", "and", "at", "in", "with", "to", "from", "by", "attn", "attention", "before", "on",
        "states", "us",
    ])

    /// Words that a mark stands before, in small letters: a name may begin there too.
    private static func heads(of line: String) -> Set<String> {
        var heads: Set<String> = []
        for piece in line.split(whereSeparator: { ",;:()/–—|".contains($0) }).dropFirst() {
            if let word = key(String(piece)).split(separator: " ").first { heads.insert(String(word)) }
        }
        return heads
    }

    /// Words of two letters and more, all in capitals, in small letters.
    private static func acronyms(in line: String) -> Set<String> {
        var found: Set<String> = []
        for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let letters = word.unicodeScalars
            if letters.count > 1, letters.allSatisfy({ $0.properties.isUppercase }) {
                found.insert(word.lowercased())
            }
        }
        return found
    }

    /// A name without case, marks, `the`, `U.S.` and `United States`.
    static func key(_ name: String) -> String {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            guard !word.isEmpty else { return }
            let text = String(decoding: word, as: UTF8.self)
            words.append(text == "dept" ? "department" : text)
            word = []
        }
        for byte in name.lowercased().utf8 {
            switch byte {
            case 97...122, 48...57, 128...: word.append(byte)
            case UInt8(ascii: "&"):
                end()
                words.append("and")
            case UInt8(ascii: "."), UInt8(ascii: "'"): break
            default: end()
            }
        }
        end()
        var kept: [String] = []
        for (index, word) in words.enumerated() {
            if word == "the" || word == "us" && words.count > 1 { continue }
            if word == "united", index + 1 < words.count, words[index + 1] == "states", words.count > 2 {
                continue
            }
            if word == "states", index > 0, words[index - 1] == "united", words.count > 2 { continue }
            kept.append(word)
        }
        return kept.joined(separator: " ")
    }
}
