import Foundation

/// What `Pipeline/letterbook.yaml` says. Every setting has a default; the file may leave out any of them.
public struct Configuration: Sendable, Hashable {
    /// Folder of originals, relative to the workspace. Default `Corpus`.
    public var corpus = "Corpus"
    /// Folder of everything derived, relative to the workspace. Default `Output`.
    public var output = "Output"
    /// Worker processes. Default 0: one for each core.
    public var jobs = 0
    /// Shell patterns, matched against a file's name and its path in the corpus; matching files are skipped
    /// and reported as such. Default: what commonly lies beside letters and is none.
    public var ignore = ["README*", "*gold*.jsonl", "custody.jsonl", "make/*"]
    /// Address space of a worker, in MiB. Default 1,024: measured over odd PDFs, all but bombs open in it.
    public var memoryLimit = 1_024
    /// CPU seconds for one document. Default 60: two hundred times what a long letter takes.
    public var processorTimeLimit = 60
    /// Wall-clock seconds for one document. Default 120: for a machine that is busy with other things.
    public var wallClockLimit = 120
    /// Largest original that is read, in MiB. Default 256: above it lie film and disk images, not letters.
    public var sizeLimit = 256
    /// How people read dates: `en-GB` (31 May 2020) or `en-US` (May 31, 2020). Default `en-GB`.
    public var locale = "en-GB"

    public init() {}
}
