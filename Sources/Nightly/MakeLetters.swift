import Correspondence
import Describing
import Extracting
import Foundation
import Planning
import Tagging

extension Processing {
    /// Divides an original's text into its letters, then describes and tags each.
    ///
    /// - Parameter before: records whose description stands.
    func letters(
        from text: ExtractedText, of original: PresentOriginal, before: [Letter]
    ) -> [Letter] {
        var text = text
        text.findings += original.paths.prefix(1).compactMap { misnaming(original.mediaType, name: $0) }
        let parts = divide(text)
        return parts.enumerated().map { index, part in
            let id = original.id(ofLetter: index + 1)
            let pages = parts.count > 1 ? part.pages.map(\.number) : nil
            let known = before.first { $0.id == id && $0.original.pages == pages }
            return letter(id, from: part, pages: pages, of: original, before: known)
        }
    }

    private func letter(
        _ id: String, from text: ExtractedText, pages: [Int]?, of original: PresentOriginal, before: Letter?
    ) -> Letter {
        let custody = self.custody.custody(of: original)
        let description =
            before.map(Description.init(of:)) ?? describe(text, custody: custody, with: definitions.directory)
        let letter = Letter(
            id: id, text: text, description: description,
            topics: tag(text, description, with: definitions.vocabulary),
            original: Original(
                sha256: original.sha256, bytes: original.size, mediaType: original.mediaType,
                paths: original.paths, pages: pages),
            custody: custody, provenance: definitions.provenance)
        return definitions.corrections[id].map { correct(letter, with: $0) } ?? letter
    }
}

extension PresentOriginal {
    /// The id of its first, second … letter.
    func id(ofLetter number: Int) -> String {
        let first = String(sha256.prefix(16))
        return number == 1 ? first : "\(first)-\(number)"
    }

    /// What is attached to another original was obtained with it.
    var custody: [Custody] {
        paths.compactMap { path in
            guard let number = OriginalPath(path).attachments.last,
                let mark = path.range(of: "!/", options: .backwards)
            else { return nil }
            var custody = Custody(source: "attachment")
            custody.note = "file \(number) attached to \(path[..<mark.lowerBound])"
            return custody
        }
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
