import Correspondence

/// How tesseract is asked to read a page. It runs as a limited child of its own, never in the worker.
public enum Tesseract {
    /// The program's name, to be looked up in the caller's `PATH`; Debian's package is `tesseract-ocr`.
    public static let program = "tesseract"

    /// Reads an image from standard input and writes a table of words to standard output. Mode 1 finds out first
    /// how the page is turned.
    public static let arguments = ["stdin", "stdout", "-l", "eng", "--psm", "1", "tsv"]

    /// Four threads cost three times the CPU of one.
    public static let environment = ["OMP_THREAD_LIMIT": "1"]
}

/// What tesseract wrote about one page.
public struct OCRReading: Sendable, Hashable, Codable {
    /// From 1, as in `Page.number`.
    public var page: Int
    /// Its table, tab-separated.
    public var table: String

    public init(page: Int, table: String) {
        self.page = page
        self.table = table
    }
}

/// The pages of a text that OCR should read, from 1; none for other formats than PDF.
public func pagesForOCR(_ text: ExtractedText, settings: ExtractionSettings) -> [Int] {
    guard text.mediaType == .pdf else { return [] }
    switch settings.ocr {
    case .never: return []
    case .always: return text.pages.map(\.number)
    case .auto:
        let codes: Set = ["text-layer-none", "text-layer-garbled", "text-layer-partial"]
        let bad = Set(text.findings.filter { codes.contains($0.code) }.compactMap(\.page))
        return text.pages.map(\.number).filter(bad.contains)
    }
}
