import Correspondence
import Scanning

/// Lists the public bodies that a letter mentions, each where it is first named in the running text.
struct AgencyMentionFinder {
    let recognizer: AgencyRecognizer

    func find(in pages: [Page]) -> [AgencyReference] {
        let sightings = pages.map { recognizer.sightings(in: NormalizedText($0.text)) }
        let proven = AgencyRecognizer.proven(sightings.flatMap(\.self))
        var seen: Set<String> = []
        var found: [AgencyReference] = []
        for (page, sightings) in zip(pages, sightings) {
            let mentions = recognizer.resolve(sightings, isBlock: false, proven: proven)
            let first = mentions.filter { seen.insert($0.id).inserted }
            guard !first.isEmpty else { continue }
            let text = IndexedText(page.text)
            found += first.map { reference($0, text, page.number) }
        }
        return found
    }

    private func reference(_ mention: AgencyMention, _ text: IndexedText, _ page: Int) -> AgencyReference {
        AgencyReference(
            id: mention.id, role: .mentioned,
            evidence: Evidence(
                page: page, place: .text, start: mention.scalars.lowerBound, end: mention.scalars.upperBound,
                quote: text[text.byteRange(ofScalars: mention.scalars)],
                rule: mention.isFullName ? "agency.name" : "agency.shortName",
                confidence: mention.isFullName ? .high : .medium))
    }
}
