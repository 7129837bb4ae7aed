import Scanning

/// The place and date that open a statement to the press: `WASHINGTON, December 28, 2020: …`.
enum Dateline {
    /// The paragraph, and the date in it.
    static func find(in shape: LetterShape) -> (line: LetterLine, date: DateMatch)? {
        for line in shape.text.prefix(12) where line.count > 30 {
            guard line.has(place), let date = DateReader().dates(in: line.string).first, date.start < 60
            else {
                continue
            }
            return (line, date)
        }
        return nil
    }

    private static let place = Pattern(
        literal:
            #"\A\(?[A-Z][A-Z .]{2,30}(?:,\s+[A-Z][\w.]{1,12})?\s*[,(–—-]+\s*\(?[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}\)?\s*[:,–—-]"#
    )
}
