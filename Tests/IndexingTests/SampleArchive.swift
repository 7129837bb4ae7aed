import Correspondence
import Foundation

@testable import Indexing

/// Letters made up for these tests, held in memory as an archive would hold them.
struct SampleArchive {
    var letters: [Letter] = []
    var relations: [String: [Relation]] = [:]

    /// A letter about something, with what the tests ask for.
    static func letter(
        _ id: String, title: String? = nil, pages: [String] = ["Dear Sir"], kind: LetterKind = .letter,
        date: String? = nil, sender: String? = nil, agencies: [String] = [], topics: [String] = [],
        identifiers: [(Identifier.Kind, String, String)] = [], asks: [String] = [], to: [Addressee] = [],
        signatories: [String] = []
    ) -> Letter {
        var description = Description(kind: Evidenced(kind, evidence))
        description.title = title
        description.date = date.flatMap(EDTFDate.init).map { Evidenced($0, evidence) }
        description.sender = sender.map { Sender(organization: $0, evidence: evidence) }
        description.addressees = to
        description.signatories = signatories.map { Signatory(name: $0, evidence: evidence) }
        description.agencies = agencies.map { AgencyReference(id: $0, role: .mentioned, evidence: evidence) }
        description.identifiers = identifiers.map {
            Identifier(kind: $0.0, value: $0.1, printed: $0.2, evidence: evidence)
        }
        description.asks = asks.map { Ask(text: $0, direction: .request, evidence: evidence) }
        let text = ExtractedText(
            mediaType: .pdf,
            pages: pages.enumerated().map {
                Page(number: $0.offset + 1, text: $0.element, source: .textLayer)
            },
            layouts: [], document: DocumentMetadata(), quality: TextQuality(text: .good))
        return Letter(
            id: id, text: text, description: description,
            topics: topics.map { Tag(id: $0, score: 1, evidence: []) },
            original: Original(sha256: id, bytes: 1, mediaType: .pdf, paths: ["\(id).pdf"]), custody: [],
            provenance: Provenance(program: "p", extract: "e", describe: "d", tag: "t"))
    }

    static let evidence = Evidence(place: .field, quote: "", rule: "test.sample", confidence: .high)

    /// As an archive is read.
    func reading(_ id: String) -> Letter? { letters.first { $0.id == id } }

    func source(onRead: @escaping @Sendable (String) -> Void = { _ in }) -> IndexSource {
        let sorted = letters.sorted { $0.id < $1.id }
        let entries = sorted.map { letter in
            ManifestEntry(
                id: letter.id, originalSHA256: letter.original.sha256, path: letter.id,
                recordSHA256: SHA256.hex(of: "\(letter)".utf8))
        }
        let byID = Dictionary(uniqueKeysWithValues: sorted.map { ($0.id, $0) })
        let relations = relations
        return IndexSource(
            fingerprint: SHA256.hex(of: "\(entries.map(\.recordSHA256)) \(relations.count)".utf8),
            manifest: {
                var rest = entries[...]
                return { rest.popFirst() }
            },
            letter: { id in
                onRead(id)
                guard let letter = byID[id] else { throw IndexError.missing(path: id) }
                return letter
            },
            relations: { relations })
    }
}

/// An index in a folder that is gone when the test is.
final class ScratchIndex: Sendable {
    let folder: URL
    var file: URL { folder.appendingPathComponent("index/letterbook.sqlite") }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "letterbook-test-\(UUID().uuidString)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @discardableResult
    func bringUpToDate(_ archive: SampleArchive, rebuild: Bool = false) throws -> IndexChange {
        try LetterIndex.bringUpToDate(file, with: archive.source(), rebuild: rebuild)
    }

    /// The ids of what a query finds, in its order.
    func ids(_ text: String, sort: LetterQuery.Sort = .date, _ vocabulary: Vocabulary = Vocabulary()) throws
        -> [String]
    {
        try LetterIndex(reading: file)
            .search(LetterQuery(readQuery(text), sort: sort), vocabulary: vocabulary).hits.map(\.id)
    }
}
