import Correspondence
import Foundation
import Testing

@testable import Reporting

struct TimelineFormatTests {
    private let made: Timeline
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/timeline")

    init() throws {
        made = timeline(of: try TimelineLetters.sample(), context: TimelineLetters.context)
    }

    /// Re-recorded only with `RECORD=1`; a format without its example fails.
    @Test(arguments: TimelineFormat.all.map(\.id))
    func everyFormatIsAsItsGoldenFile(id: String) throws {
        let format = try TimelineLetters.required(TimelineFormat.named(id))
        let file = Self.fixtures.appendingPathComponent(format.fileName)
        let text = try format.render(made)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(at: Self.fixtures, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == golden, "\(format.fileName) differs; look, then record with RECORD=1")
    }

    @Test(arguments: TimelineFormat.all.map(\.id))
    func theSameTimelineGivesTheSameBytes(id: String) throws {
        let format = try TimelineLetters.required(TimelineFormat.named(id))
        let again = timeline(of: try TimelineLetters.sample().reversed(), context: TimelineLetters.context)
        #expect(try format.render(again) == format.render(made))
    }

    @Test func theJSONReadsBackAsTheSameTimeline() throws {
        let json = Data(try timelineJSON(made).utf8)
        #expect(try CanonicalJSON.decode(Timeline.self, from: json) == made)
    }

    @Test(arguments: ["html", "atom", "svg", "markdown", "timelinejs"])
    func textFromLettersIsNeverMarkup(id: String) throws {
        let text = try TimelineLetters.required(TimelineFormat.named(id)).render(made)
        #expect(!text.contains("<script>alert"))
        #expect(!text.unicodeScalars.contains { $0.value == 0x202E })
    }

    @Test func aFormulaInACSVIsOnlyText() {
        #expect(timelineCSV(made).contains(",'=SUM(A1),"))
    }

    @Test func thePageAsksNothingOfTheNetwork() {
        let page = timelineHTML(made)
        for word in ["http://", "https://", "src=", "@import", "url(h", "fetch(", "XMLHttpRequest", "eval("] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(!page.contains(" style=\""))
        #expect(!page.contains(" onclick"))
    }

    @Test func thePagesPolicyAllowsItsOwnStyleAndScriptAlone() throws {
        let page = timelineHTML(made)
        #expect(page.contains("default-src 'none'"))
        for (tag, text) in [("style", htmlStyle), ("script", htmlScript)] {
            #expect(page.contains("<\(tag)>\(text)</\(tag)>"))
            #expect(page.contains("\(tag)-src \(contentHash(text))"))
        }
    }

    @Test func everyLetterLinksToItsRecord() {
        let page = timelineHTML(made)
        for letter in made.letters {
            #expect(page.contains("href=\"../archive/letters/00/\(letter.id).json\""))
            #expect(page.contains("id=\"l\(letter.number)\""))
        }
    }

    @Test func linksWithinThePageLeadSomewhere() {
        let page = timelineHTML(made)
        let targets = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
        for link in page.matches(of: /href="#([^"]+)"/) {
            #expect(targets.contains(String(link.1)), "\(link.1)")
        }
    }

    @Test func calendarLinesAreFoldedAndEndAsTheyShould() {
        let lines = timelineCalendar(made).components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.dropLast().last == "END:VCALENDAR")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.contains("DTSTART;VALUE=DATE:20210310"))
        #expect(lines.contains("DTEND;VALUE=DATE:20210311"))
    }

    @Test func fiveThousandLettersAreAPageOfLessThanThreeMegabytes() {
        let senders = (1...60).map {
            "The Regional Association of Sample Hospitals and Clinics, Number \($0)"
        }
        let letters = (1...5_000).map { number in
            TimelineLetters.letter(
                number, on: "20\(10 + number % 12)-0\(1 + number % 9)-\(10 + number % 18)",
                kind: number.isMultiple(of: 3) ? .comment : .letter,
                title:
                    "Request for information on matter \(number), its costs, and its effects on rural hospitals",
                from: senders[number % 60], to: [["cms", "nih", "us-senate"][number % 3]],
                topics: number.isMultiple(of: 4) ? ["ctsa", "maternal-health"] : ["maternal-health"])
        }
        let page = timelineHTML(timeline(of: letters, context: TimelineLetters.context))
        #expect(page.utf8.count < 3_000_000)
        #expect(page.contains("id=\"l5000\""))
    }
}
