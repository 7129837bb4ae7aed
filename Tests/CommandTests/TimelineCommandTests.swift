import Foundation
import Testing

/// `letterbook timeline` over the samples: what it writes where, in every format and length.
@Suite("The timeline command", .serialized)
struct TimelineCommandTests {
    /// A letter that is newer than the samples and tells of a deadline.
    private static let letter = """
        <html lang="en"><head><title>Comment period on the fee schedule</title></head><body>
        <p>August 20, 2021</p>
        <p>The Administrator<br>Centers for Medicare &amp; Medicaid Services<br>Baltimore, MD 21244</p>
        <p>Re: CMS-1751-P</p><p>Dear Administrator:</p>
        <p>The comment period on CMS-1751-P closes on September 13, 2021. We urge CMS to extend the comment period on \
        the fee schedule by thirty days.</p>
        <p>Sincerely,</p><p>Jane Doe<br>President<br>League of Academic Medical Centers</p></body></html>
        """

    /// Made once: an archive of the samples and a letter, which no test changes. Its folder has one name, so that runs do not pile up.
    private static let archive: Result<URL, any Error> = Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "letterbook-timeline-tests")
        if FileManager.default.fileExists(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["Pipeline", "Corpus"] {
            try FileManager.default.copyItem(
                at: checkout.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        try Data(letter.utf8).write(to: folder.appendingPathComponent("Corpus/letter.html"))
        _ = try Program.run("nightly", "--quiet", in: folder)
        return folder
    }

    private let folder: URL

    init() throws { folder = try Self.archive.get() }

    private func timeline(_ arguments: String...) throws -> String {
        let outcome = try Program.run(["timeline"] + arguments, in: folder)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    private func json(_ arguments: String...) throws -> [String: Any] {
        let outcome = try Program.run(["timeline", "--format", "json"] + arguments, in: folder)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    private func kinds(_ timeline: [String: Any]) throws -> [String] {
        let sentences = try #require(timeline["summary"] as? [[String: Any]])
        return sentences.compactMap { $0["kind"] as? String }
    }

    @Test(
        "Each format is written whole",
        arguments: [
            ("html", "<!doctype html>", "</html>"), ("svg", "<svg", "</svg>"), ("markdown", "# ", "."),
            ("json", "{", "}"), ("timelinejs", "{", "}"), ("ics", "BEGIN:VCALENDAR", "END:VCALENDAR"),
            ("atom", "<?xml", "</feed>"), ("csv", "", ""),
        ])
    func formats(format: String, start: String, end: String) throws {
        let text = try timeline("--format", format).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(text.count > 200)
        #expect(text.hasPrefix(start) && text.hasSuffix(end))
        switch format {
        case "json", "timelinejs":
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        case "csv":
            #expect(text.split(separator: "\r\n").count > 20)
        default: break
        }
    }

    @Test("The headline is one sentence, the short answer three, the full one more")
    func lengths() throws {
        let headline = try kinds(json("--length", "headline"))
        let short = try kinds(json("--length", "short"))
        let full = try kinds(json("--length", "full"))
        #expect(headline == ["size"])
        #expect(short.count == 3 && full.count > 6)
        #expect(Array(full.prefix(3)) == short)
    }

    @Test("What is next is counted from --as-of, by default from the newest letter's day")
    func asOf() throws {
        let early = try #require(try json("--as-of", "2019-01-01")["colophon"] as? [String: Any])
        #expect(early["asOf"] as? String == "2019-01-01")
        #expect(try kinds(json("--as-of", "2019-01-01")).contains("next"))
        #expect(try !kinds(json("--as-of", "2099")).contains("next"))
        let usual = try json()
        #expect((usual["colophon"] as? [String: Any])?["asOf"] as? String == "2021-08-20")
        let sentences = try #require(usual["summary"] as? [[String: Any]])
        let next = try #require(sentences.first { $0["kind"] as? String == "next" }?["text"] as? String)
        #expect(next.contains("closes") && next.contains("13 September 2021"))
    }

    @Test("A comparison says what differs from the other period or topic")
    func against() throws {
        let period = try timeline("--from", "2020", "--to", "2020", "--against", "2021")
        #expect(period.contains("## Compared with from 2021; to 2021"))
        let topic = try timeline("--topic", "ctsa", "--against-topic", "maternal-health")
        #expect(topic.contains("## Compared with topic maternal-health"))
        let wrong = try Program.run(["timeline", "--pages", "--against", "2021"], in: folder)
        #expect(wrong.status == 64)
    }

    @Test("--pages writes a page that stands in Output/timeline/pages and says where")
    func pages() throws {
        let output = try timeline("--pages")
        let index = folder.appendingPathComponent("Output/timeline/pages/index.html")
        #expect(output.hasSuffix("Output/timeline/pages/index.html (1 page)\n"))
        let page = try String(contentsOf: index, encoding: .utf8)
        #expect(page.hasSuffix("</html>\n"))
        #expect(page.contains("href=\"../../archive/letters/"))
        let first = try Data(contentsOf: index)
        _ = try timeline("--pages")
        #expect(try Data(contentsOf: index) == first)
    }

    @Test(
        "A picture is drawn where rsvg-convert is installed; where it is not, the message names the package")
    func png() throws {
        let line = "letterbook timeline --format png > timeline.png"
        let drawn = try Program.shell(line, in: folder)
        if FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert") {
            #expect(drawn.status == 0, "\(drawn.errors)")
            let bytes = try Data(contentsOf: folder.appendingPathComponent("timeline.png"))
            // PNG's signature, w3.org/TR/png-3.
            #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        }
        let bare = "PATH=/nowhere \(Program.path) timeline --format png"
        let missing = try Program.shell(bare, in: folder)
        #expect(missing.status != 0 && missing.errors.contains("librsvg2-bin"), "\(missing.errors)")
    }

    @Test("--open writes the page and gives it to the desktop; without a desktop it says where the page lies")
    func open() throws {
        let page = folder.appendingPathComponent("Output/timeline/view.html")
        let missing = try Program.shell("PATH=/nowhere \(Program.path) timeline --open", in: folder)
        #expect(missing.status != 0)
        #expect(missing.errors.contains("xdg-open") && missing.errors.contains(page.lastPathComponent))
        #expect(try String(contentsOf: page, encoding: .utf8).hasSuffix("</html>\n"))
        // A desktop of our own: it notes what it is given.
        let desktop = try ScratchFolder()
        try desktop.write("#!/bin/sh\necho \"$1\" > \"$(dirname \"$0\")/given\"\n", to: "xdg-open")
        let line =
            "chmod +x '\(desktop.url.path)/xdg-open' && PATH='\(desktop.url.path)':$PATH letterbook timeline --open"
        let opened = try Program.shell(line, in: folder)
        #expect(opened.status == 0, "\(opened.errors)")
        let given = try String(contentsOf: desktop.url.appendingPathComponent("given"), encoding: .utf8)
        #expect(given.trimmingCharacters(in: .newlines).hasSuffix("Output/timeline/view.html"))
    }

    @Test("Unknown names are told with what there is, and nothing found is no success")
    func mistakes() throws {
        let topic = try Program.run(["timeline", "--topic", "maternal"], in: folder)
        #expect(topic.status == 64 && topic.errors.contains("maternal-health"))
        let format = try Program.run(["timeline", "--format", "pdf"], in: folder)
        #expect(format.status == 64 && format.errors.contains("png"))
        let day = try Program.run(["timeline", "--as-of", "soon"], in: folder)
        #expect(day.status == 64 && day.errors.contains("--as-of"))
        let none = try Program.run(["timeline", "--from", "1901", "--to", "1902"], in: folder)
        #expect(none.status != 0 && none.output.contains("No letter answers this question"))
    }
}
