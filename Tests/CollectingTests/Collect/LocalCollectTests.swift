import Correspondence
import Foundation
import Testing

@testable import Collecting

@Suite("What lies on this machine")
struct LocalCollectTests {
    let collecting: TestCollecting

    init() throws {
        collecting = TestCollecting(try LetterServer(), kind: .folder)
        collecting.source.urls = ["Inbox"]
    }

    private func put(_ text: String, _ path: String) throws {
        let file = collecting.root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @Test("is copied once, with its place as custody, and not read again while it stays as it is")
    func folder() async throws {
        try put("March 3, 2020\n\nDear Administrator:\n\nPlease act.\n", "Inbox/one.txt")
        try put("GIF89a", "Inbox/logo.gif")
        let first = try await collecting.collect()
        #expect(first.new.count == 1)
        let line = try #require(try collecting.custody().first)
        #expect(line.place == "Inbox/one.txt")
        #expect(line.url == nil)
        #expect(try collecting.originals().map { $0.hasSuffix(".txt") } == [true])

        collecting.time.pass(86_400)
        let second = try await collecting.collect()
        #expect(second.listed == 0)
        #expect(second.alarm == nil)

        // Other bytes in its place are another version.
        collecting.time.pass(86_400)
        try put("March 4, 2020\n\nDear Administrator:\n\nPlease act at once.\n", "Inbox/one.txt")
        #expect(try await collecting.collect().changed.count == 1)
        #expect(try collecting.custody().last?.supersedes == line.sha256)
        #expect(try collecting.originals().count == 2)
    }

    @Test("that is not there is said, and raises the alarm")
    func missing() async throws {
        let report = try await collecting.collect()
        #expect(report.alarm != nil)
        #expect(report.problems.count == 1)
    }
}
