import ArgumentParser
import Correspondence
import Describing

struct WithholdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withhold",
        abstract: "Remove personal data from a letter's record, index and exports, for good.",
        discussion: """
            The field is emptied, and its words are blanked (█) in pages, quotes and titles, wherever they stand in \
            this letter. The words themselves are kept nowhere: Pipeline/corrections keeps hashes that recognise them. \
            The original in the corpus is not touched.

            EXAMPLE
              letterbook withhold 3f9a1c20 addressees.0.address --why "a home address"
              letterbook withhold 3f9a1c20 --text "John Q. Patient" --why "a patient's name"
            """)

    @Argument(help: "The letter's id, or the beginning of it.")
    var id: String

    @Argument(help: "The field: addressees.0.address, signatories.1.name …")
    var field: String?

    @Option(help: ArgumentHelp("Words of the letter's text that no field holds.", valueName: "words"))
    var text: [String] = []

    @OptionGroup var options: DecisionOptions
    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        guard field != nil || !text.isEmpty else {
            throw ValidationError("name a field, or words with --text")
        }
        if let field { _ = try Corrections.field(field) }
        guard options.why != nil else { throw ValidationError("say why: --why \"a home address\"") }
    }

    func run() throws {
        do {
            let corrections = Corrections(workspace: try place.workspace())
            let letter = try corrections.letter(id)
            guard letter.withdrawn == nil else {
                printError(
                    "error: \(letter.id) is withdrawn, and its last record is kept in Output/ledger: put the original "
                        + "back, run a night, withhold, and take the original away again")
                throw Exit.noInput
            }
            var correction = try corrections.of(letter.id)
            try withhold(from: letter, into: &correction)
            try corrections.save(
                correction, saying: "Withheld: \(correction.withheld.map(\.path).joined(separator: ", ")).")
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func withhold(from letter: Letter, into correction: inout Correction) throws {
        let decision = try options.decision()
        for words in text {
            let recognized = WithheldWords.recognizing(words, in: letter.id)
            guard !recognized.isEmpty else { throw ValidationError("--text has no words") }
            correction.withheld.append(Withholding(field: nil, words: recognized, decision: decision))
        }
        guard let text = field else { return }
        let field = try Corrections.field(text)
        // A correction would keep the words: it goes, and what the rules said is withheld too.
        let corrected = correction.values.filter { $0.field == field }
        correction.values.removeAll { $0.field == field }
        let shown = try Describing.value(at: field, of: letter)
        let values = [shown] + corrected.flatMap { [$0.old, $0.new] }
        var words: [Withholding.Words] = []
        for value in values.compactMap({ $0 }) {
            for line in WithheldWords.recognizing(value, in: letter.id) where !words.contains(line) {
                words.append(line)
            }
        }
        guard !words.isEmpty else {
            printError(
                "error: \(letter.id) has no \(field): 'letterbook show \(letter.id) --format json' shows all fields"
            )
            throw Exit.noInput
        }
        correction.withheld.append(Withholding(field: field, words: words, decision: decision))
    }
}
