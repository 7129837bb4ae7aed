import Correspondence
import Testing

@testable import Reporting

@Suite("Table of letters")
struct TableReportTests {
    private let hits = [
        QueryHit(
            id: "3f9a1c20d4e5b6a7", shortID: "3f9a1c20", kind: .letter, date: EDTFDate("2020-05-31"),
            title:
                "Request for information: rural maternal and infant health care in the whole of the country",
            sender: "Association of Example Medical Colleges", to: ["cms"], topics: ["maternal-health"],
            snippet: Snippet(
                text: "… to the rural obstetric units of the country, which …", page: 2,
                highlights: [[9, 14], [15, 24]])),
        QueryHit(id: "91be77d0d4e5b6a7", shortID: "91be77d0d", kind: .page, title: "省\u{1B}[31mred\n2"),
    ]

    @Test("columns fit the terminal, dates and ids are whole")
    func fits() {
        for width in [60, 80, 100, 160] {
            let text = TableReport(width: width).text(hits)
            for line in text.split(separator: "\n") {
                #expect(TextWidth.columns(String(line)) <= width, "\(width): \(line)")
            }
            #expect(text.contains("3f9a1c20") && text.contains("91be77d0d") && text.contains("2020-05-31"))
        }
    }

    @Test("a table of 80 columns is this one")
    func eighty() {
        #expect(
            TableReport(width: 80).text(hits) == """
                DATE        FROM             TO   SUBJECT                  TOPICS      ID
                2020-05-31  Association of…  cms  Request for informatio…  maternal-…  3f9a1c20
                    p. 2  … to the rural obstetric units of the country, which …
                –           –                –    省[31mred 2                          91be77d0d

                """)
    }

    @Test("nothing of a document reaches the terminal as a command")
    func escapes() {
        let plain = TableReport(width: 100).text(hits)
        #expect(!plain.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        #expect(plain.split(separator: "\n").count == 4)
    }

    @Test("marked words stand out on a terminal only")
    func marks() {
        let coloured = TableReport(width: 100, style: TextStyle(isColoured: true)).text(hits)
        #expect(coloured.contains("\u{1B}[1mrural\u{1B}[0m \u{1B}[1mobstetric\u{1B}[0m"))
        #expect(coloured.contains("p. 2"))
        #expect(!TableReport(width: 100, showsSnippets: false).text(hits).contains("p. 2"))
    }

    @Test("a passage that is cut ends in one ellipsis, and begins with a word")
    func cut() {
        var hit = hits[0]
        let filler = "several words to fill the line before "
        hit.snippet = Snippet(
            text: filler + filler + "the hub, and more words follow after it, hubs and so on", page: 1,
            highlights: [[80, 83], [117, 121]])
        for width in 40...120 {
            let line = TableReport(width: width).text([hit]).split(separator: "\n")[2]
            #expect(!line.contains("……") && TextWidth.columns(String(line)) <= width, "\(width): \(line)")
            #expect(line.contains("hub"), "\(width): \(line)")
        }
    }

    @Test("the footer says how many of how many, and what is left out")
    func footer() {
        let result = QueryResult(hits: hits, total: 1_234, archived: 20_000)
        #expect(
            TableReport().footer(result, sort: .date, milliseconds: 4)
                == "1,234 of 20,000 letters · 2 shown · sorted by date · 4 ms")
    }
}
