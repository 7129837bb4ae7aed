import Correspondence
import Foundation
import Testing

@testable import Collecting

struct RegulationsSourceTests {
    private static let environment = ["REGULATIONS_GOV_KEY": "k-1"]

    private func source(_ change: (inout Source) -> Void = { $0.dockets = ["XMS-2021-0007"] }) -> Source {
        var source = Source(id: "x", kind: .regulations)
        change(&source)
        return source
    }

    private func saved(_ name: String, _ request: ListRequest) throws -> ListAnswer {
        let file = SavedSources.folder.appendingPathComponent("regulations.gov/\(name).json")
        return ListAnswer(
            request: request, finalURL: request.url, contentType: "application/json",
            body: [UInt8](try Data(contentsOf: file)))
    }

    private func answer(_ json: String, _ request: ListRequest) -> ListAnswer {
        ListAnswer(request: request, finalURL: request.url, contentType: nil, body: Array(json.utf8))
    }

    @Test func aDocketLeadsToItsDocumentsTheirCommentsAndTheirAttachments() throws {
        let source = source()
        let first = try #require(RegulationsSource.start(source, environment: Self.environment).first)
        #expect(
            first.url
                == "https://api.regulations.gov/v4/documents?filter%5BdocketId%5D=XMS-2021-0007&sort=lastModifiedDate,"
                + "documentId&page%5Bsize%5D=250&page%5Bnumber%5D=1")
        let documents = try RegulationsSource.read(saved("documents", first), of: source)
        try SavedSources.compare(
            documents, with: SavedSources.folder.appendingPathComponent("regulations.gov/documents.json"))
        let comments = try RegulationsSource.read(
            saved("comments", #require(documents.next.first)), of: source)
        try SavedSources.compare(
            comments, with: SavedSources.folder.appendingPathComponent("regulations.gov/comments.json"))
    }

    @Test(arguments: ["comment-attached", "comment-text", "comment-withdrawn", "comment-empty"])
    func everySavedCommentIsReadAsItsGoldenFileSays(name: String) throws {
        let url = "https://api.regulations.gov/v4/comments/XMS-2021-0007-0010?include=attachments"
        var item = ListedItem(url: url, listing: "https://api.regulations.gov/v4/comments?page=1")
        item.facts = ["documentId": "XMS-2021-0007-0010"]
        item.headers = ["X-Api-Key": "k-1"]
        item.isLandingPage = true
        let letters = try readLandingPage(saved(name, ListRequest(url: url)), of: item)
        #expect(letters.allSatisfy { $0.headers.isEmpty && !$0.isLandingPage })
        try SavedSources.compare(
            ListReading(items: letters),
            with: SavedSources.folder.appendingPathComponent("regulations.gov/\(name).json"))
    }

    @Test func theKeyGoesIntoAHeaderAndNowhereElse() throws {
        let source = source()
        let first = try #require(RegulationsSource.start(source, environment: Self.environment).first)
        #expect(first.headers == ["X-Api-Key": "k-1"])
        #expect(!first.url.contains("k-1") && !first.context.values.contains { $0.contains("k-1") })
        let documents = try RegulationsSource.read(saved("documents", first), of: source)
        #expect(documents.next.map(\.headers) == [["X-Api-Key": "k-1"]])
    }

    @Test func withoutAKeyTheSourceSaysWhereToGetOne() {
        #expect(throws: SourceError.self) { try RegulationsSource.start(source(), environment: [:]) }
        do {
            _ = try RegulationsSource.start(
                source { $0.keyVariable = "MY_KEY" }, environment: Self.environment)
        } catch {
            #expect(error.description.contains("MY_KEY is not set"))
        }
    }

    @Test func agenciesAndTermsAreAskedForTogether() throws {
        let requests = try RegulationsSource.start(
            source {
                $0.agencies = ["xms", "yms"]
                $0.terms = ["maternal health"]
                $0.since = "2021-01-01"
            }, environment: Self.environment)
        #expect(requests.count == 2)
        #expect(
            requests[0].url.contains(
                "filter%5BagencyId%5D=XMS&filter%5BsearchTerm%5D=maternal%20health&filter%5BcommentEndDate%5D%5Bge%5D=2021-01-01"
            ))
    }

    /// Page 20 is the last that is given.
    private func page(_ number: Int, last: String, total: Int = 9_000, after: String? = nil) throws
        -> ListReading
    {
        var context = ["step": "comments", "page": "\(number)", "question": "filter[commentOnId]=09"]
        context["after"] = after
        let request = ListRequest(url: "https://api.regulations.gov/v4/comments", context: context)
        let json = """
            {"data": [{"id": "XMS-1", "attributes": {"lastModifiedDate": "\(last)"}}],
             "meta": {"hasNextPage": \(number < 20), "pageNumber": \(number), "totalElements": \(total), "totalPages": 20}}
            """
        return try RegulationsSource.read(answer(json, request), of: source())
    }

    @Test func whatIsBeyondPageTwentyIsAskedForByTheTimeOfLastChangeInWashington() throws {
        let next = try #require(page(20, last: "2021-09-14T13:20:11Z").next.first)
        #expect(next.context["page"] == "1" && next.context["after"] == "2021-09-14 09:20:11")
        #expect(next.url.contains("filter%5BlastModifiedDate%5D%5Bge%5D=2021-09-14%2009%3A20%3A11"))
        #expect(next.url.contains("filter%5BcommentOnId%5D=09&"))
        #expect(try page(19, last: "2021-09-14T13:20:11Z").next.first?.context["page"] == "20")
    }

    @Test func aWindowThatDoesNotMoveEndsThePaging() throws {
        #expect(try page(20, last: "2021-09-14T13:20:11Z", after: "2021-09-14 09:20:11").next.isEmpty)
        #expect(try page(20, last: "2021-09-14T13:20:11Z", total: 5_000).next.isEmpty)
    }

    @Test func whatTheInterfaceComplainsOfIsSaid() {
        let request = ListRequest(url: "https://api.regulations.gov/v4/comments")
        #expect(throws: SourceError.unreadable("the interface says: An invalid API key was supplied.")) {
            try RegulationsSource.read(
                answer(
                    #"{"error": {"code": "API_KEY_INVALID", "message": "An invalid API key was supplied."}}"#,
                    request),
                of: source())
        }
        #expect(throws: SourceError.unreadable("the answer is no JSON")) {
            try RegulationsSource.read(answer(String(repeating: "[", count: 100_000), request), of: source())
        }
    }

    @Test(arguments: [
        ("2021-09-14T13:20:11Z", "2021-09-14 09:20:11"), ("2021-01-01T03:59:59Z", "2020-12-31 22:59:59"),
        ("2021-03-14T06:59:59Z", "2021-03-14 01:59:59"), ("2021-03-14T07:00:00Z", "2021-03-14 03:00:00"),
        ("2021-11-07T05:59:59Z", "2021-11-07 01:59:59"), ("2021-11-07T06:00:00Z", "2021-11-07 01:00:00"),
        ("2015-09-24T03:59:59Z", "2015-09-23 23:59:59"),
    ])
    func daysAreThoseOfWashington(utc: String, local: String) throws {
        let time = try #require(EasternTime.local(utc))
        #expect("\(time.day) \(time.time)" == local)
        #expect(EasternTime.local("yesterday") == nil)
    }
}
