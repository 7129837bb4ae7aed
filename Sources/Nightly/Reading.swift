import Correspondence
import Extracting
import Working

/// How scanned pages are read, if at all.
public struct Reading: Sendable {
    /// Nil where tesseract is not installed.
    let ocr: OCR?
    /// Nil where nothing is kept.
    let cache: OCRCache?
    let settings: ExtractionSettings

    init(ocr: OCR?, cache: OCRCache?, settings: ExtractionSettings) {
        self.ocr = ocr
        self.cache = cache
        self.settings = settings
    }

    /// Reads scanned pages as the settings say, and keeps nothing.
    public init(limits: WorkerLimits, settings: ExtractionSettings) async {
        self.init(
            ocr: settings.ocr == .never ? nil : await OCR(limits: limits), cache: nil, settings: settings)
    }

    /// The text of an original, with its scanned pages.
    ///
    /// - Parameter encoding: that its server declared; nil where nobody knows.
    /// - Throws: `.original(.changed)` where its file changed before all was read.
    public func extraction(
        of original: OpenOriginal, as mediaType: MediaType, declaring encoding: String? = nil,
        by worker: ExtractionWorker
    ) async throws(ProcessingError) -> Extraction {
        try await original.whileUntouched { () throws(ProcessingError) in
            let extraction = try await worker.extract(original, as: mediaType, declaring: encoding)
            return try await completed(extraction, original: original, worker: worker)
        }
    }

    /// A text with its scanned pages read; where they cannot be, a finding says what to install.
    private func completed(
        _ extraction: Extraction, original: OpenOriginal, worker: ExtractionWorker
    ) async throws(ProcessingError) -> Extraction {
        let pages = pagesForOCR(extraction.text, settings: settings)
        guard !pages.isEmpty else { return extraction }
        var text = extraction.text
        if let ocr {
            text = try await ocr.read(
                text, original: original, pages: pages, worker: worker, cache: cache)
        } else {
            text.findings.append(
                Finding(
                    .warning, stage: "extract", code: "ocr-unavailable",
                    message: """
                        \(pages.count) scanned pages could not be read: install tesseract (Debian: tesseract-ocr), \
                        and the next night reads them
                        """))
        }
        do { return try extraction.with(text) } catch { throw .extraction(.damaged("\(error)")) }
    }
}
