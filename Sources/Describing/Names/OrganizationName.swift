import Scanning

/// Tells names of bodies from other lines, and reads them out of sentences.
enum OrganizationName {
    /// Whether a line of a letterhead, address or signature names a body.
    static func isBody(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard !words.isEmpty, words.count <= 16, let first = line.unicodeScalars.first,
            first.properties.isUppercase || first.properties.numericType != nil
        else { return false }
        var capitals = 0
        var hasBody = false
        for word in words {
            let bare = NameText.bare(word)
            if strong.contains(bare) { hasBody = true }
            if word.unicodeScalars.first?.properties.isUppercase == true || joints.contains(bare)
                || bare.isEmpty
            {
                capitals += 1
            }
        }
        return hasBody && capitals * 5 >= words.count * 4
    }

    /// Words that make a name a body's, whatever stands beside them.
    static let strong: Set<String> = NameWords.bodies.subtracting([
        "law", "health", "policy", "knowledge", "america", "american", "national", "international", "federal",
        "medicine", "medicaid", "medicare", "states", "state", "city", "county", "program", "programs",
        "region",
        "staff", "team", "rights", "research", "education", "labor", "justice", "energy", "commerce",
        "transportation",
        "agriculture", "interior", "security", "affairs", "trade", "technology", "software", "nation", "unit",
        "mission", "campaign", "section", "branch", "district", "force", "government", "system", "press",
        "exchange", "house", "school", "legal",
    ]).union(["fema", "epa", "nih", "cdc", "cms", "fda", "hhs", "usaid", "ustr"])

    /// `Saint Brendan Health System`: capitals of which the last says what the name is of.
    static func endsAsBody(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard (2...9).contains(words.count), let last = words.last, ends.contains(NameText.bare(last)) else {
            return false
        }
        return isCapitalized(line)
    }

    private static let ends: Set<String> = [
        "system", "systems", "exchange", "schools", "plan", "plans", "practice", "clinics", "therapeutics",
        "pharmaceuticals",
        "pharma", "biosciences", "sciences", "technologies", "solutions", "healthcare", "enterprises",
        "holdings",
        "insurers", "colleges", "universities", "nurses", "physicians", "surgeons", "pharmacists",
        "midwives", "pediatricians", "workers", "families", "parents", "patients", "ltd", "pllc", "plc",
        "grange",
        "movement", "task", "works", "action", "voices", "cooperative", "co-op", "agencies", "communities",
    ]

    /// Whether all words begin with a capital, save those that join.
    static func isCapitalized(_ line: String) -> Bool {
        line.split(separator: " ").allSatisfy { word in
            joints.contains(NameText.bare(word)) || word == "&"
                || word.unicodeScalars.first?.properties.isUppercase == true
        }
    }

    static let joints: Set<String> = [
        "of", "the", "and", "for", "on", "in", "to", "at", "with", "from", "a", "de", "des", "du", "la",
    ]

    /// Words after which no name goes on, though they begin with a capital at a sentence's start.
    private static let openers: Set<String> = [
        "the", "our", "we", "i", "as", "on", "this", "these", "at", "in", "since", "through",
    ]

    /// The name that begins at a word of a sentence: capitals joined by `of`, `for`, `and`, `the`, up to a mark.
    ///
    /// - Returns: the name, with the byte range of what was read; nil where no capital stands there.
    static func phrase(in text: IndexedText, at start: Int) -> (name: String, range: Range<Int>)? {
        let bytes = text.bytes
        var position = start
        var end = start
        var count = 0
        while position < bytes.count {
            let gap = position
            while position < bytes.count,
                bytes[position] == 32 || bytes[position] == 10 || bytes[position] == 9
            { position += 1 }
            // An empty line ends a paragraph and with it the name.
            if bytes[gap..<position].reduce(0, { $0 + ($1 == 10 ? 1 : 0) }) > 1 { break }
            var stop = position
            while stop < bytes.count, bytes[stop] != 32, bytes[stop] != 10, bytes[stop] != 9 { stop += 1 }
            guard stop > position else { break }
            let word = text[position..<stop]
            let bare = NameText.bare(word[...])
            guard let first = word.unicodeScalars.first else { break }
            let isJoint = first == "&" || (joints.contains(bare) && count > 0 && first.properties.isLowercase)
            // A joint is a part of the name once a further word follows.
            if !isJoint {
                guard first.properties.isUppercase else { break }
                var kept = NameText.withoutTail(word)
                if kept.isCut, isGenitive(word) { kept = (word, false) }
                end = position + kept.text.utf8.count
                count += 1
                if kept.isCut { break }
            }
            position = stop
        }
        guard count > 0, end > start else { return nil }
        var name = NameText.joined(text[start..<end])
        while let last = name.unicodeScalars.last, "’'".unicodeScalars.contains(last) { name.removeLast() }
        if let match = company.firstMatch(in: text, range: end..<min(end + 12, bytes.count)),
            match.range.lowerBound == end
        {
            return (name + text[match.range], start..<match.range.upperBound)
        }
        return (name, start..<end)
    }

    /// What a company's name ends in, behind a comma.
    private static let company = Pattern(literal: #",\s(?:Inc|LLC|LLP|Ltd|PLLC|P\.C|Corp)\b\.?"#)

    /// `Children’s Hospital`, `Birth Workers’ Union`: a name goes on behind it.
    private static func isGenitive(_ word: String) -> Bool {
        if word.hasSuffix("s’") || word.hasSuffix("s'") { return true }
        return ["children", "women", "men", "people", "mother", "father", "nurse"].contains {
            word.lowercased() == $0 + "’s" || word.lowercased() == $0 + "'s"
        }
    }
}

/// Words of names, bare.
enum NameText {
    /// In lower case, letters, digits and hyphens only: `M.D.,` → `md`.
    static func bare(_ word: Substring) -> String {
        if let plain = bareASCII(word) { return plain }
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars
        where scalar.properties.isAlphabetic || scalar == "-" || ("0"..."9").contains(scalar) {
            scalars.append(scalar)
        }
        return String(scalars).lowercased()
    }

    /// The same for a word of ASCII alone, as most are, without asking the Unicode tables; nil for others.
    private static func bareASCII(_ word: Substring) -> String? {
        var bytes: [UInt8] = []
        for byte in word.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                bytes.append(byte)
            case 0x80...: return nil
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A word without the mark that ends a name after it. `Inc.` and `U.S.` keep their dots.
    static func withoutTail(_ word: String) -> (text: String, isCut: Bool) {
        var text = word
        var isCut = false
        while let last = text.unicodeScalars.last {
            if ",;:)]”\"?!’'".unicodeScalars.contains(last) {
                text.unicodeScalars.removeLast()
                isCut = true
            } else if last == ".", !isAbbreviation(text) {
                text.unicodeScalars.removeLast()
                isCut = true
            } else {
                break
            }
        }
        for tail in ["’s", "'s"] where text.hasSuffix(tail) {
            return (String(text.dropLast(2)), true)
        }
        return (text, isCut)
    }

    private static func isAbbreviation(_ word: String) -> Bool {
        ["Inc.", "Corp.", "Co.", "St.", "Dr.", "Mr.", "Ms.", "Mrs.", "Ltd.", "No.", "Assn.", "Dept."]
            .contains(word)
            || word.dropLast().contains(".") || word.count == 2
    }

    /// White space made single, `The` at the front dropped.
    static func joined(_ text: String) -> String {
        let words = text.split(whereSeparator: { $0.isWhitespace })
        let kept = words.first.map { $0.lowercased() == "the" } == true ? words.dropFirst() : words[...]
        return kept.joined(separator: " ")
    }
}
