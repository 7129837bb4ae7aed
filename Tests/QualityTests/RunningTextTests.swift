import ChildEnd
import Correspondence
import Extracting
import Foundation
import Reporting
import Testing

/// The text of PDFs beside what `pdftotext` (Debian: `poppler-utils`) makes of them. `LETTERBOOK_FIGURES=1` prints the
/// figures.
@Suite struct RunningTextTests {
    private static let peer = "/usr/bin/pdftotext"
    private static let hasPeer = FileManager.default.isExecutableFile(atPath: peer)

    @Test func `A text has its own words in its own order`() {
        let text = RunningText("The ofﬁce of the clerk, re\u{AD}ceived.")
        #expect(text.words == ["the", "office", "of", "the", "clerk", "received"])
        let turned = RunningText("clerk the of office the received")
        #expect(text.wordF1(turned) == 1)
        // In one order stand "the of the received", four of six.
        #expect(abs(text.orderF(turned) - 2.0 / 3) < 0.001)
        #expect(text.missing(in: RunningText("the office of clerk")) == ["the": 1, "received": 1])
    }

    @Test(.enabled(if: hasPeer, "pdftotext is not installed"))
    func `The running text of our samples is at least as good as pdftotext's`() throws {
        let folder = GoldFolders.samples
        let gold = try GoldPassages.read(GoldFolders.text("passages-gold.jsonl", in: folder))
        var scores: [(ours: Score, theirs: Score)] = []
        for label in gold where label.file.hasSuffix(".pdf") && !label.file.contains("scan") {
            let file = folder.appendingPathComponent(label.file)
            let wanted = RunningText(label.passages.joined(separator: "\n"))
            let ours = Score(try Self.pages(file).map(\.text).joined(separator: "\n"), against: wanted)
            let theirs = Score(try Self.pdftotext(file), against: wanted)
            #expect(ours.lost == [:], "\(label.file) lost words of its source")
            #expect(
                ours.words >= theirs.words && ours.order >= theirs.order, "\(label.file) \(ours) \(theirs)")
            scores.append((ours, theirs))
        }
        #expect(scores.count > 20)
        Self.show("samples, Letterbook", scores.map(\.ours))
        Self.show("samples, pdftotext", scores.map(\.theirs))
    }

    @Test(
        .enabled(if: hasPeer, "pdftotext is not installed"),
        .enabled(if: GoldFolders.real != nil, "\(GoldFolders.absence)"))
    func `Every word that pdftotext finds in the real PDFs is in text or margin`() throws {
        let folder = try #require(GoldFolders.real).appendingPathComponent("letters")
        let files = (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { $0.hasSuffix(".pdf") }
        var (all, respelt) = (0, 0)
        for name in files.sorted() {
            let file = folder.appendingPathComponent(name)
            let ours = RunningText(
                try Self.pages(file).map { $0.text + "\n" + ($0.margin ?? "") }.joined(separator: "\n"))
            let theirs = RunningText(try Self.pdftotext(file))
            let missing = theirs.missing(in: ours)
            // Joined over a line's end, or parted from a note mark: there are its letters, in a row.
            let squeezed = ours.squeezed
            let known = Set(ours.words)
            let lost = missing.keys.filter { !squeezed.contains(Self.bare($0)) && !Self.isOfTwo($0, known) }
            #expect(lost.isEmpty, "\(name) lost \(lost.sorted())")
            all += theirs.words.count
            respelt += missing.values.reduce(0, +)
        }
        #expect(all > 1_000)
        #expect(Double(respelt) < 0.005 * Double(all))
        Self.show("real PDFs: \(files.count), words of pdftotext \(all), spelt otherwise \(respelt)")
    }

    /// Without the number of a note at its end.
    private static func bare(_ word: Substring) -> Substring {
        var word = word
        while word.count > 2, word.last?.isNumber ?? false { word.removeLast() }
        return word
    }

    /// Two words of ours that pdftotext writes as one: a word and a note mark, or the two ends of a broken line
    /// between which something else stands.
    private static func isOfTwo(_ word: Substring, _ known: Set<Substring>) -> Bool {
        word.indices.dropFirst().contains { known.contains(word[..<$0]) && known.contains(word[$0...]) }
    }

    private struct Score {
        let words: Double
        let order: Double
        let lost: [Substring: Int]

        init(_ text: String, against wanted: RunningText) {
            let read = RunningText(text)
            words = wanted.wordF1(read)
            order = wanted.orderF(read)
            lost = wanted.missing(in: read)
        }
    }

    private static func show(_ name: String, _ scores: [Score]) {
        let count = Double(max(1, scores.count))
        let words = scores.map(\.words).reduce(0, +) / count
        let order = scores.map(\.order).reduce(0, +) / count
        show(name + String(format: ": word F1 %.4f, order F %.4f", words, order))
    }

    private static func show(_ line: String) {
        if ProcessInfo.processInfo.environment["LETTERBOOK_FIGURES"] != nil { print(line) }
    }

    private static func pages(_ file: URL) throws -> [Page] {
        try extract([UInt8](Data(contentsOf: file)), as: .pdf).pages
    }

    private static func pdftotext(_ file: URL) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: peer)
        process.arguments = [file.path, "-"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return String(decoding: text, as: UTF8.self)
    }
}
