import Correspondence
import Testing

@testable import Indexing

@Suite("Keys")
struct KeysTests {
    @Test(
        "identifiers are the same whatever the dashes, spaces, case and common abbreviations",
        arguments: [
            ("CMS–1752–P", "cms-1752-p"), ("H. R. 4995", "hr4995"), ("86 Fed. Reg. 25,070", "86 FR 25070"),
            ("Pub. L. 117-2", "Public Law 117–2"), ("P.L. No. 117-2", "PL 117-2"), ("0938-AU44", "0938 au44"),
        ])
    func identifiers(_ a: String, _ b: String) {
        #expect(IdentifierKey.key(a) == IdentifierKey.key(b))
    }

    @Test(
        "different identifiers stay different",
        arguments: [("hr4995-116", "hr4995-117"), ("PLAN 1", "LAN 1"), ("86 FR 25070", "87 FR 25070")])
    func different(_ a: String, _ b: String) {
        #expect(IdentifierKey.key(a) != IdentifierKey.key(b))
    }

    @Test("a bill answers to its number without the Congress, too")
    func bills() {
        let bill = Identifier(
            kind: .bill, value: "hr4995-116", printed: "H.R. 4995", evidence: SampleArchive.evidence)
        #expect(IdentifierKey.keys(of: bill) == ["hr4995", "hr4995116"])
    }

    @Test("names are compared by their words, without accents, case and small marks")
    func names() {
        #expect(NameKey.words("Women’s Health & Équité, Inc.") == " womens health and equite inc ")
        #expect(NameKey.words("Straße") == NameKey.words("STRASSE"))
        #expect(NameKey.words("– ,") == "")
        #expect(NameKey.initials("Association of American Medical Colleges") == "aamc")
    }

    @Test("folding writes letters as people type them and leaves the number of words alone")
    func folding() {
        #expect(TextFolding.folded("Straße Œuvre Łódź ﬁnd") == "Strasse OEuvre Lódź find")
        #expect(TextFolding.folded("plain “text” – as it is") == "plain “text” – as it is")
    }
}
