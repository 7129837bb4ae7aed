import Scanning

/// A person's name as a line prints it, without honorifics and degrees.
struct PersonName: Sendable, Hashable {
    /// `The Honorable`, `Dr.`, `Senator`, `Acting Secretary`: as printed.
    var honorific: String?
    var name: String
    /// What follows the name on its line: a title, a body.
    var rest: String?

    /// Words of the name, without suffix.
    var wordCount: Int { name.split(separator: " ").count }

    /// Reads a line that begins with a person's name; nil where it does not look like one.
    ///
    /// - Parameter needsTwo: whether a lone surname is no name. False in salutations, where an honorific or an
    ///   office must stand before it.
    static func read(_ line: String, needsTwo: Bool = true) -> PersonName? {
        var reader = PersonNameReader(line)
        return reader.read(needsTwo: needsTwo)
    }
}

/// Reads one name, word by word.
private struct PersonNameReader {
    private let words: [Substring]
    private var index = 0
    private var honorific: [Substring] = []
    private var name: [Substring] = []

    init(_ line: String) {
        words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\n" })
    }

    mutating func read(needsTwo: Bool) -> PersonName? {
        readHonorifics()
        let end = readName()
        readSuffix(isOpen: end == .suffix)
        if let first = name.first?.unicodeScalars.first, "“\"‘'".unicodeScalars.contains(first) { return nil }
        if name.contains(where: { $0.hasSuffix("’s") || $0.hasSuffix("'s") }) { return nil }
        let core = name.filter { !NameWords.suffixes.contains(NameText.bare($0)) }
        guard core.count >= (needsTwo ? 2 : 1), core.count <= 5 else { return nil }
        guard core.contains(where: { $0.unicodeScalars.count > 2 || !$0.hasSuffix(".") }) else { return nil }
        guard needsTwo || core.count > 1 || !honorific.isEmpty else { return nil }
        if core.count < 2, core.first.map({ NameText.bare($0).count < 2 }) ?? true { return nil }
        let rest = restOfLine()
        // "Free Market Institute" is a body: no mark parts its first words from the rest.
        if end == .stranger { return nil }
        if let first = rest?.split(separator: " ").first, Self.companies.contains(NameText.bare(first)) {
            return nil
        }
        return PersonName(
            honorific: honorific.isEmpty ? nil : honorific.map(Self.trimmed).joined(separator: " "),
            name: name.map(Self.trimmed).joined(separator: " ").replacingSuffixComma(), rest: rest)
    }

    /// `Helix Biologics, Inc.` is nobody.
    private static let companies: Set<String> = [
        "inc", "llc", "llp", "ltd", "corp", "co", "plc", "pllc", "lp", "gmbh", "company", "corporation",
    ]

    private enum End {
        case line, mark, title, suffix, stranger
    }

    /// `The Honorable`, `Hon.`, `Dr.`, `Chairman`, `Acting Secretary`.
    private mutating func readHonorifics() {
        while index < words.count {
            let bare = NameText.bare(words[index])
            let isHonorific = NameWords.honorifics.contains(bare)
            let isOffice = NameWords.offices.contains(bare) || NameWords.qualifiers.contains(bare)
            guard isHonorific || isOffice, index + 1 < words.count,
                !Self.endsPhrase(words[index], isHonorific)
            else { break }
            // A qualifier counts only before an office: "The Honorable", "Acting Secretary".
            if !isHonorific, !NameWords.offices.contains(bare), !hasOfficeAhead() { break }
            honorific.append(words[index])
            index += 1
        }
    }

    private func hasOfficeAhead() -> Bool {
        words[(index + 1)...].prefix(3).contains {
            let bare = NameText.bare($0)
            return NameWords.offices.contains(bare) || NameWords.honorifics.contains(bare)
        }
    }

