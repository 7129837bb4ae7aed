import Collecting
import Definitions
import Extracting
import Foundation
import Working

/// How a night is to run.
public struct NightSettings: Sendable {
    /// Absolute path of this program, which is its own worker.
    public var program: String
    /// ISO 8601, UTC: when the night began. The only clock that a night sees; it ends up in the report and in
    /// tombstones, never in a record.
    public var started: String
    /// Worker processes. 0: as configured.
    public var jobs = 0
    /// Originals to process at most; the rest waits for the next night. Nil: all.
    public var limit: Int?
    /// Process only the originals whose SHA-256 begins so, from the first stage on.
    public var letter: String?
    /// Try quarantined originals again.
    public var retryingFailures = false
    /// Which scanned pages are read. Nil: as configured.
    public var ocr: ExtractionSettings.OCR?
    /// Ask the sources of `Pipeline/sources` first.
    public var isCollecting = false
    /// Changes how they are asked, for tests and progress.
    public var collecting: @Sendable (inout CollectSettings) -> Void = { _ in }
    public var report: @Sendable (NightProgress) -> Void = { _ in }

    public init(program: String, started: String) {
        self.program = program
        self.started = started
    }

    func extraction(in configuration: Configuration) -> ExtractionSettings {
        var extraction = ExtractionSettings(configuration)
        if let ocr { extraction.ocr = ocr }
        return extraction
    }

    func jobs(in configuration: Configuration) -> Int {
        let wanted = jobs > 0 ? jobs : configuration.jobs
        return wanted > 0 ? wanted : ProcessInfo.processInfo.activeProcessorCount
    }
}

extension WorkerLimits {
    /// As `letterbook.yaml` says.
    public init(_ configuration: Configuration) {
        self.init()
        addressSpace = UInt64(max(64, configuration.memoryLimit)) << 20
        processorTime = UInt64(max(1, configuration.processorTimeLimit))
        wallClock = UInt64(max(1, configuration.wallClockLimit))
    }
}

extension ExtractionSettings {
    /// As `letterbook.yaml` says.
    public init(_ configuration: Configuration) {
        self.init()
        ocr = OCR(rawValue: configuration.ocr) ?? ocr
        textBytes = max(1, configuration.textLimit) << 20
    }
}
