import Correspondence

/// A line near a page's edge, reduced to what is compared between pages.
struct EdgeLine: Sendable {
    let page: Int
    let top: Double
    /// The line's text, folded.
    let text: String
    /// The folded text with `#` for every number.
    let skeleton: String
    let numbers: [Int]
    let hasLetters: Bool

    init(_ line: PrintedLine, page: Int) {
        self.page = page
        top = line.box.top
        text = Self.folded(line.text)
        var bytes: [UInt8] = []
        var numbers: [Int] = []
        var number: Int?
        for byte in text.utf8 {
            if byte >= 0x30 && byte <= 0x39 {
                if number == nil { bytes.append(0x23) }
                number = ((number ?? 0) * 10 + Int(byte - 0x30)) % 1_000_000_000
            } else {
                if let number { numbers.append(number) }
                number = nil
                bytes.append(byte)
            }
        }
        if let number { numbers.append(number) }
        skeleton = String(decoding: bytes, as: UTF8.self)
        self.numbers = numbers
        hasLetters = skeleton.utf8.contains { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x80 }
    }

    /// Lower case, single spaces.
    static func folded(_ text: String) -> String {
        text.lowercased().split(separator: " ").joined(separator: " ")
    }

    /// Whether both are the same head or foot: their numbers are equal or count up as the pages do.
    func isLike(_ other: EdgeLine, drift: Double) -> Bool {
        guard other.page != page, abs(other.top - top) <= drift, numbers.count == other.numbers.count else {
            return false
        }
        let step = other.page - page
        return zip(numbers, other.numbers).allSatisfy { $1 == $0 || $1 - $0 == step && abs(step) <= 2 }
    }

    /// Says in words that it counts pages: "Page 3 of 7".
    var countsPages: Bool { skeleton.contains("page #") || form == "#|page" }

    /// What a fax machine prints over the first line of a page: date, time, "FAX".
    var isFaxLine: Bool {
        let times = skeleton.contains("#:#") && (skeleton.contains("#/#/#") || skeleton.contains("#-#-#"))
        return times && skeleton.contains("fax") && text.utf8.count < 80
    }

    /// Nothing but the number of its own page.
    var isContinuation: Bool { pageNumber == page }

    /// The number, where the line is nothing but a page number.
    var pageNumber: Int? {
        if let roman = Self.romans[skeleton] { return roman }
        return Self.forms.contains(form) ? numbers.first : nil
    }

    private var form: String { skeleton.filter { $0 != " " } }

    private static let forms: Set<String> = [
        "#", "-#-", "–#–", "—#—", "~#~", "[#]", "(#)", "|#", "#|", "#.", "#/#", "#of#", "p.#", "pg.#", "pg#",
        "page#",
        "page#of#", "page#of#pages", "page#/#", "page:#", "page-#", "page-#-", "-page#-", "page|#", "#|page",
        "pageno.#", "page#.",
    ]
    private static let romans: [String: Int] = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
        "xii": 12, "xiii": 13, "xiv": 14, "xv": 15,
    ]
}
