import Archiving
import Collecting
import Correspondence
import Extracting
import Foundation
import Planning

/// What became of one original.
struct Processed: Sendable {
    var work: Work
    var result: Result<[Letter], ProcessingError>
    /// The records that were there before.
    var before: [Letter]
    /// To be kept for the next change of definitions.
    var extraction: Extraction?
    /// Originals that are attached to it; nil where there are none.
    var attachments: [AttachedOriginal]?
}

/// Why an original goes to quarantine.
public enum ProcessingError: Error, Sendable, CustomStringConvertible {
    case original(OriginalError)
    case extraction(ExtractionError)
    /// No reader can be started.
    case reader(String)

    /// Reading the same bytes again would fail again. A file that changed under our hands, or a reader that cannot be
    /// started or that somebody killed, tells nothing of them.
    var isOfTheBytes: Bool {
        switch self {
        case .original, .reader, .extraction(.interrupted): false
        case .extraction: true
        }
    }

    public var description: String {
        switch self {
        case .original(let error): error.description
        case .extraction(let error): error.description
        case .reader(let why):
            "its reader cannot be started (\(why)): see 'letterbook doctor'; the next night tries it again"
        }
    }
}

/// The stages for one original, from the first that must run: extract, divide, describe, tag.
///
/// Pure but for reading the original, the cache and the records that are there; the caller writes.
struct Processing: Sendable {
    let originals: OriginalReader
    let archive: Archive
    let cache: ExtractionCache
    let custody: CustodyBook
    let definitions: NightDefinitions
    let reading: Reading

    func process(_ work: Work, known: KnownOriginal?, worker: ExtractionWorker) async -> Processed {
        // A record may be there though nothing is remembered of it.
        let ids = known?.letters ?? []
        let before = records(ids.isEmpty ? self.ids(of: work.original.sha256) : ids)
        do {
            // A stage that cannot find what an earlier one left begins earlier.
            var from = work.from
            if from >= .tag && before.isEmpty { from = .describe }
            // A corrected record does not tell what the rules said.
            if from == .tag, !definitions.corrections.circumstances(of: work.original.sha256).isEmpty {
                from = .describe
            }
            var extraction: Extraction?
            var text = from == .extract || from == .archive ? nil : cache.text(of: work.original.sha256)
            if from != .archive && text == nil {
                extraction = try await extracted(work.original, worker: worker)
                text = extraction?.text
            }
            let letters =
                text.map { self.letters(from: $0, of: work.original, before: from == .tag ? before : []) }
                ?? before.map { renewed($0, from: work.original) }
            return Processed(
                work: work, result: .success(letters), before: before, extraction: extraction,
                attachments: extraction.map(\.attachments) ?? known?.attachments)
        } catch {
            // What was attached to it while it could still be read stands.
            return Processed(
                work: work, result: .failure(error), before: before, attachments: known?.attachments)
        }
    }

    private func extracted(
        _ original: PresentOriginal, worker: ExtractionWorker
    ) async throws(ProcessingError) -> Extraction {
        let opened = try await originals.open(original, worker: worker)
        return try await reading.extraction(
            of: opened, as: original.mediaType, declaring: custody.charset(of: original.sha256), by: worker)
    }

    private func renewed(_ letter: Letter, from original: PresentOriginal) -> Letter {
        var letter = letter
        letter.original.paths = original.paths
        letter.custody = custody.custody(of: original)
        letter.withdrawn = nil
        return letter
    }

    private func ids(of sha256: String) -> [String] {
        do { return try archive.ids(of: sha256) } catch { return [] }
    }

    /// Records that are missing or damaged are as good as none: the stages make them anew.
    private func records(_ ids: [String]) -> [Letter] {
        var letters: [Letter] = []
        for id in ids {
            do { letters.append(try archive.read(id)) } catch { return [] }
        }
        return letters
    }
}