    private mutating func readName() -> End {
        while index < words.count {
            let word = words[index]
            let bare = NameText.bare(word)
            if name.count >= 2, isTitleStart(bare) { return .title }
            guard Self.isNameWord(word, bare, isFirst: name.isEmpty) else {
                return name.count >= 2 && Self.opensRest(word) ? .mark : .stranger
            }
            name.append(word)
            index += 1
            if word.hasSuffix(",") {
                return index < words.count && NameWords.suffixes.contains(NameText.bare(words[index]))
                    ? .suffix : .mark
            }
            if Self.endsWithMark(word) { return .mark }
        }
        return .line
    }

    private func isTitleStart(_ bare: String) -> Bool {
        NameWords.titles.contains(bare) || NameWords.degrees.contains(bare) && bare.count > 1
    }

    private mutating func readSuffix(isOpen: Bool) {
        guard isOpen, index < words.count else { return }
        name.append(words[index])
        index += 1
    }

    /// The rest of the line without degrees.
    private func restOfLine() -> String? {
        var rest = words[index...]
        while let word = rest.first {
            let bare = NameText.bare(word)
            let isDegree = NameWords.degrees.contains(bare) || Self.looksLikeDegree(word)
            guard isDegree || bare.isEmpty else { break }
            rest = rest.dropFirst()
        }
        let text = rest.joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    // MARK: Words

    static func trimmed(_ word: Substring) -> Substring {
        var word = word
        while let last = word.unicodeScalars.last, last == "," || last == ";" || last == ":" || last == "|" {
            word = word.dropLast()
        }
        return word
    }

    private static func endsPhrase(_ word: Substring, _ isHonorific: Bool) -> Bool {
        word.hasSuffix(",") || word.hasSuffix(":") || word.hasSuffix(";")
            || (word.hasSuffix(".") && !isHonorific && word.count > 4)
    }

    private static func endsWithMark(_ word: Substring) -> Bool {
        guard let last = word.unicodeScalars.last else { return true }
        return last == ";" || last == ":" || last == "|"
    }

    private static func opensRest(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return "(–—-|/;[".unicodeScalars.contains(first)
    }

    static func looksLikeDegree(_ word: Substring) -> Bool {
        let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        let capitals = letters.filter { $0.properties.isUppercase }
        return (2...6).contains(letters.count) && capitals.count * 2 > letters.count
            && (word.contains(".") && !word.hasSuffix("..") && capitals.count >= 2)
    }

    private static func isNameWord(_ word: Substring, _ bare: String, isFirst: Bool) -> Bool {
        guard let first = firstLetter(word), !bare.isEmpty else { return false }
        if NameWords.particles.contains(bare), !isFirst { return true }
        guard first.properties.isUppercase else { return false }
        guard word.unicodeScalars.allSatisfy({ isNameScalar($0) }) else { return false }
        if NameWords.bodies.contains(bare) || NameWords.others.contains(bare) { return false }
        if NameWords.titles.contains(bare) { return false }
        return true
    }

    private static func firstLetter(_ word: Substring) -> Unicode.Scalar? {
        word.unicodeScalars.first { !"“\"‘'(".unicodeScalars.contains($0) && !InvisibleMarks.isInvisible($0) }
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ".,-’'‘`“”\"‐‑;:|".unicodeScalars.contains(scalar)
            || InvisibleMarks.isInvisible(scalar) || scalar.properties.generalCategory == .nonspacingMark
    }
}

/// Zero-width characters, which publishing systems leave inside words.
enum InvisibleMarks {
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{AD}" || scalar == "\u{FEFF}" || (0x200B...0x200F).contains(scalar.value)
    }
}

extension String {
    /// `Robert Roe Jr.` keeps its comma where one was printed: `Robert Roe, Jr.`
    fileprivate func replacingSuffixComma() -> String {
        guard let last = split(separator: " ").last,
            NameWords.suffixes.contains(NameText.bare(last)), last.count <= 4
        else { return self }
        let head = dropLast(last.count + 1)
        return head.hasSuffix(",") || last.allSatisfy({ $0 != "." && $0.isUppercase })
            ? self : "\(head), \(last)"
    }
}
