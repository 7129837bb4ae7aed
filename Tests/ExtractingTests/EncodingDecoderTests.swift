import Testing

@testable import Extracting

@Suite("Encodings")
struct EncodingDecoderTests {
    private func text(_ bytes: [UInt8], declared: String? = nil) -> String {
        String(decoding: decode(bytes, declared: declared, isMarkup: true).utf8, as: UTF8.self)
    }

    private func wide(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        for unit in text.utf16 {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes += isBigEndian ? pair.reversed() : pair
        }
        return bytes
    }

    @Test("a byte order mark decides over what a page declares")
    func marks() {
        let declaration = "<meta charset=iso-8859-1>é"
        #expect(text([0xEF, 0xBB, 0xBF] + Array(declaration.utf8)) == declaration)
        let wide: [UInt8] = [0xFF, 0xFE] + self.wide("Dear Sir: é")
        #expect(text(wide) == "Dear Sir: é")
        let big: [UInt8] = [0xFE, 0xFF] + self.wide("Dear Sir: é", isBigEndian: true)
        #expect(text(big) == "Dear Sir: é")
    }

    @Test("UTF-16 without a mark is told by its zeros")
    func unmarked() {
        #expect(text(wide("<html><p>A letter of some length</p>")) == "<html><p>A letter of some length</p>")
    }

    @Test("bytes that are valid UTF-8 are UTF-8, whatever the page says")
    func validity() {
        #expect(text(Array("<meta charset=windows-1252>Café — “yes”".utf8)).hasSuffix("Café — “yes”"))
    }

    @Test("what calls itself Latin-1 is windows-1252")
    func latin() {
        let head = Array("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>".utf8)
        #expect(text(head + [0x93, 0x61, 0x94, 0x20, 0x96, 0x20, 0xE9]).hasSuffix("“a” – é"))
        #expect(text([0x52, 0xE9, 0x73, 0x75, 0x6D, 0xE9]) == "Résumé")
    }

    @Test("other encodings are converted, and unknown ones read as windows-1252")
    func others() {
        #expect(text([0xE0, 0xE1, 0xE2], declared: "windows-1251") == "абв")
        #expect(text([0x93, 0xFA, 0x96, 0x7B], declared: "Shift_JIS") == "日本")
        #expect(text([0x41, 0xE9], declared: "x-nowhere") == "Aé")
    }

    @Test("a stray byte in UTF-8 is read as windows-1252 and counted")
    func stray() {
        let decoded = decode(Array("é — ü ".utf8) + [0x92])
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "é — ü ’")
        #expect(decoded.replacements == 1)
    }

    @Test("zeros vanish and control characters become spaces")
    func controls() {
        #expect(text([0x41, 0, 0x42, 0x07, 0x43, 0x0A, 0x44]) == "AB C\nD")
    }

    @Test(
        "overlong forms and surrogates are not UTF-8",
        arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80]])
    func invalid(bytes: [UInt8]) {
        #expect(UTF8Survey(bytes).invalid > 0)
    }
}
