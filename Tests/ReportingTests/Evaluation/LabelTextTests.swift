import Testing

@testable import Reporting

@Suite struct LabelTextTests {
    @Test func `Dashes, quotes, spaces and case have one spelling`() {
        #expect(LabelText.fold("CMS–1752–P\u{A0}\n ‘draft’") == "cms-1752-p 'draft'")
        #expect(LabelText.fold("\u{FEFF}Mar\u{AD}ch\u{200B}") == "march")
    }

    @Test(arguments: [
        ("Frank Pallone, Jr.", "pallone"), ("Margaret L. Oyelaran, MD, MPH", "oyelaran"),
        ("Alex M. Azar II", "azar"),
        ("Ingrid S. Halloran PhD", "halloran"), ("Chairwoman Eshoo", "eshoo"), ("", ""),
    ])
    func `A surname is the last word that is no suffix or degree`(name: String, surname: String) {
        #expect(LabelText.surname(name) == surname)
    }

    @Test(arguments: [
        ("86 Fed. Reg. 25070", "86 FR 25070"), ("86 F.R. 25070", "86 FR 25070"),
        ("Pub. L. No. 116-260", "Public Law 116–260"), ("P.L. 116-260", "Public Law 116-260"),
        ("RIN: 0938–AU44", "0938-AU44"), ("Docket No. CMS-2020-0157", "CMS-2020-0157"),
        ("H.R. 4995", "hr4995"),
        ("Attention: CMS-1752-P", "CMS-1752-P"),
    ])
    func `An identifier has one spelling`(first: String, second: String) {
        #expect(LabelText.identifier(first) == LabelText.identifier(second))
    }

    @Test func `Different identifiers stay different`() {
        #expect(LabelText.identifier("CMS-1752-P") != LabelText.identifier("CMS-1753-P"))
        #expect(LabelText.identifier("H.R. 4995") != LabelText.identifier("S. 4995"))
    }
}
