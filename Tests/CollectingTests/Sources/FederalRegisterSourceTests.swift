import Correspondence
import Foundation
import Testing

@testable import Collecting

struct FederalRegisterSourceTests {
    private func source(_ change: (inout Source) -> Void = { _ in }) -> Source {
        var source = Source(id: "register", kind: .federalRegister)
        change(&source)
        return source
    }

    @Test func aQuestionIsAskedByAgencyDocketAndTerm() throws {
        let requests = try FederalRegisterSource.start(
            source {
                $0.agencies = ["centers-for-invented-services"]
                $0.terms = ["telehealth", "rural care"]
                $0.since = "2021-01-01"
            }, environment: [:])
        #expect(requests.count == 2)
        #expect(
            requests[1].url.hasPrefix(
                "https://www.federalregister.gov/api/v1/documents.json?conditions%5Bagencies%5D%5B%5D=centers-for-"
                    + "invented-services&conditions%5Bterm%5D=rural%20care&conditions%5Bpublication_date%5D%5Bgte%5D="
                    + "2021-01-01&order=oldest&per_page=1000&fields%5B%5D=document_number"))
    }

    @Test func documentsAreEventsAsTheGoldenFileSays() throws {
        let file = SavedSources.folder.appendingPathComponent("federal-register/documents.json")
        let answer = try SavedSources.answer(
            file, url: "https://www.federalregister.gov/api/v1/documents.json?x=1")
        try SavedSources.compare(FederalRegisterSource.read(answer, of: source()), with: file)
    }

    private func read(
        count: Int, last: String, next: String? = nil, context: [String: String]
    ) throws -> [ListRequest] {
        let url = "https://www.federalregister.gov/api/v1/documents.json?page=1"
        let stated = next.map { ", \"next_page_url\": \"\($0)\"" } ?? ""
        let json = """
            {"count": \(count)\(stated), "results": [{"document_number": "1", "title": "t", "publication_date": "\(last)"}]}
            """
        let answer = ListAnswer(
            request: ListRequest(url: url, context: context), finalURL: url, contentType: nil,
            body: Array(json.utf8))
        return try FederalRegisterSource.read(answer, of: source()).next
    }

    @Test func theNextPageIsFollowedOnItsOwnHostOnly() throws {
        let own = "https://www.federalregister.gov/api/v1/documents.json?page=2"
        let next = try read(
            count: 1_500, last: "2021-05-01", next: own, context: ["base": "b", "question": ""])
        #expect(next.map(\.url) == [own] && next.first?.context["seen"] == "1")
        #expect(
            try read(count: 2, last: "2021-05-01", next: "http://169.254.169.254/latest", context: [:])
                .isEmpty)
    }

    @Test func beyondTwoThousandTheNextWindowBeginsWithTheLastDay() throws {
        let next = try read(
            count: 2_600, last: "2021-05-01",
            context: ["base": "https://x.example", "question": "conditions[term]=a=b c", "seen": "1999"])
        #expect(
            next.first?.url.hasPrefix(
                "https://x.example/documents.json?conditions%5Bterm%5D=a%3Db%20c&conditions%5Bpublication_date%5D%5Bgte%5D=2021-05-01&"
            ) == true)
        #expect(next.first?.context["seen"] == nil && next.first?.context["from"] == "2021-05-01")
    }

    @Test func aWindowThatDoesNotMoveEndsThePaging() throws {
        #expect(
            try read(
                count: 9_000, last: "2021-05-01",
                context: ["question": "", "from": "2021-05-01", "seen": "1999"]
            )
            .isEmpty)
    }
}
