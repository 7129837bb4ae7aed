import Correspondence
import Testing

@testable import Extracting

/// A worker that a document has taken over may send what `extract` never gives: later stages must not see it.
@Suite("Faults of a text")
struct FaultTests {
    private var sound: ExtractedText {
        let line = TextLine(start: 0, end: 4, block: 0, kind: .paragraph)
        let next = TextLine(
            start: 5, end: 9, block: 0, kind: .paragraph, box: Box(left: 0, top: 0, right: 9, bottom: 9))
        let margin = MarginLine(start: 0, end: 1, role: .pageNumber)
        return ExtractedText(
            mediaType: .pdf,
            pages: [1, 3].map { Page(number: $0, text: "Dear\nSirs", margin: "1", source: .textLayer) },
            layouts: [1, 3].map {
                PageLayout(page: $0, width: 612, height: 792, lines: [line, next], marginLines: [margin])
            },
            document: DocumentMetadata(), quality: TextQuality(text: .good))
    }

    @Test("A text as it should be has none, nor has one without pages or without layouts")
    func none() {
        #expect(sound.fault == nil)
        var text = sound
        text.layouts = []
        #expect(text.fault == nil)
        text.pages = []
        #expect(text.fault == nil)
    }

    @Test("Pages out of order, numbered from nothing, or with other layouts")
    func pages() {
        for numbers in [[3, 1], [1, 1], [0, 1], [-1, 3]] {
            var text = sound
            for (place, number) in numbers.enumerated() {
                text.pages[place].number = number
                text.layouts[place].page = number
            }
            #expect(text.fault == "its pages are not in order")
        }
        var text = sound
        text.layouts.swapAt(0, 1)
        #expect(text.fault == "its layouts are not those of its pages")
        text.layouts.removeLast()
        #expect(text.fault == "its layouts are not those of its pages")
    }

    @Test("Control characters in the text or in the margin")
    func characters() {
        for bad in ["\u{1B}[2J", "a\u{0}", "a\r\n", "\t"] {
            var text = sound
            text.pages[1].margin = bad
            #expect(text.fault == "control characters in its text")
            text = sound
            text.layouts[0].lines = []
            text.pages[0].text = bad
            #expect(text.fault == "control characters in its text")
        }
    }

    @Test("Lines outside the text, backwards or over one another, and boxes beyond reckoning")
    func lines() {
        let changes: [(inout PageLayout) -> Void] = [
            { $0.lines[1].end = 10 }, { $0.lines[0].start = -1 }, { $0.lines[0].start = 5 },
            { $0.lines[1].start = 3 }, { $0.marginLines[0].end = 2 }, { $0.marginLines[0].start = -1 },
            { $0.lines[1].box?.right = 1e300 }, { $0.lines[1].size = -1e20 }, { $0.width = .infinity },
            { $0.height = .nan }, { $0.lines[1].end = .max },
        ]
        for change in changes {
            var text = sound
            change(&text.layouts[1])
            #expect(text.fault == "lines outside its pages")
        }
    }
}
