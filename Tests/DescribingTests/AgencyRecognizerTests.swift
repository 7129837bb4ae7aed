import Correspondence
import Scanning
import Testing

@testable import Describing

@Suite struct AgencyRecognizerTests {
    static let recognizer = AgencyRecognizer(
        AgencyRegistry([
            Agency(
                id: "hhs", name: "Department of Health and Human Services", shortName: "HHS",
                aliases: ["U.S. Department of Health and Human Services", "DHHS"], domains: ["hhs.gov"]),
            Agency(
                id: "cms", name: "Centers for Medicare & Medicaid Services", shortName: "CMS", parent: "hhs",
                aliases: ["Health Care Financing Administration"], domains: ["cms.hhs.gov", "cms.gov"]),
            Agency(
                id: "hhs-ocr", name: "HHS Office for Civil Rights", shortName: "OCR",
                isShortNameAmbiguous: true, parent: "hhs", aliases: ["Office for Civil Rights"]),
            Agency(id: "ed", name: "Department of Education", shortName: "ED", isShortNameAmbiguous: true),
            Agency(
                id: "ed-ocr", name: "Civil Rights Office of Education", parent: "ed",
                aliases: ["Office for Civil Rights"]),
            Agency(id: "dot", name: "Department of Transportation", shortName: "DOT"),
            Agency(id: "medpac", name: "Medicare Payment Advisory Commission", shortName: "MedPAC"),
            Agency(
                id: "us-house", name: "U.S. House of Representatives", aliases: ["House of Representatives"]),
            Agency(id: "us-senate", name: "United States Senate", aliases: ["U.S. Senate"]),
            Agency(id: "us-house-hsap", name: "House Committee on Appropriations", parent: "us-house"),
            Agency(id: "us-senate-ssap", name: "Senate Committee on Appropriations", parent: "us-senate"),
            Agency(id: "md-senate", name: "Maryland Senate"),
        ]))

    private func block(_ text: String) -> [String] {
        Self.recognizer.agencies(inBlock: text).map(\.id)
    }

    private func running(_ text: String) -> [String] {
        Self.recognizer.agencies(in: NormalizedText(text)).map(\.id)
    }

    @Test func namesAreKnownInEverySpelling() {
        #expect(running("the Centers for Medicare and Medicaid\nServices") == ["cms"])
        #expect(running("the Health Care Financing Administration") == ["cms"])
        #expect(running("CMS’s rule and DHHS") == ["cms", "hhs"])
        #expect(running("MedPAC reports") == ["medpac"])
        #expect(running("U.S. Department of Health & Human Services") == ["hhs"])
    }

    @Test func shortNamesCountInCapitalsOnly() {
        #expect(running("cms and dot") == [])
        #expect(running("the department of education of a child") == [])
        #expect(running("CMSX and XDOT") == [])
    }

    @Test func anAmbiguousShortNameNeedsItsFullNameOrItsParentBesideIt() {
        #expect(running("ED visits and OCR of scans at HHS") == ["hhs"])
        #expect(running("HHS OCR wrote; HHS/OCR, too") == ["hhs", "hhs-ocr", "hhs", "hhs-ocr"])
        #expect(running("the Department of Education (ED)") == ["ed", "ed"])
        #expect(block("Director, OCR\nDepartment of Health and Human Services") == ["hhs-ocr", "hhs"])
        #expect(block("Director, OCR") == [])
    }

    @Test func aSharedNameBelongsToTheBodyWhoseKinStandsThere() {
        #expect(block("Office for Civil Rights\nDepartment of Education") == ["ed-ocr", "ed"])
        #expect(
            block("Committee on Appropriations\nUnited States Senate\nWashington, DC 20510")
                == ["us-senate-ssap", "us-senate"])
        #expect(block("Committee on Appropriations") == [])
        #expect(running("the House Committee on Appropriations") == ["us-house-hsap"])
    }

    @Test func aStatesOwnBodyIsNotTheFederalOne() {
        #expect(running("the Ohio Department of Transportation") == [])
        #expect(running("New York City Department of Education") == [])
        #expect(running("the Maryland Senate") == ["md-senate"])
        #expect(running("the United States Department of Transportation") == ["dot"])
        #expect(block("Washington, DC\nDepartment of Transportation") == ["dot"])
    }

    @Test func mailboxesAndPagesPointToTheNearestAgency() {
        #expect(Self.recognizer.agency(ofAddress: "ruralmaternalrfi@cms.hhs.gov") == "cms")
        #expect(Self.recognizer.agency(ofAddress: "someone@ocr.hhs.gov") == "hhs")
        #expect(Self.recognizer.agency(ofAddress: "https://www.CMS.gov/rules?x=1") == "cms")
        #expect(Self.recognizer.agency(ofAddress: "a@notcms.gov") == nil)
        #expect(Self.recognizer.agency(ofAddress: "") == nil)
    }

    @Test func aCommitteeIsCountedUnderItsChamber() {
        #expect(Self.recognizer.counted("us-house-hsif-health") == "us-house")
        #expect(Self.recognizer.counted("us-senate-sshr") == "us-senate")
        #expect(Self.recognizer.counted("cms") == "cms")
    }

    @Test func aLetterListsEachBodyOnceWithTheQuoteThatProvesIt() {
        let pages = [
            Page(number: 1, text: "É: OCR asks. CMS – the agency – too.", source: .plain),
            Page(number: 2, text: "CMS; Office for Civil Rights of\nHHS, that is OCR.", source: .plain),
        ]
        let found = AgencyMentionFinder(recognizer: Self.recognizer).find(in: pages)
        #expect(found.map(\.id) == ["cms", "hhs-ocr", "hhs"])
        #expect(found.map(\.role) == [.mentioned, .mentioned, .mentioned])
        #expect(found.map(\.evidence.page) == [1, 2, 2])
        for reference in found {
            let text = Array(pages[(reference.evidence.page ?? 1) - 1].text.unicodeScalars)
            let slice = text[(reference.evidence.start ?? 0)..<(reference.evidence.end ?? 0)]
            #expect(String(String.UnicodeScalarView(slice)) == reference.evidence.quote)
        }
    }
}
