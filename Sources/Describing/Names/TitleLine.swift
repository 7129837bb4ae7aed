/// Tells a person's title from other lines.
enum TitleLine {
    /// `Executive Director`, `Chair, Board of Directors`, `Deputy Administrator, Wage and Hour Division`.
    static func isTitle(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard !words.isEmpty, words.count <= 14, let first = line.unicodeScalars.first,
            first.properties.isUppercase
        else { return false }
        let segment = words.prefix(words.prefix { !$0.hasSuffix(",") }.count + 1)
        guard let title = segment.firstIndex(where: { NameWords.titles.contains(NameText.bare($0)) }) else {
            return false
        }
        let small = words.filter { $0.unicodeScalars.first?.properties.isLowercase == true }.count
        guard small * 2 <= words.count else { return false }
        return !beginsBody(segment, title)
    }

    /// `Office of Inspector General`, `Department of Labor Secretary's Office`: a body, whatever titles it holds.
    private static func beginsBody(_ words: ArraySlice<Substring>, _ title: Int) -> Bool {
        let bare = words.map { NameText.bare($0) }
        guard let first = bare.first else { return false }
        if ["us", "united", "u"].contains(first) {
            return bare.count > 4 || !["senator", "attorney", "representative"].contains(bare.last)
        }
        if ["office", "offices", "department", "bureau", "division"].contains(first) { return true }
        guard let body = bare.firstIndex(where: { OrganizationName.strong.contains($0) }) else {
            return false
        }
        // `Center for Birth Justice` ends in no title.
        let endsInTitle =
            bare.last.map { NameWords.titles.contains($0) && $0 != "justice" && $0 != "general" } ?? false
        return body < title && !endsInTitle
    }
}
