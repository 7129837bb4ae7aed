import Correspondence

/// Reads one family of formats. Members stand in `extractors`, one a file under `Formats/`.
public protocol Extractor: Sendable {
    /// What it reads.
    var mediaTypes: [MediaType] { get }

    /// The text of an original, with its layout and what the document says of itself.
    ///
    /// Pure: the same bytes and settings give the same text.
    func extract(
        _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings
    ) throws(ExtractionError) -> ExtractedText

    /// Hands over the files that an original holds besides its text, in its order; none where the format has none.
    ///
    /// One after another: together they may be larger than the original by far.
    func visitAttachedFiles(
        in original: [UInt8], settings: ExtractionSettings, _ visit: (AttachedFile) -> Void
    ) throws(ExtractionError)
}

extension Extractor {
    public func visitAttachedFiles(
        in original: [UInt8], settings: ExtractionSettings, _ visit: (AttachedFile) -> Void
    ) throws(ExtractionError) {}
}

/// Why an original gave no text. One letter fails; the run goes on.
public enum ExtractionError: Error, Sendable, Hashable, Codable {
    /// No extractor reads this format; the reason names it.
    case unsupported(String)
    case empty
    case encrypted
    case damaged(String)
    /// A limit of memory, time or size was met.
    case limit(String)
    /// The reader was ended from outside: nothing is known of the document.
    case interrupted
}

extension ExtractionError: CustomStringConvertible {
    /// What happened and what to do, for a report.
    public var description: String {
        switch self {
        case .unsupported(let what): "not a format that Letterbook reads: \(what)"
        case .empty: "the file is empty: ask the sender for another copy"
        case .encrypted: "encrypted: ask the sender for an open copy"
        case .damaged(let how): "damaged: \(how); ask the sender for another copy"
        case .limit(let which): "over a limit: \(which)"
        case .interrupted:
            "its reader was killed, twice, and not by Letterbook: see whether the machine ran out of memory; the next night "
                + "tries it again"
        }
    }
}
