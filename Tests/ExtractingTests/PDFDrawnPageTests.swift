import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFDrawnPageTests {
    /// A document of one letter sheet with this on it. Poppler finds the objects without a table of them.
    private func read(_ content: String) throws -> ExtractedText {
        let file = """
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R>> endobj
            4 0 obj <</Length \(content.utf8.count)>> stream
            \(content)
            endstream endobj
            trailer <</Root 1 0 R>>
            """
        return try PDFExtractor().extract(Array(file.utf8), as: .pdf, settings: ExtractionSettings())
    }

    @Test func aPageOfOutlinedLettersIsReadByOCR() throws {
        let strokes = (0..<60).map { "\(72 + 8 * $0) 600 5 8 re f" }.joined(separator: "\n")
        let text = try read(strokes)
        #expect(text.findings.map(\.code) == ["text-layer-none"])
        #expect(text.quality.text == .none)
        #expect(pagesForOCR(text, settings: ExtractionSettings()) == [1])
    }

    @Test func anEmptySheetIsNot() throws {
        let text = try read("72 600 3 3 re f")
        #expect(text.findings.map(\.code) == ["text-none"])
        #expect(pagesForOCR(text, settings: ExtractionSettings()).isEmpty)
    }
}
