import Correspondence
import Foundation

/// A document of the Federal Register, and the events that it makes.
struct FederalRegisterDocument {
    let events: [RecordedEvent]

    /// Nil without a number, a title or a day of publication.
    init?(_ document: JSONValue, file: String) {
        guard let number = document["document_number"]?.text, number.utf8.count <= 40,
            let title = document["title"]?.text,
            let published = document["publication_date"]?.text.flatMap(EDTFDate.init),
            published.earliestDay != nil
        else { return nil }
        let name = SourceXML.words(title)?.shortened(to: 300) ?? number
        let kind = document["type"]?.text ?? "Document"
        let make = { (what: PolicyEvent.Kind, date: EDTFDate, opens: EDTFDate?, title: String) in
            RecordedEvent(
                id: "fr-\(number)-\(what.rawValue)", kind: what, date: date, opens: opens, title: title,
                about: Self.about(document, number), agencies: Self.agencies(document),
                source: Self.source(document, number), file: file)
        }
        var events = [make(.published, published, nil, "\(kind): \(name)")]
        if let close = Self.day(document["comments_close_on"]), close >= published {
            events.append(make(.commentCloses, close, published, "Comments close: \(name)"))
        }
        if let start = Self.day(document["effective_on"]) {
            events.append(make(.starts, start, nil, "Takes effect: \(name)"))
        }
        self.events = events
    }

    private static func day(_ value: JSONValue?) -> EDTFDate? {
        guard let text = value?.text, CalendarDay(text) != nil else { return nil }
        return EDTFDate(text)
    }

    /// Dockets and file codes, RINs, the citation and the document's number, as letters name them.
    private static func about(_ document: JSONValue, _ number: String) -> [String] {
        var about: [String] = []
        for docket in document["docket_ids"]?.list ?? [] {
            if let plain = docket.text.map(plainDocket), !plain.isEmpty { about.append(plain) }
        }
        about += (document["regulation_id_numbers"]?.list ?? []).compactMap(\.text)
        if let citation = document["citation"]?.text { about.append(citation) }
        about.append("FR Doc. \(number)")
        var seen: Set<String> = []
        return about.filter { seen.insert($0).inserted }
    }

    /// `Docket No. FDA-2021-N-0001` and `File Code CMS-1752-P` without the words before.
    private static func plainDocket(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let start = words.firstIndex { $0.contains("-") && $0.contains(where: \.isNumber) }
        guard let start else { return words.joined(separator: " ") }
        return words[start].trimmingCharacters(in: CharacterSet(charactersIn: ",;:.()[]"))
            .replacing("–", with: "-")
    }

    /// The Register's own names: `centers-for-medicare-medicaid-services`.
    private static func agencies(_ document: JSONValue) -> [String] {
        var seen: Set<String> = []
        return (document["agencies"]?.list ?? []).compactMap { $0["slug"]?.text }.filter {
            seen.insert($0).inserted
        }
    }

    private static func source(_ document: JSONValue, _ number: String) -> String {
        guard let url = document["html_url"]?.text, url.hasPrefix("https://") else {
            return "https://www.federalregister.gov/d/\(number)"
        }
        return url
    }
}
