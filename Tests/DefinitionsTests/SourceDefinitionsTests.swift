import Correspondence
import Foundation
import Testing

@testable import Definitions

struct SourceDefinitionsTests {
    private func read(_ yaml: String, id: String = "example") throws(DefinitionError) -> Source {
        try Source.parse(yaml, id: id, named: "Pipeline/sources/\(id).yaml")
    }

    private func complaint(_ yaml: String, id: String = "example") -> String? {
        do {
            _ = try read(yaml, id: id)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func everyKeyOfAPageThatListsLettersIsRead() throws {
        let source = try read(
            """
            kind: listing
            name: Letters of the example league
            note: asked by hand first
            active: false
            urls: [https://www.example.org/letters, "https://www.example.org/archive?page=0"]
            include: ["*/letters/*"]
            exclude: ["*.docx"]
            selectors: { item: "//tr", link: "td/a", title: "td[2]", date: "td[1]", section: "../h2", next: "//a[@rel]" }
            since: 2020-01-01
            delay: 2.5
            page-limit: 20
            item-limit: 100
            time-limit: 600
            private-addresses: true
            """)
        #expect(source.id == "example" && source.kind == .listing && !source.isActive)
        #expect(source.name == "Letters of the example league" && source.note == "asked by hand first")
        #expect(
            source.urls == ["https://www.example.org/letters", "https://www.example.org/archive?page=0"])
        #expect(source.include == ["*/letters/*"] && source.exclude == ["*.docx"])
        #expect(source.selectors.item == "//tr" && source.selectors.next == "//a[@rel]")
        #expect(source.since == "2020-01-01" && source.delay == 2.5 && source.pageLimit == 20)
        #expect(source.itemLimit == 100 && source.timeLimit == 600 && source.allowsPrivateAddresses)
    }

    @Test func anInterfaceOfTheGovernmentIsAskedForDocketsAgenciesOrTerms() throws {
        let source = try read(
            """
            kind: regulations.gov
            dockets: [CMS-2024-0001]
            key-variable: REGULATIONS_GOV_KEY
            """)
        #expect(source.kind == .regulations && source.dockets == ["CMS-2024-0001"] && source.urls.isEmpty)
        #expect(source.keyVariable == "REGULATIONS_GOV_KEY" && source.isActive)
        #expect(
            complaint("kind: federal-register")?.contains("dockets, agencies and terms are missing") == true)
    }

    @Test func anUnknownKindNamesTheNearest() {
        #expect(
            complaint("kind: listng\nurls: https://www.example.org/")
                == "Pipeline/sources/example.yaml:1: kind must be one of listing, feed, sitemap, regulations.gov, "
                + "federal-register, mailbox, folder, warc, found \"listng\"; did you mean \"listing\"?")
    }

    @Test func anUnknownKeyNamesTheNearestAndItsLine() {
        #expect(
            complaint("kind: feed\nurl: https://www.example.org/feed")
                == "Pipeline/sources/example.yaml:2: unknown key \"url\"; did you mean \"urls\"?")
    }

    @Test(arguments: [
        ("ftp://www.example.org/letters", "scheme \"ftp\""), ("file:///etc/passwd", "scheme \"file\""),
        ("javascript:alert(1)", "scheme \"javascript\""), ("www.example.org/letters", "is no address"),
        ("https:///letters", "names no host"),
    ])
    func onlyAddressesOfTheWebAreTaken(address: String, problem: String) {
        #expect(complaint("kind: listing\nurls: [\"\(address)\"]")?.contains(problem) == true)
    }

    @Test(arguments: [
        "https://me:hunter2@www.example.org/", "https://hunter2@www.example.org/",
        "https://www.example.org/?api_key=hunter2", "https://www.example.org/?page=1&access_token=hunter2",
    ])
    func anAddressWithASecretIsRefusedAndTheSecretIsNotShown(address: String) throws {
        let message = try #require(complaint("kind: listing\nurls: [\"\(address)\"]"))
        #expect(message.contains("key-variable") && !message.contains("hunter2"))
    }

    @Test func aKeyInPlaceOfItsVariableIsRefusedAndNotShown() throws {
        let message = try #require(
            complaint("kind: regulations.gov\ndockets: X-2020-0001\nkey-variable: aB3-hunter2"))
        #expect(message.contains("not the key itself") && !message.contains("hunter2"))
    }

    @Test(arguments: [
        "../letters", "/var/mail", "~/Mail", "Mail/../../etc", "Output/letters", "Corpus/collected/example",
        ".",
        "https://www.example.org/",
    ])
    func aPathStaysInTheWorkspaceAndAwayFromWhatTheProgramWrites(path: String) {
        #expect(complaint("kind: folder\nurls: [\"\(path)\"]")?.contains("Mail/letters") == true)
    }

    @Test func aPathBelowTheWorkspaceIsTaken() throws {
        #expect(try read("kind: mailbox\nurls: ./Mail//letters").urls == ["Mail/letters"])
    }

    @Test func aSourceWithoutAPlaceSaysWhatToWrite() {
        #expect(complaint("kind: sitemap")?.contains("urls: [https://www.example.org/letters]") == true)
        #expect(complaint("kind: warc")?.contains("urls: [Mail/letters]") == true)
    }

    @Test func keysThatMeanNothingToAKindAreRefused() {
        #expect(
            complaint("kind: feed\nurls: https://www.example.org/feed\ndockets: [X]")?
                .contains("means nothing to a feed source") == true)
        #expect(
            complaint("kind: feed\nurls: https://www.example.org/feed\nselectors: { item: //a }")?
                .contains("selectors are for pages") == true)
    }

    @Test(arguments: ["Example", "exam ple", "-x", "a.b", ""])
    func aNameThatCannotNameAFolderIsRefused(id: String) {
        #expect(
            complaint("kind: feed\nurls: https://a.example/", id: id)?.contains("rename the file") == true)
    }

    @Test func limitsAndDaysAreChecked() {
        let start = "kind: feed\nurls: https://www.example.org/feed\n"
        #expect(complaint(start + "delay: -1")?.contains("0 to 3600") == true)
        #expect(complaint(start + "page-limit: 0")?.contains("1 to 100000") == true)
        #expect(complaint(start + "since: 2020-02-30")?.contains("since must be a day") == true)
    }

    @Test func aFolderOfSourcesIsReadInOrderAndNoFolderIsNone() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sources-\(UUID().uuidString)")
        #expect(try Source.loadAll(in: folder).isEmpty)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        for id in ["b", "a"] {
            try Data("kind: feed\nurls: https://www.example.org/\(id)\n".utf8)
                .write(to: folder.appendingPathComponent("\(id).yaml"))
        }
        #expect(try Source.loadAll(in: folder).map(\.id) == ["a", "b"])
    }
}
