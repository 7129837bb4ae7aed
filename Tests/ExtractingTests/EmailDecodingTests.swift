import Testing

@testable import Extracting

@Suite("Decoding of e-mail")
struct EmailDecodingTests {
    private func word(_ text: String) -> String { EncodedWords.decoded(Array(text.utf8)[...]) }

    @Test("encoded words are decoded, and the space between two of them is none")
    func encodedWords() {
        #expect(word("=?utf-8?Q?Caf=C3=A9_au?= lait") == "Café au lait")
        #expect(word("=?iso-8859-1?q?a?= =?iso-8859-1?q?b?=") == "ab")
        #expect(word("=?utf-8?B?w4U=?= and =?utf-8?B?w4U=?=") == "Å and Å")
        #expect(word("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=") == "é")
        #expect(word("=?utf-8*en?Q?x?=") == "x")
        #expect(word("2 =? 3 =?utf-8?Q?open") == "2 =? 3 =?utf-8?Q?open")
        #expect(EncodedWords.decoded([0x63, 0xE9]) == "cé")
    }

    @Test("quoted-printable keeps what is no escape")
    func quotedPrintable() {
        func decoded(_ text: String) -> String {
            String(decoding: TransferEncoding.quotedPrintable(Array(text.utf8)[...]), as: UTF8.self)
        }
        #expect(decoded("a=3Db=\r\nc = d=zz=") == "a=bc = d=zz")
        #expect(decoded("soft= \nend=C3=a9") == "softendé")
    }

    @Test("base64 skips what is not of its alphabet")
    func base64() {
        func decoded(_ text: String) -> String {
            String(decoding: TransferEncoding.base64(Array(text.utf8)[...]), as: UTF8.self)
        }
        #expect(decoded("SGV\r\nsbG8=") == "Hello")
        #expect(decoded("SGVsbA==") == "Hell" && decoded("SGVsbG8") == "Hello" && decoded("!") == "")
    }

    @Test("parameters may be quoted, continued and say their charset")
    func parameters() {
        let type = EmailParameters(#"Text/Plain; charset="utf-8"; name="a;b \"c\".txt"; name=other"#)
        #expect(type.value == "text/plain" && type["charset"] == "utf-8")
        #expect(type["name"] == #"a;b "c".txt"#)
        #expect(EmailParameters("x; f*=iso-8859-1'fr'caf%E9.pdf")["f"] == "café.pdf")
        #expect(EmailParameters("x; f*0=long; f*1=name.pdf")["f"] == "longname.pdf")
        #expect(EmailParameters("")["f"] == nil)
    }

    @Test("flowed lines are joined, quoted and signature lines are not")
    func flowed() {
        #expect(
            FlowedText.joined("one \ntwo\n> q \n> r\n-- \nName", deletesSpace: false)
                == "one two\n> q r\n-- \nName")
        #expect(FlowedText.joined("on \ne", deletesSpace: true) == "one")
    }
}
