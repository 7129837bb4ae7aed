import Correspondence
import Foundation
import Testing

@testable import Extracting

@Suite struct PDFOCRTests {
    /// A row of tesseract's table: pixels of a letter sheet at 300 dots per inch.
    private func word(
        _ line: Int, _ number: Int, _ left: Int, _ top: Int, _ text: String, _ confidence: Double = 95
    )
        -> String
    {
        "5\t1\t1\t1\t\(line)\t\(number)\t\(left)\t\(top)\t\(40 * text.count)\t40\t\(confidence)\t\(text)"
    }

    private func table(_ rows: [String]) -> String {
        (["level\tpage_num\tblock_num", "1\t1\t0\t0\t0\t0\t0\t0\t2550\t3300\t-1\t"] + rows).joined(
            separator: "\n")
    }

    private var letter: [String] {
        [
            word(1, 1, 300, 300, "October"), word(1, 2, 600, 300, "12,"), word(1, 3, 740, 300, "2004"),
            word(2, 1, 300, 500, "Dear"), word(2, 2, 480, 500, "Secretary"),
        ]
    }

    @Test func wordsBecomeLinesInPoints() throws {
        let read = OCRTable(table(letter), width: 612, height: 792)
        #expect(read.lines.map(\.text) == ["October 12, 2004", "Dear Secretary"])
        #expect(read.width == 612 && read.height == 792)
        #expect(read.lines[0].box.left == 72 && read.lines[0].box.top == 72)
        #expect(abs(read.confidence - 0.95) < 0.001)
    }

    @Test func aTurnedPageKeepsItsScale() {
        let turned = "1\t1\t0\t0\t0\t0\t0\t0\t3300\t2550\t-1\t\n" + word(1, 1, 300, 300, "Harbor")
        let read = OCRTable(turned, width: 612, height: 792)
        #expect(read.width == 792 && read.height == 612)
        #expect(read.lines.first?.box.left == 72)
    }

    /// The same two lines on a sheet that lay turned on the scanner, as tesseract tells of them.
    private func turned(_ turn: PageTurn) -> String {
        let upright = [
            (1, 1, 300, 300, 280, "October"), (1, 2, 600, 300, 80, "12,"), (2, 1, 300, 500, 160, "Dear"),
            (2, 2, 480, 500, 360, "Secretary"),
        ]
        let rows = upright.map { line, number, left, top, width, text in
            let (x, y, w, h) =
                switch turn {
                case .none: (left, top, width, 40)
                case .over: (2_550 - left - width, 3_300 - top - 40, width, 40)
                case .right: (3_300 - top - 40, left, 40, width)
                case .left: (top, 2_550 - left - width, 40, width)
                }
            return "5\t1\t1\t1\t\(line)\t\(number)\t\(x)\t\(y)\t\(w)\t\(h)\t95\t\(text)"
        }
        let isOnItsSide = turn == .left || turn == .right
        let size = isOnItsSide ? "3300\t2550" : "2550\t3300"
        return (["1\t1\t0\t0\t0\t0\t0\t0\t\(size)\t-1\t"] + rows).joined(separator: "\n")
    }

    @Test(arguments: PageTurn.allCases)
    func aPageIsReadHoweverItLay(turn: PageTurn) {
        let read = OCRTable(turned(turn), width: 612, height: 792)
        #expect(read.turn == turn)
        #expect(read.lines.map(\.text) == ["October 12,", "Dear Secretary"])
        #expect(abs(read.width - 612) < 0.1 && abs(read.height - 792) < 0.1)
        #expect(abs((read.lines.first?.box.left ?? 0) - 72) < 0.1)
        #expect(abs((read.lines.last?.box.top ?? 0) - 120) < 0.1)
    }

    @Test func specksAndScrawlsAreLeftOut() {
        let rows = [
            word(1, 1, 300, 300, "Sincerely,"), word(1, 2, 760, 300, "|", 20),
            word(2, 1, 300, 500, "Qj~k", 12), word(3, 1, 300, 700, "Robin", 90),
        ]
        #expect(OCRTable(table(rows), width: 612, height: 792).lines.map(\.text) == ["Sincerely,", "Robin"])
    }

