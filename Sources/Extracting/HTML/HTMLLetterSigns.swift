import Markup

/// Whether a page carries a letter, told by its salutation and its closing.
enum HTMLLetterSigns {
    /// The text nodes that open and close the letter; nil where the page carries none.
    static func find(in page: HTMLPage) -> (salutation: Int, closing: Int)? {
        var salutation: Int?
        for node in page.document.nodes.indices where page.tag(node) == .text {
            guard page.sizes[node] > 3 else { continue }
            if begins(node, with: closings, page), let salutation { return (salutation, node) }
            if salutation == nil, page.sizes[node] < 120, begins(node, with: salutations, page) {
                salutation = node
            }
        }
        return nil
    }

    private static func begins(_ node: Int, with words: [[UInt8]], _ page: HTMLPage) -> Bool {
        let bytes = page.document.bytes
        let range = page.document.text(node)
        guard let start = range.first(where: { bytes[$0] > 0x20 }) else { return false }
        return words.contains { word in
            start + word.count <= range.upperBound
                && zip(word, bytes[start..<start + word.count]).allSatisfy { $0 == ($1 | 0x20) }
        }
    }

    private static func words(_ list: [String]) -> [[UInt8]] {
        list.map { $0.utf8.map { $0 | 0x20 } }
    }

    private static let salutations = words([
        "dear ", "to whom it may concern", "to the honorable", "sehr geehrte", "madame, monsieur", "estimado",
        "estimada",
    ])

    private static let closings = words([
        "sincerely", "respectfully", "very truly yours", "yours truly", "yours sincerely", "yours faithfully",
        "best regards",
        "kind regards", "with best regards", "most respectfully", "with appreciation", "cordially",
        "mit freundlichen",
        "atentamente", "regards,", "warm regards", "thank you for your consideration",
    ])
}
