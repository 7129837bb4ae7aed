import Correspondence

/// A text with its pages replaced by what OCR read of them, where that reads better.
///
/// Pure: the pictures were made by `picture(ofPage:in:settings:)` and read by tesseract before.
///
/// - Parameter readings: one for each page that was read; pages that are not in the text are ignored.
public func merged(_ text: ExtractedText, with readings: [OCRReading]) -> ExtractedText {
    var merged = text
    var drafts: [(index: Int, draft: PageDraft, table: OCRTable)] = []
    for reading in readings {
        guard let index = text.pages.firstIndex(where: { $0.number == reading.page }) else { continue }
        let layout = text.layouts[index]
        let table = OCRTable(reading.table, width: layout.width ?? 612, height: layout.height ?? 792)
        let draft = PageDraft(
            number: reading.page, width: table.width, height: table.height, lines: table.lines)
        drafts.append((index, OCRStamps.parted(draft), table))
    }
    let arranged = MarginFinder(drafts.map(\.draft)).parted().map { PageArranger.arranged($0) }
    let hyphens = HyphenRule(lines: arranged.lazy.flatMap(\.lines))
    for (entry, draft) in zip(drafts, arranged) {
        let (page, layout) = PageComposer(draft: draft, hyphens: hyphens).page(source: .ocr)
        let quality = OCRQuality(page, table: entry.table)
        let findings = merged.findings.filter { $0.page == page.number && $0.code.hasPrefix("text-layer-") }
        guard quality.isBetter(than: text.pages[entry.index], judgedBad: !findings.isEmpty) else { continue }
        merged.pages[entry.index] = quality.page
        merged.layouts[entry.index] = layout
        merged.findings.removeAll { findings.contains($0) }
        merged.findings.append(quality.finding)
    }
    merged.quality = OCRQuality.overall(of: merged)
    return merged
}

/// Weighs a page read by OCR against its text layer.
struct OCRQuality {
    let page: Page
    private let verdict: TextVerdict
    private let turn: PageTurn

    init(_ page: Page, table: OCRTable) {
        turn = table.turn
        verdict = TextVerdict(page.text)
        var page = page
        page.quality = (min(table.confidence, verdict.quality) * 100).rounded() / 100
        self.page = page
    }

    /// A good text layer is never given up; a bad one only for words.
    func isBetter(than layer: Page, judgedBad: Bool) -> Bool {
        guard !verdict.isEmpty else { return false }
        let ours = page.quality ?? 0
        let theirs = layer.quality ?? 0
        return judgedBad
            ? ours > theirs || verdict.letters > 4 * TextVerdict(layer.text).letters : ours > theirs
    }

    var finding: Finding {
        let isPoor = (page.quality ?? 0) < TextVerdict.poorBelow
        return Finding(
            isPoor ? .warning : .note, stage: "extract", code: isPoor ? "ocr-poor" : "ocr-read",
            page: page.number,
            message: "Page \(page.number) was read by OCR" + turn.told + (isPoor ? ", badly" : "")
                + "; check names and numbers against the original.")
    }

    static func overall(of text: ExtractedText) -> TextQuality {
        let bad: Set = ["text-layer-none", "text-layer-garbled", "text-layer-partial", "ocr-poor"]
        let pages = Set(text.findings.filter { bad.contains($0.code) }.compactMap(\.page))
        let read = text.pages.count { $0.source == .ocr }
        let withText = text.pages.count { !$0.text.isEmpty }
        guard withText > 0 else { return TextQuality(text: .none, reason: text.quality.reason) }
        let reason =
            pages.isEmpty
            ? "\(read) of \(text.pages.count) pages read by OCR"
            : "\(pages.count) of \(text.pages.count) pages read badly, \(read) by OCR"
        let verdict: TextQuality.Verdict = pages.count * 5 > max(withText, pages.count) ? .poor : .good
        return read == 0 ? text.quality : TextQuality(text: verdict, reason: reason)
    }
}
