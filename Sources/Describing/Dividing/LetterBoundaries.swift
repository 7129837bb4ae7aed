import Correspondence
import Scanning

/// Finds the pages on which the letters of a file begin.
struct LetterBoundaries {
    private let text: ExtractedText

    init(_ text: ExtractedText) { self.text = text }

    /// Indices of pages, the first one first; one alone where the file is not several letters.
    func find() -> [Int] {
        guard text.pages.dropFirst().contains(where: Self.mayBegin) else { return [0] }
        let pages = LetterPage.pages(of: text)
        guard let first = LetterBeginning(pages[0]) else { return [0] }
        var found = [(page: 0, beginning: first)]
        let exhibits = pages.indices.dropFirst().first { pages[$0].opensExhibit } ?? pages.count
        let candidates = (1..<max(1, exhibits)).compactMap { page in
            Self.mayBegin(text.pages[page])
                ? LetterBeginning(pages[page]).map { (page: page, beginning: $0) } : nil
        }
        for (index, candidate) in candidates.enumerated() {
            let end = index + 1 < candidates.count ? candidates[index + 1].page : pages.count
            let last = found[found.count - 1]
            guard
                let ended = LetterEnding(pages[last.page..<candidate.page], after: last.beginning.salutation),
                let ending = LetterEnding(pages[candidate.page..<end], after: candidate.beginning.salutation),
                !ended.encloses || isTwin(last.beginning, ended, candidate.beginning, ending)
            else { continue }
            found.append(candidate)
        }
        return found.map(\.page)
    }

    /// One letter made out to two addressees on the same day: neither is the other's enclosure.
    private func isTwin(
        _ first: LetterBeginning, _ firstEnding: LetterEnding, _ second: LetterBeginning,
        _ secondEnding: LetterEnding
    ) -> Bool {
        first.date == second.date && firstEnding.signature == secondEnding.signature
            && first.addressee != second.addressee
    }

    /// Spares most files a closer look.
    private static func mayBegin(_ page: Page) -> Bool {
        greeted.isFound(in: IndexedText(page.text.prefix(6_000)))
    }

    private static let greeted = Pattern(
        literal:
            #"^\W{0,2}(?:Dear\b|To\s+(?:Whom|the)\b|(?:Ladies\s+and\s+)?Gentlem[ae]n|(?:Dear\s+)?(?:Sirs?|Madam)\b)"#,
        options: [.caseInsensitive, .lines])
}
