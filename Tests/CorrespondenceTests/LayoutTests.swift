import Correspondence
import Foundation
import Testing

@Suite("A layout as it is kept")
struct LayoutTests {
    @Test("Every line comes back as it was, with and without box, size and level")
    func returns() throws {
        var lines: [TextLine] = []
        for (number, kind) in [TextLine.Block.paragraph, .heading, .listItem, .footnote].enumerated() {
            for style in 0..<16 {
                lines.append(
                    TextLine(
                        start: number, end: number + style, block: style, kind: kind,
                        level: style & 1 != 0 ? 2 : nil,
                        box: style & 2 != 0 ? Box(left: 72.125, top: 1, right: 300.1, bottom: 84) : nil,
                        size: style & 4 != 0 ? 11.5 : nil, isBold: style & 8 != 0, isItalic: style & 1 == 0))
            }
        }
        let layout = PageLayout(page: 1, width: 612, height: 792, lines: lines)
        let kept = try JSONEncoder().encode(layout)
        #expect(try JSONDecoder().decode(PageLayout.self, from: kept) == layout)
    }

    @Test("A line that is no array, or too short, is an error")
    func broken() {
        for text in [
            "{}", "[]", "[1,2]", #"[0,1,0,"sonnet",0,null,null]"#, #"[0,1,0,"heading",0,null,null,1,2]"#,
        ] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(TextLine.self, from: Data(text.utf8))
            }
        }
    }
}
