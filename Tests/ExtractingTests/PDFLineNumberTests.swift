import Correspondence
import Testing

@testable import Extracting

@Suite("Line numbers")
struct PDFLineNumberTests {
    private func line(_ text: String, row: Int, left: Double = 50) -> PrintedLine {
        let top = 100 + 20 * Double(row)
        return PrintedLine(
            text: text,
            box: Box(left: left, top: top, right: left + 6 * Double(text.count), bottom: top + 10),
            size: 10)
    }

    @Test("Numbers that count a page's lines are torn from the words they are glued to")
    func glued() {
        let lines = (1...20).map { line("\($0)  words of line \($0)", row: $0) }
        let torn = LineNumbers.torn(lines)
        #expect(torn.count == 40)
        #expect(torn.prefix(2).map(\.text) == ["1", "words of line 1"])
        #expect(torn[1].box.left > torn[0].box.right)
        #expect(LineNumbers.indices(in: torn).count == 20)
    }

    @Test("A numbered list, a list of years and a short page stay as they are")
    func others() {
        let list = (1...8).map { line("\($0) item", row: $0) }
        let years = (1...20).map { line("\($0 * 7 % 19) mg of it", row: $0) }
        let prose = (1...20).map { line("words of line \($0)", row: $0) }
        for lines in [list, years, prose, []] { #expect(LineNumbers.torn(lines) == lines) }
    }
}
