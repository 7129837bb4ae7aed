import Correspondence

/// All that is read of a document's pages, one after the other.
struct PageReading {
    private(set) var drafts: [PageDraft] = []
    /// One for each draft.
    private(set) var inks: [PageInk] = []
    private(set) var links: [String]?
    private(set) var findings: [Finding] = []

    /// Type size by height of the glyph boxes, where both are known.
    private var typeSizes: [Double] = []

    init(_ document: borrowing PopplerDocument, settings: ExtractionSettings) throws(ExtractionError) {
        let count = document.pageCount
        guard count > 0 else { throw .damaged("it has no pages") }
        let last = min(count, settings.maximumPages)
        var targets: [String] = []
        for index in 0..<last {
            guard let page = document.page(at: index) else {
                skip(page: index + 1)
                continue
            }
            read(page, number: index + 1, needsType: index < 2 || index >= last - 2)
            targets += page.linkTargets
        }
        guard !drafts.isEmpty else { throw .damaged("none of its pages can be read") }
        links = Self.web(targets)
        estimateSizes()
        if last < count { findings.append(Self.tooLong(read: last, of: count)) }
    }

    private mutating func read(_ page: borrowing PopplerPage, number: Int, needsType: Bool) {
        let glyphs = page.glyphs
        let runs = needsType ? page.typeRuns : []
        let (width, height) = page.size
        var pieces = LineReader(glyphs: glyphs, runs: runs).lines()
        let notes = page.annotations
        typeSizes += pieces.lazy.filter { $0.knowsType && $0.glyphHeight > 1 }.map {
            $0.size / $0.glyphHeight
        }
        pieces += page.fields.flatMap { Self.lines($0) }
        pieces += notes.filter { $0.kind == .freeText }.flatMap { Self.lines($0.note) }
        var draft = PageDraft(number: number, width: width, height: height, lines: [])
        draft.lines = pieces
        draft.glyphCount = glyphs.count
        for note in notes where note.kind != .freeText {
            draft.margin += Self.lines(note.note)
                .map { MarginDraft(line: $0, role: note.kind == .stamp ? .stamp : .annotation) }
        }
        drafts.append(draft)
        inks.append(Self.ink(of: page, glyphs: glyphs.count))
    }

    private static func ink(of page: borrowing PopplerPage, glyphs: Int) -> PageInk {
        guard glyphs < PageInk.fewGlyphs else { return PageInk() }
        var ink = page.ink
        if glyphs <= PageInk.pageNumber, ink.imageShare <= TextLayerJudge.leastImage {
            ink.darkShare = page.darkShare
        }
        return ink
    }

    /// Where the fonts were not asked for, the size follows from the height of the glyph boxes.
    private mutating func estimateSizes() {
        guard !typeSizes.isEmpty else { return }
        let ratio = typeSizes.sorted()[typeSizes.count / 2]
        for page in drafts.indices {
            for line in drafts[page].lines.indices where !drafts[page].lines[line].knowsType {
                drafts[page].lines[line].size *= ratio
            }
        }
    }

    private mutating func skip(page: Int) {
        findings.append(
            Finding(
                .error, stage: "extract", code: "page-unreadable", page: page,
                message: "Page \(page) is damaged and was left out; ask the sender for another copy."))
    }

    /// Memory ran out while the pages were read: what is empty now need not be empty in the original.
    mutating func fellShort() throws(ExtractionError) {
        guard drafts.allSatisfy({ $0.glyphCount > 0 }) else {
            throw .limit("memory: poppler ran out of it and left pages without text")
        }
        findings.append(
            Finding(
                .warning, stage: "extract", code: "memory-short",
                message: "Memory ran out while the pages were read; parts of the text may be missing."))
    }

    private static func tooLong(read: Int, of count: Int) -> Finding {
        Finding(
            .warning, stage: "extract", code: "pages-left-out",
            message: "Only the first \(read) of \(count) pages were read; raise maximumPages to read more.")
    }

    /// The lines of a field or note, spread over its box.
    private static func lines(_ placed: PlacedText) -> [PrintedLine] {
        let texts = placed.text.split(whereSeparator: \.isNewline).compactMap { part -> String? in
            var cleaner = ScalarCleaner()
            for scalar in part.unicodeScalars { cleaner.append(scalar) }
            let text = cleaner.text()
            return text.isEmpty ? nil : text
        }
        let step = placed.box.height / Double(max(1, texts.count))
        return texts.enumerated().map { index, text in
            var box = placed.box
            box.top += step * Double(index)
            box.bottom = box.top + step
            var line = PrintedLine(text: text, box: box, size: min(12, step))
            line.isFilledIn = true
            return line
        }
    }

    private static func web(_ targets: [String]) -> [String]? {
        var seen: Set<String> = []
        let kept = targets.filter { target in
            ["http:", "https:", "mailto:"].contains { target.lowercased().hasPrefix($0) }
                && seen.insert(target).inserted
        }
        return kept.isEmpty ? nil : kept
    }
}