    @Test func bulletsStrokesAndFalseQuotationMarksArePutRight() {
        let rows = [
            "5\t1\t1\t1\t1\t1\t300\t320\t12\t12\t90\t.", word(1, 2, 400, 300, "the"),
            word(1, 3, 560, 300, "‘Trade"),
            word(1, 4, 840, 300, "Office"),
            word(2, 1, 300, 400, "‘Trade"), word(2, 2, 580, 400, "Office’"), word(2, 3, 900, 400, "it"),
            word(3, 1, 300, 600, "ROBIN"), word(3, 2, 540, 600, "LARCH"),
            "5\t1\t1\t1\t3\t3\t800\t480\t140\t190\t71\tXs",
        ]
        let lines = OCRTable(table(rows), width: 612, height: 792).lines
        #expect(lines.map(\.text) == ["• the Trade Office", "‘Trade Office’ it", "ROBIN LARCH"])
    }

    @Test func linesAreAsHighAsTheirTypeWhateverTheirLetters() {
        let rows = [
            word(1, 1, 300, 300, "Hamden"), word(2, 1, 300, 360, "gypsy"), word(3, 1, 300, 420, "sea"),
        ]
        let lines = OCRTable(table(rows), width: 612, height: 792).lines
        #expect(lines.map { $0.box.height > 9.6 } == [true, true, true])
    }

    @Test func theLineOfAFaxMachineIsNoText() throws {
        let rows =
            [(200, "04/20/2005"), (620, "10:13"), (840, "FAX")].enumerated()
            .map { word(1, $0 + 1, $1.0, 60, $1.1) }
            + [word(2, 1, 2_300, 62, "Zj004", 60)]
            + letter.map { $0.replacing("\t1\t1\t1\t", with: "\t1\t2\t1\t") }
        let read = merged(try PDFFixture.text("scan.pdf"), with: [OCRReading(page: 1, table: table(rows))])
        #expect(read.pages[0].text == "October 12, 2004\n\nDear Secretary")
        #expect(read.margin(0)[.header] == ["04/20/2005 10:13 FAX  Zj004"])
    }

    @Test func aPictureIsReplacedByWhatWasReadAndItsFindingWithIt() throws {
        let scan = try PDFFixture.text("scan.pdf")
        #expect(pagesForOCR(scan, settings: ExtractionSettings()) == [1, 2])
        let read = merged(scan, with: [OCRReading(page: 1, table: table(letter))])
        #expect(read.pages[0].source == .ocr && read.pages[0].text.hasPrefix("October 12, 2004"))
        #expect(read.pages[0].quality == 0.95)
        #expect(read.findings.map(\.code) == ["text-layer-garbled", "ocr-read"])
        #expect(read.pages[1] == scan.pages[1])
    }

    @Test func aGoodTextLayerIsNotGivenUp() throws {
        let text = try PDFFixture.text("letter.pdf")
        #expect(pagesForOCR(text, settings: ExtractionSettings()).isEmpty)
        #expect(merged(text, with: [OCRReading(page: 1, table: table(letter))]) == text)
    }

    @Test func settingsDecideWhatIsRead() throws {
        let scan = try PDFFixture.text("scan.pdf")
        var settings = ExtractionSettings()
        settings.ocr = .never
        #expect(pagesForOCR(scan, settings: settings).isEmpty)
        settings.ocr = .always
        #expect(pagesForOCR(try PDFFixture.text("letter.pdf"), settings: settings) == [1, 2])
    }

    @Test func whatWasStampedOnALetterIsAStamp() throws {
        let rows =
            letter + [
                word(3, 1, 1_600, 300, "RECEIVED"), word(4, 1, 1_600, 360, "OCT"),
                word(4, 2, 1_760, 360, "15"),
                word(4, 3, 1_880, 360, "2004"),
            ]
        let read = merged(try PDFFixture.text("scan.pdf"), with: [OCRReading(page: 1, table: table(rows))])
        #expect(read.pages[0].text == "October 12, 2004\n\nDear Secretary")
        #expect(read.margin(0)[.stamp] == ["RECEIVED", "OCT 15 2004"])
    }

    @Test func aPageIsRenderedAsAGrayMapOfBoundedSize() throws {
        let bytes = try PDFFixture.bytes("letter.pdf")
        let page = try picture(ofPage: 1, in: bytes)
        #expect(page.starts(with: Array("P5\n2550 3300\n255\n".utf8)))
        #expect(page.count == 17 + 2_550 * 3_300)
        let dark = page.dropFirst(17).count { $0 < 128 }
        #expect(dark > 10_000 && dark < 400_000)
        var settings = ExtractionSettings()
        settings.ocrPixels = 1_000_000
        #expect(try picture(ofPage: 1, in: bytes, settings: settings).count < 1_000_100)
        #expect(throws: ExtractionError.self) { try picture(ofPage: 3, in: bytes) }
    }
}
