import Foundation
import Testing

@testable import Reporting

@Suite("JSON that a terminal may have")
struct PlainJSONTests {
    @Test("controls and hidden marks are written as numbers, and are read as they were")
    func controls() throws {
        let text = "a\u{9B}31m\u{7F}\u{85}\u{202E}b\u{2028}\u{FEFF}\u{E0041}“c” é 漢\u{200D}字"
        let plain = plainJSON(try JSONText.line([text]))
        #expect(
            plain.hasPrefix("[\"a\\u009b31m\\u007f\\u0085\\u202eb\\u2028\\ufeff\\udb40\\udc41“c” é 漢\\u200d字")
        )
        let read = try JSONDecoder().decode([String].self, from: Data(plain.utf8))
        #expect(read[0].unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(try JSONText.line([text]) == plain)
    }
}
