import Scanning
import Testing

@Suite struct IndexedTextTests {
    @Test(arguments: ["", "plain", "é", "“CMS–1752–P” 🩺 ​x", String(repeating: "aé–🩺b", count: 100)])
    func everyScalarIsFoundFromItsByteAndBack(_ string: String) {
        let text = IndexedText(string)
        var byte = 0
        for (offset, scalar) in string.unicodeScalars.enumerated() {
            #expect(text.scalarOffset(ofByte: byte) == offset)
            #expect(text.byteOffset(ofScalar: offset) == byte)
            byte += UTF8.width(scalar)
        }
        #expect(text.scalarCount == string.unicodeScalars.count)
        #expect(text.scalarOffset(ofByte: byte) == text.scalarCount)
        #expect(text.byteOffset(ofScalar: text.scalarCount) == byte)
    }

    @Test func aSliceIsWhatStandsThere() {
        let text = IndexedText("Re: CMS–1752–P")
        #expect(text[text.byteRange(ofScalars: 4..<14)] == "CMS–1752–P")
        #expect(text.scalarRange(ofBytes: text.byteRange(ofScalars: 4..<14)) == 4..<14)
        #expect(text[10..<10_000] == "1752–P")
    }

    @Test func linesAreFoundAroundAByte() {
        let text = IndexedText("one\n\nthree")
        #expect(text.lineRange(around: 1) == 0..<3)
        #expect(text.lineRange(around: 4) == 4..<4)
        #expect(text.lineRange(around: 10) == 5..<10)
    }
}
