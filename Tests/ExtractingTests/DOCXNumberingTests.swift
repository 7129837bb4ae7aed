import Markup
import Testing

@testable import Extracting

@Suite("Numbers of Word's lists")
struct DOCXNumberingTests {
    @Test("numbers are written as their format asks")
    func formats() {
        #expect(
            [1, 4, 9, 14, 1990].map { WordNumbering.number($0, as: "upperRoman") }
                == ["I", "IV", "IX", "XIV", "MCMXC"])
        #expect(
            [1, 26, 27, 53].map { WordNumbering.number($0, as: "lowerLetter") } == [
                "a", "z", "aa", "aaa",
            ])
        #expect(WordNumbering.number(7, as: "decimalZero") == "07")
        #expect(
            [0, -3, 5_000].map { WordNumbering.number($0, as: "lowerRoman") } == ["0", "-3", "5000"])
    }

    @Test("deeper levels begin anew, and number 0 takes a paragraph out of its list")
    func levels() throws {
        let xml = """
            <w:n xmlns:w="x"><w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="3"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
            <w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num></w:n>
            """
        var numbering = WordNumbering(try XMLDocument(parsing: Array(xml.utf8)))
        let marks = [0, 1, 1, 0, 1].map { numbering.mark(WordNumbering.Place(list: "9", level: $0)) }
        #expect(marks == ["3. ", "3.1 ", "3.2 ", "4. ", "4.1 "])
        #expect(numbering.mark(WordNumbering.Place(list: "0", level: 0)) == nil)
        #expect(numbering.mark(WordNumbering.Place(list: "8", level: 0)) == nil)
    }
}
