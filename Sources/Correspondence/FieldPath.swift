/// The place of a value in a record, as people write it: `sender`, `date`, `addressees.0.address`.
///
/// Only values that a person can know from the letter have a path; ids, pages and provenance have none.
public struct FieldPath: Sendable, Hashable, Codable, CustomStringConvertible {
    /// From the record's root: keys and, in lists, positions from 0.
    public let parts: [String]

    public var description: String { parts.joined(separator: ".") }

    /// Nil for a path that leads to nothing that may be corrected.
    public init?(_ text: String) {
        var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if let main = Self.mainKeys[text] { parts.append(main) }
        switch parts.count {
        case 1: guard Self.plain.contains(text) else { return nil }
        case 2: guard Self.objects[parts[0]]?.contains(parts[1]) == true else { return nil }
        case 3:
            guard Self.lists[parts[0]]?.contains(parts[2]) == true, let position = Int(parts[1]),
                (0..<100_000).contains(position), String(position) == parts[1]
            else { return nil }
        default: return nil
        }
        self.parts = parts
    }

    /// The position in a list; nil outside of lists.
    public var position: Int? { parts.count == 3 ? Int(parts[1]) : nil }

    /// The same value of another entry of the list.
    public func at(_ position: Int) -> FieldPath {
        parts.count == 3 ? FieldPath(checked: [parts[0], String(position), parts[2]]) : self
    }

    /// Without this value what holds it has no meaning: both go together.
    public var isEssential: Bool {
        guard parts.count > 1, let key = parts.last else { return false }
        return Self.essential[parts[0]]?.contains(key) ?? false
    }

    /// Everything that may be written, for messages; `N` stands for a position from 0.
    public static var known: [String] {
        plain + objects.keys.sorted().flatMap { key in (objects[key] ?? []).map { "\(key).\($0)" } }
            + lists.keys.sorted().flatMap { key in (lists[key] ?? []).map { "\(key).N.\($0)" } }
    }

    private init(checked parts: [String]) { self.parts = parts }

    private static let mainKeys = ["date": "value", "subject": "value", "sender": "organization"]
    private static let plain = ["kind", "language", "title"]
    private static let objects = [
        "date": ["value"], "subject": ["value"], "sender": ["organization", "agency"],
        "signOn": ["count", "lead"], "submission": ["channel", "address"],
    ]
    private static let party = ["name", "honorific", "title", "office", "organization", "agency", "address"]
    private static let lists = [
        "signatories": ["name", "title", "organization"], "addressees": party, "copied": party,
        "agencies": ["id", "role"], "identifiers": ["type", "value", "printed", "congress"],
        "dates": ["role", "value"], "answers": ["identifier"],
        "asks": ["text", "direction", "object", "about"], "events": ["date", "kind", "text"],
    ]
    private static let essential = [
        "date": ["value"], "subject": ["value"], "sender": ["organization"], "signOn": ["count"],
        "submission": ["channel"], "signatories": ["name"], "agencies": ["id", "role"],
        "identifiers": ["type", "value", "printed"], "dates": ["role", "value"], "answers": ["identifier"],
        "asks": ["text", "direction"], "events": ["date", "kind", "text"],
    ]
}

extension FieldPath {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let path = FieldPath(text) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no field: \(text)"))
        }
        self = path
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// What values the field takes, where a given one is not among them; nil where it is.
    public func expectation(unmetBy value: String) -> String? {
        switch (parts[0], parts.last ?? "") {
        case ("kind", _): Self.choice(LetterKind(rawValue: value), LetterKind.allCases.map(\.rawValue))
        case ("date", _), ("dates", "value"), ("events", "date"):
            EDTFDate(value) == nil ? "a date such as 2020-05-31, 2020-05 or 2020~" : nil
        case ("signOn", "count"), ("identifiers", "congress"):
            (Int(value) ?? 0) < 1 ? "a whole number from 1" : nil
        case ("identifiers", "type"):
            Self.choice(Identifier.Kind(rawValue: value), Identifier.Kind.allCases.map(\.rawValue))
        case ("submission", "channel"):
            Self.choice(Submission.Channel(rawValue: value), ["electronic", "mail", "email", "fax", "hand"])
        case ("agencies", "role"):
            Self.choice(
                AgencyReference.Role(rawValue: value), ["addressee", "copied", "mentioned", "sender"])
        case ("asks", "direction"):
            Self.choice(Ask.Direction(rawValue: value), ["support", "oppose", "request", "recommend"])
        default: nil
        }
    }

    /// Whether the record keeps it as a number.
    public var isNumber: Bool { ["count", "congress"].contains(parts.last ?? "") }

    private static func choice(_ found: Any?, _ all: [String]) -> String? {
        found == nil ? "one of \(all.joined(separator: ", "))" : nil
    }
}
