import Correspondence

/// One comment of regulations.gov with its attachments: the letters, or where no file is attached the comment's own text.
enum RegulationsComment {
    /// Attachments that are taken of one comment; the interface allows twenty.
    private static let most = 100

    /// Whether a landing page is such a comment.
    static func isOne(_ item: ListedItem) -> Bool {
        item.facts["documentId"] != nil && item.url.hasSuffix("?include=attachments")
    }

    /// - Parameter item: the comment as the list of comments gave it.
    /// - Throws: `SourceError.unreadable` where the answer is no comment.
    static func letters(_ answer: ListAnswer, of item: ListedItem) throws(SourceError) -> [ListedItem] {
        let value = try InterfaceAnswer(answer.body).value
        guard let facts = value["data"]?["attributes"] else {
            throw .unreadable("the answer holds no comment (data)")
        }
        var letter = item
        letter.isLandingPage = false
        letter.headers = [:]
        letter.facts.merge(stated(facts)) { _, new in new }
        if facts["withdrawn"]?.bool == true {
            letter.isWithdrawn = true
            return [letter]
        }
        let files = (value["included"]?.list ?? []).prefix(most).compactMap {
            attached(to: letter, $0, answer)
        }
        if !files.isEmpty { return files }
        letter.inline = text(facts)
        return [letter]
    }

    /// Facts of the record, by the interface's own names; days in Washington's time.
    private static func stated(_ facts: JSONValue) -> [String: String] {
        var stated: [String: String] = [:]
        for name in [
            "docketId", "commentOnDocumentId", "agencyId", "organization", "govAgency", "trackingNbr",
            "subtype",
            "category", "reasonWithdrawn",
        ] {
            stated[name] = facts[name]?.text?.shortened(to: 300)
        }
        for name in ["postedDate", "receiveDate", "postmarkDate"] {
            stated[name] = facts[name]?.text.flatMap { EasternTime.local($0)?.day }
        }
        return stated
    }

    /// The best form of an attachment: PDF before Word before others. Its other forms are other addresses of it.
    private static func attached(
        to letter: ListedItem, _ attachment: JSONValue, _ answer: ListAnswer
    ) -> ListedItem? {
        guard attachment["type"]?.text == "attachments", let facts = attachment["attributes"] else {
            return nil
        }
        let forms = (facts["fileFormats"]?.list ?? []).compactMap { form -> (rank: Int, url: String)? in
            guard let reference = form["fileUrl"]?.text, let url = address(reference, answer) else {
                return nil
            }
            return (rank(form["format"]?.text), url)
        }
        guard let best = forms.min(by: { ($0.rank, $0.url) < ($1.rank, $1.url) }) else { return nil }
        var file = letter
        file.url = best.url
        file.otherURLs = forms.map(\.url).filter { $0 != best.url } + [letter.url]
        file.facts["attachment"] = facts["title"]?.text?.shortened(to: 300)
        return file
    }

    private static func address(_ reference: String, _ answer: ListAnswer) -> String? {
        do { return LinkAddress.resolve(reference, on: try WebAddress(answer.finalURL)) } catch { return nil }
    }

    private static func rank(_ format: String?) -> Int {
        ["pdf", "docx", "doc", "htm", "html", "rtf", "txt"].firstIndex(of: format?.lowercased() ?? "") ?? 9
    }

    /// Empty where the comment says nothing: then there is no letter, and nothing to ask for.
    private static func text(_ facts: JSONValue) -> InlineOriginal {
        let comment = facts["comment"]?.text ?? ""
        let isMarkup = comment.contains("<") || comment.contains("&")
        return InlineOriginal(bytes: Array(comment.utf8), contentType: isMarkup ? "text/html" : "text/plain")
    }
}
