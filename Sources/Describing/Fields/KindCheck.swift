import Correspondence

/// Takes back the kind `comment` where the letter goes to a body that publishes no rules for comment.
struct KindCheck {
    let description: Description

    init(_ description: Description) { self.description = description }

    var kind: Evidenced<LetterKind> {
        let kind = description.kind
        guard kind.value == .comment, ["kind.opening", "kind.request"].contains(kind.evidence.rule) else {
            return kind
        }
        let addressed = description.agencies.filter { $0.role == .addressee }.map(\.id)
        guard !addressed.isEmpty, addressed.allSatisfy(Self.publishesNoRules) else { return kind }
        return Evidenced(.letter, kind.evidence)
    }

    /// Congress, the White House, the reviewers of rules, legislatures and courts.
    private static func publishesNoRules(_ id: String) -> Bool {
        [
            "us-house", "us-senate", "congress", "eop", "wh", "omb", "oira", "jcus", "aousc", "fjc", "cbo",
            "gao",
        ].contains(id)
            || id.hasSuffix("-legislature") || id.hasSuffix("-senate") || id.hasSuffix("-house")
            || isCourt(id)
    }

    private static func isCourt(_ id: String) -> Bool {
        if id.hasPrefix("ca"), id.dropFirst(2).allSatisfy({ $0.isNumber }), id.count > 2 { return true }
        return (3...4).contains(id.count) && id.hasSuffix("d")
            && StateNames.codes.values.contains(String(id.prefix(2)))
    }
}
