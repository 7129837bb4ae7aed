import Archiving
import Correspondence
import Definitions
import Foundation
import Tagging

/// Why a letter has a topic, or what it lacks to have it.
///
/// - Parameter id: a letter's id or the beginning of one.
/// - Throws: `ArchiveError` for an unknown letter, `NightError.noSuchTopic`.
public func explainTopic(_ topic: String, of id: String, in workspace: Workspace) throws -> TopicAccount {
    let definitions = try NightDefinitions.load(workspace)
    let letter = try Archive(at: workspace.output.appendingPathComponent("archive")).letter(id)
    let text = letter.text(cachedIn: workspace.output)
    guard
        let account = explain(text, Description(of: letter), topic: topic, with: definitions.vocabulary)
    else { throw NightError.noSuchTopic(topic, known: definitions.vocabulary.topics.map(\.id)) }
    return account
}

extension ExtractedText {
    /// What a record keeps of its text: pages without their layout.
    init(of letter: Letter) {
        self.init(
            mediaType: letter.original.mediaType, pages: letter.pages,
            layouts: letter.pages.map { PageLayout(page: $0.number, lines: []) }, document: letter.document,
            language: letter.language, quality: letter.quality)
    }
}
