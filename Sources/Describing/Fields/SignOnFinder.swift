import Correspondence
import Scanning

/// Finds that several organisations sign one letter, and how many.
struct SignOnFinder {
    let shape: LetterShape
    let signatories: [Signatory]

    func find() -> SignOn? {
        guard !signatories.contains(where: { $0.evidence.rule == "signatory.witness" }) else { return nil }
        let listed = UndersignedBodies(shape: shape).find().map(\.name)
        let bodies = listed.isEmpty ? signatories.compactMap { $0.organization } : listed
        var seen: Set<String> = []
        let different = bodies.filter { seen.insert(BodyNames.key($0)).inserted }
        let stated = statedCount()
        guard different.count >= 2 || (stated ?? 0) >= 2 else { return nil }
        return SignOn(count: max(stated ?? 0, different.count), lead: different.first)
    }

    private static let count = Pattern(
        literal:
            #"\b(\d{1,3}(?:,\d{3})?)\s+(?:undersigned\s+)?(?:\w+\s+){0,4}(?:organizations|groups|associations|societies)\b.{0,40}\b(?:write|urge|ask|sign|join|thank|respectfully)|\bundersigned\s+(\d{1,4})\b|\b(\d{1,4})\s+undersigned\b"#
    )

    /// `On behalf of the 115 undersigned organizations, we write …`
    private func statedCount() -> Int? {
        let text = shape.opening.text
        guard let match = Self.count.firstMatch(in: text), let range = match[1] ?? match[2] ?? match[3] else {
            return nil
        }
        return Int(text[range].filter { $0 != "," })
    }
}
