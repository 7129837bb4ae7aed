import ChildEnd
import Correspondence
import Extracting
import Foundation
import Testing

/// What OCR reads of our own samples, scanned at 200 dots per inch and worn, beside the text that they were scanned
/// from. `LETTERBOOK_FIGURES=1` prints the figures.
@Suite struct ScanTests {
    private static let program = "/usr/bin/tesseract"
    private static let dotsPerInch = 200

    enum Wear: String, CaseIterable {
        case none, askew, onItsSide, specked, all

        func worn(_ sheet: ScannedSheet) -> ScannedSheet {
            switch self {
            case .none: sheet
            case .askew: sheet.askew(3)
            case .onItsSide: sheet.onItsSide()
            case .specked: sheet.specked(oneIn: 400)
            case .all: sheet.askew(-1).specked(oneIn: 800).onItsSide()
            }
        }

        /// Word F1 and order F that must be reached.
        var floor: Double { self == .specked || self == .all ? 0.9 : 0.97 }
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: program), "tesseract is not installed"),
        arguments: Wear.allCases)
    func `A scan is read however it lies and whatever it has been through`(wear: Wear) throws {
        let file = GoldFolders.samples.appendingPathComponent("2021-07-20-omh-reply-to-league.pdf")
        let letter = [UInt8](try Data(contentsOf: file))
        let page = try #require(extract(letter, as: .pdf).pages.first)
        var settings = ExtractionSettings()
        settings.ocrResolution = Self.dotsPerInch
        let sheet = try #require(ScannedSheet(map: picture(ofPage: 1, in: letter, settings: settings)))
        let scan = wear.worn(sheet).document(dotsPerInch: Self.dotsPerInch)

        let before = try extract(scan, as: .pdf)
        #expect(pagesForOCR(before, settings: ExtractionSettings()) == [1])
        let table = try Self.tesseract(picture(ofPage: 1, in: scan))
        let read = try #require(merged(before, with: [OCRReading(page: 1, table: table)]).pages.first)
        #expect(read.source == .ocr)

        let wanted = RunningText(page.text + "\n" + (page.margin ?? ""))
        let found = RunningText(read.text + "\n" + (read.margin ?? ""))
        let (words, order) = (wanted.wordF1(found), wanted.orderF(found))
        #expect(words >= wear.floor && order >= wear.floor, "\(words) \(order)")
        if ProcessInfo.processInfo.environment["LETTERBOOK_FIGURES"] != nil {
            print("scan, \(wear): " + String(format: "word F1 %.3f, order F %.3f", words, order))
        }
    }

    private static func tesseract(_ picture: [UInt8]) throws -> String {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = Tesseract.arguments
        process.environment = Tesseract.environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It reads the whole picture before it writes.
        try input.fileHandleForWriting.write(contentsOf: picture)
        try input.fileHandleForWriting.close()
        let table = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return String(decoding: table, as: UTF8.self)
    }
}
