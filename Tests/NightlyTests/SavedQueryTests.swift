import Foundation
import Nightly
import Testing

@Suite("Saved queries")
struct SavedQueryTests {
    private let place: TestWorkspace

    init() throws { place = try TestWorkspace() }

    private func save(_ yaml: String, as id: String = "mothers") throws {
        let folder = place.root.appendingPathComponent("Pipeline/queries")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(yaml.utf8).write(to: folder.appendingPathComponent("\(id).yaml"))
    }

    private func night(_ day: Int) async throws -> [SavedQueryNews] {
        try await place.night(started: "2026-01-0\(day)T03:04:05Z").queries ?? []
    }

    private func feed() throws -> String {
        let file = place.output.appendingPathComponent("queries/mothers.atom")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    @Test("a letter is told the first night that finds it, and never again")
    func once() async throws {
        try save("query: agency:cms postpartum\nwhy: The team answers within a week.\n")
        try place.putLetter(1)
        let first = try await night(1)
        #expect(first.map(\.id) == ["mothers"] && first.first?.new.count == 1)
        #expect(first.first?.why == "The team answers within a week.")
        #expect(try await night(2).isEmpty)
        try place.putLetter(2)
        let third = try await night(3)
        #expect(third.first?.new.map(\.path) == ["letter-2.html"])
        #expect(third.first?.changed.isEmpty == true)
        let feed = try feed()
        #expect(feed.components(separatedBy: "<entry>").count == 3)
        #expect(feed.contains("<updated>2026-01-03T03:04:05Z</updated>\n<generator>"))
    }

    @Test("what is derived can be deleted, and nothing is told twice for it")
    func derived() async throws {
        try save("query: postpartum\nwhy: To know.\n")
        try place.putLetter(1)
        _ = try await night(1)
        let feed = try feed()
        for folder in ["cache", "index", "queries", "archive"] {
            try FileManager.default.removeItem(at: place.output.appendingPathComponent(folder))
        }
        #expect(try await night(2).isEmpty)
        #expect(try self.feed() == feed)
    }

    @Test("a letter that says something else than before is told as changed")
    func changed() async throws {
        try save("query: postpartum\nwhy: To know.\n")
        try place.putLetter(1)
        _ = try await night(1)
        let topics = place.root.appendingPathComponent("Pipeline/topics")
        try FileManager.default.copyItem(
            at: topics.appendingPathComponent("maternal-health.yaml"),
            to: topics.appendingPathComponent("mothers.yaml"))
        let news = try await night(2)
        #expect(news.first?.changed.map(\.topics) == [["maternal-health", "mothers"]])
        #expect(news.first?.new.isEmpty == true)
    }

    @Test("a night without news writes nothing but its report")
    func quiet() async throws {
        try save("query: postpartum\nwhy: To know.\ncommand: [/bin/sh, -c, 'cat > /dev/null']\n")
        try place.putLetter(1)
        _ = try await night(1)
        let before = try place.outputHashes()
        _ = try await night(2)
        #expect(try place.outputHashes() == before)
    }

    @Test("a command is given the news; where it fails, that is said, and it is given them the next night")
    func command() async throws {
        let told = place.root.appendingPathComponent("told.json")
        let flag = place.root.appendingPathComponent("works")
        try save(
            """
            query: postpartum
            why: To know.
            command: [/bin/sh, -c, "test -e '\(flag.path)' && cat > '\(told.path)'"]
            """)
        try place.putLetter(1)
        let first = try await night(1)
        #expect(first.first?.problem?.contains("queries/mothers.yaml") == true)
        #expect(!FileManager.default.fileExists(atPath: told.path))
        try place.putLetter(2)
        #expect(try await night(2).first?.problem != nil)
        try Data().write(to: flag)
        #expect(try await night(3).isEmpty)
        let text = String(decoding: try Data(contentsOf: told), as: UTF8.self)
        #expect(text.contains("letter-1.html") && text.contains("letter-2.html"))
        try FileManager.default.removeItem(at: told)
        _ = try await night(4)
        #expect(!FileManager.default.fileExists(atPath: told.path))
    }

    @Test("a query that cannot be read is said to be one and costs nothing else")
    func unreadable() async throws {
        try save("query: 'agency:cms ('\nwhy: To know.\n", as: "broken")
        try save("query: postpartum\nwhy: To know.\n")
        try place.putLetter(1)
        let news = try await night(1)
        #expect(news.first { $0.id == "broken" }?.problem?.contains("Pipeline/queries/broken.yaml") == true)
        #expect(news.first { $0.id == "mothers" }?.new.count == 1)
    }
}
