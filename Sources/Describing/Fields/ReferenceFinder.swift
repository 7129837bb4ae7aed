import Correspondence
import Foundation
import Scanning

/// Finds what a letter refers to: identifiers, what it answers, and the public bodies that it mentions.
///
/// Comes after the parties, because the addressees decide whose bill an `S. 745` is, and the date which Congress's.
struct ReferenceFinder {
    let recognizer: AgencyRecognizer

    func complete(_ description: inout Description, with text: ExtractedText) {
        let finder = IdentifierFinder(
            letterDate: description.date?.value, isToState: isToState(description, text.pages))
        description.identifiers = finder.find(in: text.pages)
        description.answers = AnswerFinder(
            subject: description.subject?.evidence, identifiers: description.identifiers,
            written: description.date?.value
        ).find(in: text.pages)
        let known = Set(description.agencies.map(\.id))
        description.agencies += AgencyMentionFinder(recognizer: recognizer).find(in: text.pages)
            .filter { !known.contains($0.id) }
        description.asks = asks(description, text)
    }

    private func asks(_ description: Description, _ text: ExtractedText) -> [Ask] {
        guard description.kind.value.isCorrespondence else { return [] }
        let addressed = description.agencies.filter { $0.role == .addressee }.map(\.id)
        let agencies = addressed.compactMap { recognizer.registry[$0] }
        let sender = description.sender?.organization ?? ""
        let finder = AskFinder(
            writers: [sender] + Self.shortNames(of: sender, in: text.pages) + ["undersigned organizations"],
            addressed: agencies.flatMap { [$0.shortName ?? "", $0.name] } + ["Congress"],
            agency: addressed.first, identifiers: description.identifiers,
            named: { named($0, description, addressed) })
        return finder.find(in: text.pages)
    }

    /// The body of whom a sentence asks: one of those addressed before others; never the writer.
    private func named(_ sentence: String, _ description: Description, _ addressed: [String]) -> String? {
        let found = recognizer.agencies(inBlock: sentence).map(\.id).filter {
            $0 != description.sender?.agency
        }
        return found.first { addressed.contains($0) } ?? (addressed.isEmpty ? found.first : nil)
    }

    /// Short names that the letter gives its writer: `National Council on Disability (NCD)`.
    private static func shortNames(of sender: String, in pages: [Page]) -> [String] {
        guard !sender.isEmpty, let page = pages.first else { return [] }
        let opening = page.text.prefix(headLength * 4)
        guard let place = opening.range(of: sender, options: .caseInsensitive) else { return [] }
        let after = IndexedText(String(page.text[place.upperBound...].prefix(40)))
        guard let match = introduced.firstMatch(in: after), let name = match["name"] else { return [] }
        return [after[name]]
    }

    private static let introduced = Pattern(literal: #"^\W{0,3}\([“"]?(?<name>[A-Z][A-Za-z&]{1,9})[”"]?[,)]"#)

    /// The letter goes to a state's body: an addressee says so or, where none was recognised, its head.
    private func isToState(_ description: Description, _ pages: [Page]) -> Bool {
        let addressed = description.agencies.filter { $0.role == .addressee }.map(\.id)
        if !addressed.isEmpty { return addressed.contains(where: Self.isState) }
        guard let head = pages.first.map({ String($0.text.prefix(Self.headLength)) }) else { return false }
        let named = recognizer.agencies(inBlock: head).map(\.id)
        return named.contains(where: Self.isState) && !named.contains(where: { $0.hasPrefix("us-") })
    }

    /// Characters of a first page in which letterhead, date, address and subject stand.
    private static let headLength = 1_200

    /// `ma-legislature`, `tx-medicaid`: a state's code and a kind of body that every state has.
    private static func isState(_ id: String) -> Bool {
        let parts = id.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, kinds.contains(parts[1]) else { return false }
        return State.all.contains { $0.code == parts[0] }
    }

    private static let kinds: Set<Substring> = [
        "legislature", "senate", "house", "governor", "medicaid", "health", "insurance", "attorney-general",
    ]
}
