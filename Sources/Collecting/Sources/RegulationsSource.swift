import Correspondence

/// Comments on the dockets of regulations.gov, through version 4 of its interface
/// (https://open.gsa.gov/api/regulationsgov/).
///
/// Dockets, agencies or terms give documents; each document's `objectId` gives its comments; each comment is a landing page
/// that `RegulationsComment` reads: its attachments, or its own text. A page holds 250, and a question is answered to page
/// 20 only: what is beyond is asked for by the time of last change, from where page 20 ended. The interface allows some
/// 1,000 requests an hour and says in `X-RateLimit-Remaining` how many are left, in `Retry-After` when there are new ones.
enum RegulationsSource: SourceReader {
    static let kind = Source.Kind.regulations

    static let usualAddress = "https://api.regulations.gov/v4"
    static let usualKeyVariable = "REGULATIONS_GOV_KEY"
    private static let pageSize = 250
    private static let lastPage = 20

    static func start(
        _ source: Source, environment: [String: String]
    ) throws(SourceError) -> [ListRequest] {
        let variable = source.keyVariable ?? usualKeyVariable
        guard let key = environment[variable], !key.isEmpty else {
            throw .incomplete(
                "the environment variable \(variable) is not set: regulations.gov gives a key to whoever asks at "
                    + "https://open.gsa.gov/api/regulationsgov/, and key-variable names where it is")
        }
        let base = source.urls.first ?? usualAddress
        return questions(source).map { question in
            let context = [
                "step": "documents", "base": base, "page": "1",
                "question": question.map { "\($0.0)=\($0.1)" }.joined(separator: "&"),
            ]
            return request("documents", question, context, headers: ["X-Api-Key": key])
        }
    }

    /// One for each docket; without dockets, one for each agency and term.
    private static func questions(_ source: Source) -> [[(String, String)]] {
        guard source.dockets.isEmpty else { return source.dockets.map { [("filter[docketId]", $0)] } }
        var since: [(String, String)] = []
        if let day = source.since { since = [("filter[commentEndDate][ge]", day)] }
        let agencies =
            source.agencies.isEmpty ? [[]] : source.agencies.map { [("filter[agencyId]", $0.uppercased())] }
        let terms = source.terms.isEmpty ? [[]] : source.terms.map { [("filter[searchTerm]", $0)] }
        return agencies.flatMap { agency in terms.map { agency + $0 + since } }
    }

    static func read(_ answer: ListAnswer, of source: Source) throws(SourceError) -> ListReading {
        let value = try InterfaceAnswer(answer.body).value
        guard let entries = value["data"]?.list else { throw .unreadable("the answer holds no list (data)") }
        var reading = ListReading()
        let isDocuments = answer.request.context["step"] == "documents"
        for entry in entries {
            if isDocuments {
                if let comments = comments(on: entry, answer.request, source) {
                    reading.next.append(comments)
                }
            } else if let item = item(entry, answer.request, source) {
                reading.items.append(item)
            }
        }
        if let next = following(answer.request, value, entries) { reading.next.append(next) }
        return reading
    }

    // MARK: Requests

    private static func request(
        _ path: String, _ question: [(String, String)], _ context: [String: String], headers: [String: String]
    ) -> ListRequest {
        let base = context["base"] ?? usualAddress
        var items = question
        if let after = context["after"] { items.append(("filter[lastModifiedDate][ge]", after)) }
        items += [
            ("sort", "lastModifiedDate,documentId"), ("page[size]", "\(pageSize)"),
            ("page[number]", context["page"] ?? "1"),
        ]
        return ListRequest(
            url: InterfaceAddress.make("\(base)/\(path)", items), headers: headers, context: context)
    }

    /// The comments on a document. Material that supports a rule gets none.
    private static func comments(
        on document: JSONValue, _ request: ListRequest, _ source: Source
    ) -> ListRequest? {
        let facts = document["attributes"]
        guard let object = facts?["objectId"]?.text else { return nil }
        let isSupporting = facts?["documentType"]?.text?.hasPrefix("Supporting") == true
        if isSupporting, facts?["commentStartDate"]?.text == nil, facts?["openForComment"]?.bool != true {
            return nil
        }
        var question = [("filter[commentOnId]", object)]
        if let since = source.since { question.append(("filter[postedDate][ge]", since)) }
        var context = [
            "step": "comments", "base": request.context["base"] ?? usualAddress, "page": "1",
            "question": question.map { "\($0.0)=\($0.1)" }.joined(separator: "&"),
        ]
        context["document"] = document["id"]?.text
        context["docket"] = facts?["docketId"]?.text
        return self.request("comments", question, context, headers: request.headers)
    }

    /// The next page; after the last that is given, the first of what was changed since.
    private static func following(
        _ request: ListRequest, _ value: JSONValue, _ entries: [JSONValue]
    ) -> ListRequest? {
        let meta = value["meta"]
        let page = request.context["page"].flatMap(Int.init) ?? 1
        let hasNext = meta?["hasNextPage"]?.bool ?? (page < meta?["totalPages"]?.integer ?? 0)
        let total = meta?["totalElements"]?.integer ?? 0
        guard !entries.isEmpty, hasNext || total > page * pageSize else { return nil }
        var context = request.context
        if page < lastPage {
            context["page"] = "\(page + 1)"
        } else {
            guard let last = entries.last?["attributes"]?["lastModifiedDate"]?.text,
                let local = EasternTime.local(last), "\(local.day) \(local.time)" != context["after"]
            else { return nil }
            context["after"] = "\(local.day) \(local.time)"
            context["page"] = "1"
        }
        let question = (context["question"] ?? "").split(separator: "&").map { part in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
        }
        return self.request(context["step"] ?? "comments", question, context, headers: request.headers)
    }

    // MARK: Comments

    private static func item(
        _ comment: JSONValue, _ request: ListRequest, _ source: Source
    ) -> ListedItem? {
        guard let id = comment["id"]?.text, isID(id) else { return nil }
        let facts = comment["attributes"]
        let base = request.context["base"] ?? usualAddress
        var item = ListedItem(url: "\(base)/comments/\(id)?include=attachments", listing: request.url)
        item.headers = request.headers
        item.linkText = facts?["title"]?.text.map { $0.shortened(to: 500) }
        item.stamp = facts?["lastModifiedDate"]?.text
        item.isWithdrawn = facts?["withdrawn"]?.bool == true
        item.isLandingPage = true
        item.facts["documentId"] = id
        item.facts["docketId"] = request.context["docket"] ?? facts?["docketId"]?.text
        item.facts["commentOnDocumentId"] = request.context["document"]
        item.facts["agencyId"] = facts?["agencyId"]?.text
        item.facts["postedDate"] = facts?["postedDate"]?.text.flatMap { EasternTime.local($0)?.day }
        let addresses = [item.url, "https://www.regulations.gov/comment/\(id)"]
        return addresses.contains { AddressChoice.takes($0, source) } ? item : nil
    }

    /// `CMS-2020-0001-0002`: letters, digits, hyphens and underscores. It becomes a part of an address.
    private static func isID(_ id: String) -> Bool {
        id.utf8.count <= 100
            && id.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || $0 == 0x2D || $0 == 0x5F
            }
    }
}
