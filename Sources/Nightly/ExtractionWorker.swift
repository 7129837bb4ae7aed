import Correspondence
import Extracting
import Foundation
import Planning
import Working

/// What a worker is asked to do with the bytes that follow.
struct ExtractionRequest: Sendable, Codable {
    var mediaType: MediaType
    var settings: ExtractionSettings
    /// Render this page instead of reading the text: the answer is the picture (binary PGM).
    var picture: Int?
    /// Give this one of its attachments: the answer is its bytes.
    var attachment: Int?
}

/// What a worker answers: a text, or why there is none.
struct ExtractionReply: Sendable, Codable {
    var text: ExtractedText?
    /// Originals attached to the original; nil where there are none.
    var attachments: [AttachedOriginal]?
    var error: ExtractionError?
}

/// A text, and its JSON as the worker wrote it.
public struct Extraction: Sendable {
    public var text: ExtractedText
    /// Nil where there are none.
    var attachments: [AttachedOriginal]?
    var encoded: Data

    /// The same with a text that was worked on since the worker gave it.
    func with(_ text: ExtractedText) throws -> Extraction {
        var changed = self
        changed.text = text
        changed.encoded = try JSONEncoder().encode(ExtractionReply(text: text, attachments: attachments))
        return changed
    }

    /// - Throws: the worker's `ExtractionError`, or a `DecodingError` where the bytes are no answer.
    init(encoded: Data) throws {
        let reply = try JSONDecoder().decode(ExtractionReply.self, from: encoded)
        guard let text = reply.text else { throw reply.error ?? .damaged("the worker gave no text") }
        self.text = text
        self.attachments = reply.attachments
        self.encoded = encoded
    }
}

/// The worker process: extracts one document after another from standard input until it closes, in its sandbox.
///
/// - Throws: `SandboxFailure` before anything was read.
public func serveExtraction(limits: WorkerLimits) throws(SandboxFailure) {
    try serve(in: .worker(limits)) { request, document in
        // An answer that cannot be written is none: the parent sees an empty one and says so.
        do { return try answer(request, document) } catch { return [] }
    }
}

private func answer(_ request: [UInt8], _ document: [UInt8]) throws -> [UInt8] {
    let reply: ExtractionReply
    do {
        let request = try JSONDecoder().decode(ExtractionRequest.self, from: Data(request))
        if let page = request.picture {
            return try picture(ofPage: page, in: document, settings: request.settings)
        }
        if let number = request.attachment { return try attachment(number, in: document, request) }
        let text = try extract(document, as: request.mediaType, settings: request.settings)
        // Most originals name none, and are not opened again for them.
        let attached = text.document.attachments == nil ? nil : try attachedOriginals(in: document, request)
        reply = ExtractionReply(text: text, attachments: attached)
    } catch let error as ExtractionError {
        reply = ExtractionReply(error: error)
    } catch {
        reply = ExtractionReply(error: .damaged("the worker could not read its request: \(error)"))
    }
    return Array(try JSONEncoder().encode(reply))
}

private func attachment(
    _ number: Int, in document: [UInt8], _ request: ExtractionRequest
) throws(ExtractionError) -> [UInt8] {
    let found = try attachments(in: document, as: request.mediaType, settings: request.settings) {
        $0.number == number ? $0.bytes : nil
    }
    guard let bytes = found.first else {
        throw .damaged("nothing is attached to it as its file \(number)")
    }
    return bytes
}

private func attachedOriginals(
    in document: [UInt8], _ request: ExtractionRequest
) throws(ExtractionError) -> [AttachedOriginal]? {
    let found = try attachments(in: document, as: request.mediaType, settings: request.settings) {
        AttachedOriginal(
            number: $0.number, name: $0.name, sha256: SHA256.hex(of: $0.bytes), mediaType: $0.mediaType,
            size: $0.bytes.count)
    }
    return found.isEmpty ? nil : found
}

/// Extraction as the rest of the program sees it: a function that happens to run in another process.
public struct ExtractionWorker: Sendable {
    /// Absolute path of this program.
    let program: String
    private let worker: Worker
    private let settings: ExtractionSettings

    /// - Parameter program: absolute path of this program, which is its own worker.
    public init(program: String, limits: WorkerLimits, settings: ExtractionSettings) {
        let arguments = [
            "worker", "--memory", String(limits.addressSpace), "--seconds", String(limits.processorTime),
        ]
        self.program = program
        self.settings = settings
        self.worker = Worker(
            WorkerCommand(program: program, arguments: arguments, environment: Self.environment),
            limits: limits)
    }

