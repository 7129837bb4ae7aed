import Correspondence

/// Rules and notices of the Federal Register as policy events (https://www.federalregister.gov/developers): when each was
/// published, until when one could comment on it, when it takes effect.
///
/// A question by agency (its name in the Register's addresses), docket and term gives up to 2,000 documents; what is beyond
/// is asked for from the last day of publication on.
enum FederalRegisterSource: SourceReader {
    static let kind = Source.Kind.federalRegister

    static let usualAddress = "https://www.federalregister.gov/api/v1"
    private static let pageSize = 1_000
    private static let most = 2_000

    private static let fields = [
        "document_number", "title", "type", "publication_date", "effective_on", "comments_close_on",
        "docket_ids",
        "regulation_id_numbers", "agencies", "html_url", "citation",
    ]

    static func start(
        _ source: Source, environment: [String: String]
    ) throws(SourceError) -> [ListRequest] {
        let base = source.urls.first ?? usualAddress
        let agencies = source.agencies.map { ("conditions[agencies][]", $0) }
        let dockets = source.dockets.isEmpty ? [[]] : source.dockets.map { [("conditions[docket_id]", $0)] }
        let terms = source.terms.isEmpty ? [[]] : source.terms.map { [("conditions[term]", $0)] }
        return dockets.flatMap { docket in
            terms.map { request(base, agencies + docket + $0, from: source.since) }
        }
    }

    private static func request(
        _ base: String, _ question: [(String, String)], from day: String?
    ) -> ListRequest {
        var items = question
        if let day { items.append(("conditions[publication_date][gte]", day)) }
        items += [("order", "oldest"), ("per_page", "\(pageSize)")]
        items += fields.map { ("fields[]", $0) }
        var context = ["base": base, "question": question.map { "\($0.0)=\($0.1)" }.joined(separator: "\n")]
        context["from"] = day
        return ListRequest(
            url: InterfaceAddress.make("\(base)/documents.json", items), context: context)
    }

    static func read(_ answer: ListAnswer, of source: Source) throws(SourceError) -> ListReading {
        let value = try InterfaceAnswer(answer.body).value
        guard let count = value["count"]?.integer else {
            throw .unreadable("the answer holds no count of documents")
        }
        let documents = value["results"]?.list ?? []
        let file = "Corpus/collected/\(source.id)/events.jsonl"
        var reading = ListReading()
        reading.events = documents.flatMap { FederalRegisterDocument($0, file: file)?.events ?? [] }
        if let next = next(value, answer, count: count, documents) { reading.next = [next] }
        return reading
    }

    /// The page that the interface names, on its own host; after the last, what was published since.
    private static func next(
        _ value: JSONValue, _ answer: ListAnswer, count: Int, _ documents: [JSONValue]
    ) -> ListRequest? {
        var context = answer.request.context
        let seen = (context["seen"].flatMap(Int.init) ?? 0) + documents.count
        guard !documents.isEmpty else { return nil }
        if let stated = value["next_page_url"]?.text, seen < most {
            guard let url = sameHost(stated, answer) else { return nil }
            context["seen"] = "\(seen)"
            return ListRequest(url: url, headers: answer.request.headers, context: context)
        }
        guard count > seen, let last = documents.last?["publication_date"]?.text, CalendarDay(last) != nil,
            last != context["from"], last > context["from"] ?? ""
        else { return nil }
        let question = (context["question"] ?? "").split(separator: "\n").map { line in
            let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
        }
        return request(context["base"] ?? usualAddress, question, from: last)
    }

    private static func sameHost(_ url: String, _ answer: ListAnswer) -> String? {
        do {
            let asked = try WebAddress(answer.request.url)
            let next = try asked.resolving(url)
            return next.origin == asked.origin ? next.text : nil
        } catch {
            return nil
        }
    }
}
