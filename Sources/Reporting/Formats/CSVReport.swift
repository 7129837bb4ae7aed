import Correspondence

extension LetterFormat {
    /// CSV as RFC 4180 has it (rfc-editor.org/rfc/rfc4180), a letter a row; several values of a column are
    /// divided by a semicolon.
    static let csv = LetterFormat(
        id: "csv", summary: "CSV for spreadsheets (RFC 4180)", hasHeader: false,
        begin: { _ in CSVReport.row(CSVReport.columns.map(\.name)) },
        item: { item, _, _ in CSVReport.row(CSVReport.columns.map { $0.value(item) ?? "" }) })
}

enum CSVReport {
    struct Column: Sendable {
        let name: String
        let value: @Sendable (LetterItem) -> String?
    }

    static let columns: [Column] = [
        Column(name: "id") { $0.letter.id },
        Column(name: "date") { $0.letter.date?.value.description },
        Column(name: "kind") { $0.letter.kind.rawValue },
        Column(name: "title") { $0.letter.title },
        Column(name: "sender") { $0.letter.sender?.organization },
        Column(name: "signatories") { list($0.letter.signatories.map(\.name)) },
        Column(name: "addressees") { list($0.letter.addressees.compactMap { $0.name ?? $0.organization }) },
        Column(name: "agencies") { list($0.letter.agencies.map(\.id)) },
        Column(name: "topics") { list($0.letter.topics.map(\.id)) },
        Column(name: "identifiers") { list($0.letter.identifiers.map(\.value)) },
        Column(name: "asks") { list($0.letter.asks.map(\.text)) },
        Column(name: "quality") { $0.letter.quality.text.rawValue },
        Column(name: "withdrawn") { $0.letter.withdrawn?.since },
        Column(name: "url") { $0.letter.custody.compactMap(\.url).first },
        Column(name: "path") { $0.letter.original.paths.first },
        Column(name: "page") { $0.snippet?.page.map(String.init) },
        Column(name: "snippet") { $0.snippet?.text },
    ]

    static func row(_ values: [String]) -> String {
        values.map(field).joined(separator: ",") + "\r\n"
    }

    /// Spreadsheets take what begins so for a formula; an apostrophe makes it text again.
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    /// In quotation marks, where what stands in it would end the cell.
    static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + escapedText(text) { $0 == "\"" ? "\"\"" : nil } + "\""
    }

    static func field(_ text: String) -> String {
        quoted(guarded(cleanText(text)))
    }

    /// Each value once, in order.
    private static func list(_ values: [String]) -> String? {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
}
