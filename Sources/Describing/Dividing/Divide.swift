import Correspondence

/// The letters of one file, first to last, each with its pages; the text as it is where the file holds one.
///
/// Letters are divided only between pages, and only where both sides are letters by themselves: each begins on a
/// page of its own with an address or a date and a salutation, and ends with a closing and a name. What a letter
/// encloses stays with it: exhibits, appendices, earlier correspondence. Pages keep the numbers that they have in
/// the file.
///
/// Pure: the same text gives the same letters.
public func divide(_ text: ExtractedText) -> [ExtractedText] {
    let beginnings = LetterBoundaries(text).find()
    guard beginnings.count > 1 else { return [text] }
    return beginnings.indices.map { index in
        let end = index + 1 < beginnings.count ? beginnings[index + 1] : text.pages.count
        return text.part(index, of: beginnings.count, pages: beginnings[index]..<end)
    }
}

extension ExtractedText {
    /// One letter of several, given by its ordinal and by the indices of its pages.
    fileprivate func part(_ index: Int, of count: Int, pages range: Range<Int>) -> ExtractedText {
        var part = self
        part.pages = Array(pages[range])
        let numbers = Set(part.pages.map(\.number))
        part.layouts = layouts.filter { numbers.contains($0.page) }
        part.findings = findings.filter { $0.page.map(numbers.contains) ?? true }
        // What the document calls itself is the name of its first letter at best.
        if index > 0 { part.document.title = nil }
        let (first, last) = (pages[range.lowerBound].number, pages[range.upperBound - 1].number)
        let place = first == last ? "page \(first)" : "pages \(first) to \(last)"
        part.findings.append(
            Finding(
                .note, stage: "divide", code: "several-letters", page: first,
                message: "The file holds \(count) letters; this is letter \(index + 1), \(place)."))
        return part
    }
}
