import Correspondence
import Testing

@testable import Reporting

@Suite("Feeds of saved queries")
struct QueryFeedTests {
    @Test("a feed holds no character that XML does not know, wherever a letter or a person put it")
    func controls() {
        let hostile = "a\u{1B}[2J\u{0}\u{FFFF}\u{202E}b</title>\r\nc"
        let feed = QueryFeed(
            SavedQuery(id: "x", query: hostile, why: hostile),
            entries: [
                .init(
                    id: "i", title: hostile, sender: hostile, summary: hostile,
                    updated: "2020-01-01T00:00:00Z")
            ],
            program: "letterbook 0")
        let isPlain = feed.text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || ![.control, .format, .unassigned].contains(scalar.properties.generalCategory)
        }
        #expect(isPlain)
        #expect(feed.text.contains("<title>a[2Jb&lt;/title&gt; c</title>"))
    }
}
