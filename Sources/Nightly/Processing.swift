import Archiving
import Collecting
import Correspondence
import Describing
import Extracting
import Foundation
import Planning
import Tagging

/// What became of one original.
struct Processed: Sendable {
    var work: Work
    var result: Result<[Letter], ProcessingError>
    /// The records that were there before.
    var before: [Letter]
    /// To be kept for the next change of definitions.
    var extraction: Extraction?
}

/// Why an original goes to quarantine.
enum ProcessingError: Error, CustomStringConvertible {
    case original(OriginalError)
    case extraction(ExtractionError)

    var description: String {
        switch self {
        case .original(let error): error.description
        case .extraction(let error): error.description
        }
    }
}

/// The stages for one original, from the first that must run: extract, describe, tag.
///
/// Pure but for reading the original, the cache and the records that are there; the caller writes.
struct Processing: Sendable {
    let corpus: String
    let sizeLimit: Int
    let archive: Archive
    let cache: ExtractionCache
    let definitions: NightDefinitions
    let reading: Reading

    func process(_ work: Work, known: [String], worker: ExtractionWorker) async -> Processed {
        // A record may be there though nothing is remembered of it.
        let before = records(known.isEmpty ? ids(of: work.original.sha256) : known)
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
                ?? before.map { renewed($0, paths: work.original.paths) }
            return Processed(work: work, result: .success(letters), before: before, extraction: extraction)
        } catch {
            return Processed(work: work, result: .failure(error), before: before)
        }
    }

    private func extracted(
        _ original: PresentOriginal, worker: ExtractionWorker
    ) async throws(ProcessingError) -> Extraction {
        let bytes: [UInt8]
        do {
            bytes = try readOriginal(at: corpus + "/" + (original.paths.first ?? ""), limit: sizeLimit)
        } catch {
            throw .original(error)
        }
        guard SHA256.hex(of: bytes) == original.sha256 else { throw .original(.changed) }
        do {
            let extraction = try await worker.extract(bytes, as: original.mediaType)
            return try await reading.completed(extraction, original: bytes, worker: worker)
        } catch let error as ExtractionError {
            throw .extraction(error)
        } catch {
            throw .extraction(.damaged("\(error)"))
        }
    }

    private func letters(
        from text: ExtractedText, of original: PresentOriginal, before: [Letter]
    ) -> [Letter] {
        var text = text
        text.findings += original.paths.prefix(1).compactMap { misnaming(original.mediaType, name: $0) }
        let description =
            before.first.map(Description.init(of:))
            ?? describe(text, custody: [], with: definitions.directory)
        let letter = Letter(
            id: String(original.sha256.prefix(16)), text: text, description: description,
            topics: tag(text, description, with: definitions.vocabulary),
            original: Original(
                sha256: original.sha256, bytes: original.size, mediaType: original.mediaType,
                paths: original.paths),
            custody: [], provenance: definitions.provenance)
        return [definitions.corrections[letter.id].map { correct(letter, with: $0) } ?? letter]
    }

    private func renewed(_ letter: Letter, paths: [String]) -> Letter {
        var letter = letter
        letter.original.paths = paths
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

extension Description {
    /// What Describing once found, as the record keeps it.
    init(of letter: Letter) {
        let evidence = Evidence(place: .field, quote: "", rule: "kind.unknown", confidence: .low)
        self.init(kind: Evidenced(letter.kind, letter.kindEvidence ?? evidence))
        title = letter.title
        date = letter.date
        dates = letter.dates
        sender = letter.sender
        signatories = letter.signatories
        addressees = letter.addressees
        copied = letter.copied
        signOn = letter.signOn
        agencies = letter.agencies
        subject = letter.subject
        submission = letter.submission
        identifiers = letter.identifiers
        asks = letter.asks
        answers = letter.answers
        events = letter.events
        findings = letter.findings.filter { $0.stage == "describe" }
    }
}
