import Scanning

/// Replaces the names of writer and addressee by one sign each, so that the clues need not know them.
struct AskNames {
    static let writer = "\u{1}"
    static let addressee = "\u{2}"
    private let pattern: Pattern?

    init(writers: [String], addressed: [String]) {
        let offices = "(?<office>[Tt]he (?:\(Self.offices.joined(separator: "|"))))"
        let groups =
            Self.group("writer", writers).map { [$0] } ?? []
        let all = groups + (Self.group("addressee", addressed).map { [$0] } ?? []) + [offices]
        do {
            pattern = try Pattern(#"\b(?:"# + all.joined(separator: "|") + #")\b"#)
        } catch {
            // Names are quoted, so this cannot be; without signs only "we" and "I" write.
            pattern = nil
        }
    }

    func mark(_ sentence: String) -> String {
        guard let pattern else { return sentence }
        let text = IndexedText(sentence)
        var marked = ""
        var end = 0
        pattern.search(text) { match in
            marked += text[end..<match.range.lowerBound]
            marked += match["writer"] != nil ? Self.writer : Self.addressee
            end = match.range.upperBound
            return true
        }
        return end == 0 ? sentence : marked + text[end..<text.bytes.count]
    }

    /// The longest name first, each taken literally.
    private static func group(_ name: String, _ names: [String]) -> String? {
        let quoted = names.filter { $0.utf8.count > 1 }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
            .map { #"\Q"# + $0.replacing(#"\E"#, with: "") + #"\E"# }
        return quoted.isEmpty ? nil : "(?:[Tt]he )?(?<\(name)>\(quoted.joined(separator: "|")))"
    }

    /// What a letter calls its addressee.
    private static let offices = [
        "Department", "Agency", "Administration", "Committee", "Subcommittee", "Commission", "Secretary",
        "Administrator", "Court", "Legislature", "Bureau", "Service", "Office", "Director",
    ]
}
