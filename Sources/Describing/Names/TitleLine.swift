/// Tells a person's title from other lines.
enum TitleLine {
    /// `Executive Director`, `Chair, Board of Directors`, `Deputy Administrator, Wage and Hour Division`.
    static func isTitle(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard !words.isEmpty, words.count <= 14, let first = line.unicodeScalars.first,
            first.properties.isUppercase
        else { return false }
        let segment = words.prefix { !$0.hasSuffix(",") }.count + 1
        guard words.prefix(segment).contains(where: { NameWords.titles.contains(NameText.bare($0)) }) else {
            return false
        }
        let small = words.filter { $0.unicodeScalars.first?.properties.isLowercase == true }.count
        return small * 2 <= words.count
    }
}
