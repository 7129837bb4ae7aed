import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFFailureTests {
    @Test func anEncryptedDocumentIsNamedAsSuch() throws {
        let bytes = try PDFFixture.bytes("encrypted.pdf")
        #expect(throws: ExtractionError.encrypted) {
            try PDFExtractor().extract(bytes, as: .pdf, settings: ExtractionSettings())
        }
    }

    @Test func aTruncatedDocumentGivesItsReasonOrItsText() throws {
        let whole = try PDFFixture.bytes("testimony.pdf")
        for share in [1, 3, 5, 7, 9] {
            do throws(ExtractionError) {
                let text = try PDFExtractor().extract(
                    Array(whole.prefix(whole.count * share / 10)), as: .pdf, settings: ExtractionSettings())
                #expect(!text.pages.isEmpty)
            } catch {
                guard case .damaged(let how) = error else {
                    Issue.record("not a damage: \(error)")
                    continue
                }
                #expect(!how.isEmpty)
            }
        }
    }

    @Test func pagesOverTheLimitAreLeftOutWithAFinding() throws {
        var settings = ExtractionSettings()
        settings.maximumPages = 2
        let text = try PDFFixture.text("testimony.pdf", settings: settings)
        #expect(text.pages.count == 2)
        #expect(text.document.pageCount == 4)
        #expect(text.findings.map(\.code) == ["pages-left-out"])
    }

    @Test func aPictureWithoutTextAndALayerOfNonsenseAreFound() throws {
        let scan = try PDFFixture.text("scan.pdf")
        #expect(scan.findings.map(\.code) == ["text-layer-none", "text-layer-garbled"])
        #expect(scan.findings.map(\.page) == [1, 2])
        #expect(scan.quality.text == .poor)
        #expect(try #require(scan.pages[1].quality) < TextVerdict.poorBelow)
    }

    @Test func aDocumentWithoutTextOrPicturesSaysSo() {
        let judged = TextLayerJudge(producer: nil, creator: nil)
            .judge([Page(number: 1, text: "", source: .textLayer)], inks: [PageInk()])
        #expect(judged.quality.text == .none)
        #expect(judged.findings.map(\.code) == ["text-none"])
    }

    @Test func aTextLayerReadFromPicturesIsNoted() {
        let page = Page(number: 1, text: "We support the proposed rule and its aims.", source: .textLayer)
        let judged = TextLayerJudge(producer: "Adobe Acrobat 9 Paper Capture Plug-in", creator: nil)
            .judge([page], inks: [PageInk()])
        #expect(judged.quality.text == .good)
        #expect(judged.findings.map(\.code) == ["text-layer-ocr"])
    }
}
