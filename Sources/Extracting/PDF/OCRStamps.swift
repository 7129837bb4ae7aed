import Correspondence

/// Finds what an office stamped on a letter that came in: "RECEIVED", and the date in its frame.
enum OCRStamps {
    private static let words: Set<Substring> = ["received", "filed", "docketed", "entered"]
    private static let months: Set<Substring> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    /// Moves stamps into the margin.
    static func parted(_ draft: PageDraft) -> PageDraft {
        let stamps = draft.lines.indices.filter { isStamp(draft.lines[$0].text) }
        guard !stamps.isEmpty else { return draft }
        let dates = draft.lines.indices.filter { index in
            isStampedDate(draft.lines[index].text)
                && stamps.contains { isInFrame(draft.lines[index], of: draft.lines[$0]) }
        }
        let moved = Set(stamps + dates)
        var parted = draft
        parted.lines = draft.lines.indices.filter { !moved.contains($0) }.map { draft.lines[$0] }
        parted.margin += moved.sorted().map { MarginDraft(line: draft.lines[$0], role: .stamp) }
        return parted
    }

    /// A stamp's word in capitals, with little beside it.
    private static func isStamp(_ text: String) -> Bool {
        let folded = text.lowercased()
        let words = folded.split { !$0.isLetter }
        return text == text.uppercased() && words.count <= 3 && words.first.map(Self.words.contains) ?? false
    }

    /// Stamps abbreviate and capitalise: "JUN 3 2004", "2004 JUN -3".
    private static func isStampedDate(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return text == text.uppercased() && words.count <= 5 && words.contains(where: months.contains)
            && words.contains { $0.allSatisfy(\.isNumber) }
    }

    private static func isInFrame(_ line: PrintedLine, of stamp: PrintedLine) -> Bool {
        let gap = max(line.box.top - stamp.box.bottom, stamp.box.top - line.box.bottom)
        return gap < 3 * stamp.box.height && line.box.left < stamp.box.right + 20
            && line.box.right > stamp.box.left - 20
    }
}
