import Correspondence

/// Gives every page its quality, the document its verdict, and says what a person should look at.
struct TextLayerJudge {
    /// The share of a page from which on an image may be a picture of text.
    static let leastImage = 0.05

    let producer: String?
    let creator: String?

    /// Programs whose text layers are read from pictures.
    private static let readers = [
        "ocr", "paper capture", "acrobat capture", "abbyy", "finereader", "tesseract", "omnipage", "scansoft",
        "cvision", "readiris", "kofax", "adobe scan", "iris",
    ]

    func judge(
        _ pages: [Page], inks: [PageInk]
    ) -> (pages: [Page], quality: TextQuality, findings: [Finding]) {
        var judged: [Page] = []
        var findings: [Finding] = []
        var tally: [TextQuality.Verdict: Int] = [:]
        for (page, ink) in zip(pages, inks) {
            let verdict = TextVerdict(page.text + "\n" + (page.margin ?? ""))
            var page = page
            page.quality = verdict.quality
            judged.append(page)
            guard let (kind, finding) = assess(verdict, page: page.number, ink: ink) else { continue }
            tally[kind, default: 0] += 1
            if let finding { findings.append(finding) }
        }
        if tally.isEmpty { findings.append(Self.nothing) }
        if isOCR { findings.append(Self.ocrNote(producer ?? creator ?? "")) }
        return (judged, Self.overall(tally, pages: pages.count), findings)
    }

    private var isOCR: Bool {
        let names = ((producer ?? "") + " " + (creator ?? "")).lowercased()
        return Self.readers.contains { names.contains($0) }
    }

    /// nil for an empty sheet.
    private func assess(
        _ verdict: TextVerdict, page: Int, ink: PageInk
    ) -> (TextQuality.Verdict, Finding?)? {
        if verdict.isEmpty, ink.imageShare > Self.leastImage {
            return (.none, Self.finding("text-layer-none", page, "Page \(page) is a picture without text"))
        }
        if verdict.isEmpty, ink.isDrawn {
            return (.none, Self.finding("text-layer-none", page, "Page \(page) is drawn, without text"))
        }
        if verdict.hasNothing { return nil }
        if verdict.quality < TextVerdict.poorBelow {
            return (.poor, Self.finding("text-layer-garbled", page, "The text of page \(page) reads badly"))
        }
        if ink.imageShare > 0.5, verdict.letters < 100 {
            return (.poor, Self.finding("text-layer-partial", page, "Page \(page) is mostly a picture"))
        }
        return (.good, nil)
    }

    private static func finding(_ code: String, _ page: Int, _ what: String) -> Finding {
        Finding(
            .warning, stage: "extract", code: code, page: page,
            message: what + "; read the original, or let OCR read it.")
    }

    private static let nothing = Finding(
        .warning, stage: "extract", code: "text-none",
        message:
            "No page has text or a picture of text: the sheets are blank; look at the original."
    )

    private static func ocrNote(_ program: String) -> Finding {
        Finding(
            .note, stage: "extract", code: "text-layer-ocr",
            message: "The text was read from pictures by \(program); names and numbers may be misread.")
    }

    private static func overall(_ tally: [TextQuality.Verdict: Int], pages: Int) -> TextQuality {
        let good = tally[.good] ?? 0
        let poor = tally[.poor] ?? 0
        let none = tally[.none] ?? 0
        if good + poor == 0 {
            return TextQuality(
                text: .none, reason: none == 0 ? "blank pages" : "pictures without a text layer")
        }
        if poor + none == 0 { return TextQuality(text: .good) }
        let bad = poor + none
        let reason = "\(bad) of \(pages) page\(pages == 1 ? "" : "s") without a readable text layer"
        return TextQuality(text: bad * 5 > good + bad ? .poor : .good, reason: reason)
    }
}
