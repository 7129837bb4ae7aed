import Correspondence
import Definitions
import Describing
import Extracting
import Foundation
import Indexing
import Scanning

/// What strangers write and the program reads. Each may refuse its input; none may crash, hang or take much memory.
enum FuzzTarget: String, CaseIterable {
    case html, pdf, docx, email, plain
    case query, dates, identifiers, definitions
    case frames, answers

    /// Nil where the environment names none.
    static let chosen = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap {
        FuzzTarget(rawValue: $0)
    }

    func read(_ bytes: [UInt8]) {
        do {
            switch self {
            case .html: try Self.extract(bytes, .html)
            case .pdf: try Self.extract(bytes, .pdf)
            case .docx: try Self.extract(bytes, .docx)
            case .email: try Self.extract(bytes, .email)
            case .plain: try Self.extract(bytes, .plain)
            case .query: try Self.query(bytes)
            case .dates: Self.dates(bytes)
            case .identifiers: Self.identifiers(bytes)
            case .definitions: try Self.definitions(bytes)
            case .frames: FramesTarget.read(bytes)
            case .answers: try AnswersTarget.read(bytes)
            }
        } catch {
            // Refusing is an answer.
        }
    }

    /// The text, what is attached, and the promises that later stages rely on.
    private static func extract(_ bytes: [UInt8], _ mediaType: MediaType) throws {
        _ = recognize(bytes, name: "x")
        var settings = ExtractionSettings()
        settings.maximumPages = 20
        let text = try Extracting.extract(bytes, as: mediaType, settings: settings)
        precondition(text.fault == nil, text.fault ?? "")
        for part in divide(text) { precondition(!part.pages.isEmpty || text.pages.isEmpty) }
        _ = try attachments(in: bytes, as: mediaType, settings: settings)
    }

    private static func query(_ bytes: [UInt8]) throws {
        _ = try readQuery(String(decoding: bytes, as: UTF8.self))
    }

    /// Dates that were read stand where they are said to stand, and their values survive being written.
    private static func dates(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let count = text.unicodeScalars.count
        for reader in [DateReader(), DateReader(readsYearless: true, readsDamaged: true)] {
            for date in reader.dates(in: text) {
                precondition(0 <= date.start && date.start < date.end && date.end <= count)
                precondition(EDTFDate(date.value.description) == date.value, "\(date.value)")
            }
        }
        if let date = EDTFDate(text) { precondition(EDTFDate(date.description) == date, text) }
    }

    /// Agencies and organisations as the project has them.
    static let directory: Directory = {
        let pipeline = URL(fileURLWithPath: "../../Pipeline")
        do {
            return try Directory(
                agencies: AgencyDefinitions.load(pipeline.appendingPathComponent("agencies.yaml")),
                organizations: OrganizationDefinitions.load(
                    pipeline.appendingPathComponent("organizations.yaml")))
        } catch {
            fatalError("run it through ./fuzz: \(error)")
        }
    }()

    /// A whole letter's description: identifiers, parties, dates, asks.
    private static func identifiers(_ bytes: [UInt8]) {
        let text = ExtractedText(
            mediaType: .plain,
            pages: [Page(number: 1, text: String(decoding: bytes, as: UTF8.self), source: .plain)],
            layouts: [], document: DocumentMetadata(), quality: TextQuality(text: .good))
        let description = describe(text, custody: [], with: directory)
        let scalars = Array(text.pages[0].text.unicodeScalars)
        for evidence in description.identifiers.map(\.evidence) where evidence.place == .text {
            guard let start = evidence.start, let end = evidence.end else { continue }
            precondition(String(String.UnicodeScalarView(scalars[start..<end])) == evidence.quote)
        }
    }

    private static func definitions(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        do { _ = try AgencyDefinitions.parse(text) } catch {}
        do { _ = try OrganizationDefinitions.parse(text) } catch {}
        do { _ = try Topic.parse(text, id: "x", named: "x.yaml") } catch {}
        do { _ = try EventDefinitions.parse(text, named: "x.yaml") } catch {}
        do { _ = try Source.parse(text, id: "x", named: "x.yaml") } catch {}
        do { _ = try SavedQuery.parse(text, id: "x", named: "x.yaml") } catch {}
        do { _ = try CorrectionDefinitions.parse(text, id: "0123456789abcdef", named: "x.yaml") } catch {}
    }
}