    /// The text of an original.
    ///
    /// - Parameter encoding: that its server declared; nil where nobody knows.
    /// - Throws: `.extraction`: a crash or an exhausted limit is one of its cases; `.original(.unreadable)` where the
    ///   original's file could not be read to its end.
    public func extract(
        _ original: OpenOriginal, as mediaType: MediaType, declaring encoding: String? = nil
    ) async throws(ProcessingError) -> Extraction {
        guard original.document.count > 0 else { throw .extraction(.empty) }
        do {
            var settings = settings
            settings.declaredEncoding = encoding
            let request = try JSONEncoder().encode(
                ExtractionRequest(mediaType: mediaType, settings: settings))
            // JSON's escapes, the lines of the layout and the document's own fields besides.
            let answer = try await worker.perform(
                Array(request), on: original.document, most: 4 * settings.textBytes + 8 << 20)
            let (encoded, complaints) = (Data(answer.bytes), answer.complaints)
            let extraction = try Extraction(encoded: encoded)
            if let fault = extraction.text.fault {
                throw ExtractionError.damaged("the worker answered nonsense: \(fault)")
            }
            try Self.checkMemory(extraction.text, complaints: complaints)
            return extraction
        } catch {
            throw Self.error(error)
        }
    }

    /// A page rendered for OCR, as binary PGM.
    func picture(ofPage page: Int, in original: OpenOriginal) async throws -> [UInt8] {
        let answer = try await perform(
            ExtractionRequest(mediaType: .pdf, settings: settings, picture: page), on: original,
            most: settings.ocrPixels + 1 << 20)
        if answer.bytes.starts(with: Array("P5".utf8)) { return answer.bytes }
        let reply = try JSONDecoder().decode(ExtractionReply.self, from: Data(answer.bytes))
        throw reply.error ?? .damaged("the worker gave no picture")
    }

    /// The bytes of something attached to an original.
    ///
    /// - Parameter number: from 1, as its `AttachedOriginal` has it.
    func attachment(
        _ number: Int, in original: OpenOriginal, as mediaType: MediaType
    ) async throws(ProcessingError) -> [UInt8] {
        do {
            let request = ExtractionRequest(mediaType: mediaType, settings: settings, attachment: number)
            let answer = try await perform(
                request, on: original, most: settings.attachmentBytes + 1 << 20
            ).bytes
            // No attachment that is an original begins like an error's JSON.
            guard answer.first == UInt8(ascii: "{") else { return answer }
            let reply = try JSONDecoder().decode(ExtractionReply.self, from: Data(answer))
            throw reply.error ?? .damaged("the worker gave no attachment")
        } catch {
            throw Self.error(error)
        }
    }

    private func perform(
        _ request: ExtractionRequest, on original: OpenOriginal, most: Int
    ) async throws -> WorkerAnswer {
        try await worker.perform(Array(JSONEncoder().encode(request)), on: original.document, most: most)
    }

    /// Under a memory limit poppler reports success with no text, and says why on standard error only.
    private static func checkMemory(_ text: ExtractedText, complaints: String) throws(ExtractionError) {
        let ranOut = complaints.range(of: "out of memory", options: .caseInsensitive) != nil
        guard !ranOut || text.pages.contains(where: { !$0.text.isEmpty }) else {
            throw .limit("memory: raise memory-limit in letterbook.yaml")
        }
    }

    private static func error(_ error: any Error) -> ProcessingError {
        switch error {
        case let error as ExtractionError: .extraction(error)
        case let failure as WorkerFailure: Self.error(of: failure)
        default: .extraction(.damaged("the worker answered nonsense"))
        }
    }

    private static func error(of failure: WorkerFailure) -> ProcessingError {
        switch failure {
        case .tookTooLong(let which):
            .extraction(.limit("\(which): raise the time limits in letterbook.yaml"))
        case .crashed, .nonsense: .extraction(.damaged(failure.description))
        case .cannotStart(let why): .reader(why)
        case .killed: .extraction(.interrupted)
        case .unreadable(let reason): .original(.unreadable(reason))
        }
    }

    /// Only what the C libraries need; results must not depend on the user's surroundings.
    private static var environment: [String: String] {
        let ours = ProcessInfo.processInfo.environment
        var theirs = ["LANG": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no"]
        for name in ["LD_LIBRARY_PATH", "FONTCONFIG_PATH"] { theirs[name] = ours[name] }
        return theirs
    }
}
