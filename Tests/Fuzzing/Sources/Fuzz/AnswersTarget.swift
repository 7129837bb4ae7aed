import Correspondence
import Describing
import Extracting
import Foundation

/// What a worker that a document has taken over might answer, in a frame that is whole: whatever is not called a fault
/// must be fit for the stages of the main process.
enum AnswersTarget {
    static func read(_ bytes: [UInt8]) throws {
        let text = try JSONDecoder().decode(ExtractedText.self, from: Data(bytes))
        guard text.fault == nil else { return }
        for part in divide(text) { _ = describe(part, custody: [], with: FuzzTarget.directory) }
    }
}
