import Correspondence
import Scanning

/// Names an office that many departments have by its department: `HHS Office of Inspector General`.
struct OfficeName {
    let directory: Directory

    func named(_ name: String, near text: IndexedText) -> String {
        guard let office = Self.first(Self.office, in: IndexedText(name)) else { return cleaned(name) }
        let department =
            Self.first(Self.department, in: IndexedText(name)) ?? Self.first(Self.department, in: text)
        guard let department, let id = directory.names.agencies(in: NameText.joined(department)).first,
            let short = directory.agencies[id]?.shortName
        else { return NameText.joined(office) }
        return "\(short) \(NameText.joined(office))"
    }

    private func cleaned(_ name: String) -> String {
        PartyText.withoutAbbreviation(PartyText.trimmed(NameText.joined(name)))
    }

    private static let office = Pattern(
        literal:
            #"\bOffice\s+of\s+(?:the\s+)?(?:Inspector\s+General|General\s+Counsel|the\s+Secretary|Inspector)\b"#,
        options: [.caseInsensitive])
    private static let department = Pattern(
        literal: #"\bDepartment\s+[Oo]f\s+\p{Lu}\w+(?:(?:,?\s+(?:and|&)\s+|,?\s+)\p{Lu}\w+){0,4}"#)

    private static func first(_ pattern: Pattern, in text: IndexedText) -> String? {
        pattern.firstMatch(in: text).map { text[$0.range] }
    }
}
