import Correspondence
import Testing

@testable import Describing

/// Letters that we wrote, page by page, and what is made of them when they share a file.
@Suite struct DivideTests {
    @Test func oneLetterStaysAsItIs() {
        let text = file([Self.opening(to: "Lee", date: "March 3, 2020"), Self.ending(by: "Ana Q. Roe")])
        #expect(divide(text) == [text])
    }

    @Test func theSameLetterToTwoAddresseesIsTwoLetters() {
        let pages = [
            Self.opening(to: "Lee", date: nil), Self.ending(by: "Ana Q. Roe", last: "Enclosures"),
            Self.opening(to: "Stone", date: nil), Self.ending(by: "Ana Q. Roe", last: "Enclosures"),
        ]
        #expect(divide(file(pages)).map(\.numbers) == [[1, 2], [3, 4]])
    }

    @Test func lettersOfOnePageEachAreDivided() {
        let pages = ["March 3, 2020", "March 5, 2020", "April 1, 2020"].map {
            Self.opening(to: "Lee", date: $0) + "\n\n" + Self.ending(by: "Ana Q. Roe")
        }
        let parts = divide(file(pages))
        #expect(parts.map(\.numbers) == [[1], [2], [3]])
        #expect(
            parts.map { $0.findings.map(\.message) }[2] == [
                "The file holds 3 letters; this is letter 3, page 3."
            ])
    }

    @Test func notesAndCopiesAfterTheSignatureDoNotHideTheEnd() {
        let notes =
            "cc: Bo Park\n\n1 See the report that we sent you in the spring of last year, which says so.\n"
            + "It goes on to say that the same holds of every other county that was ever looked at."
        let pages = [
            Self.opening(to: "Lee", date: "March 3, 2020"), Self.ending(by: "Ana Q. Roe", last: notes),
            Self.opening(to: "Stone", date: "March 9, 2020"), Self.ending(by: "Bo Park"),
        ]
        #expect(divide(file(pages)).map(\.numbers) == [[1, 2], [3, 4]])
    }

    @Test func anEarlierLetterThatIsEnclosedStaysWithItsLetter() {
        for mark in ["Enclosure", "Attachment: letter of May 1, 2019", "Encl. (1)"] {
            let pages = [
                Self.opening(to: "Lee", date: "March 3, 2020"), Self.ending(by: "Ana Q. Roe", last: mark),
                Self.opening(to: "Stone", date: "May 1, 2019"), Self.ending(by: "Ana Q. Roe"),
            ]
            #expect(divide(file(pages)).count == 1, "\(mark)")
        }
    }

    @Test func aLetterAmongExhibitsStaysWithThem() {
        let letter = Self.opening(to: "Stone", date: "May 1, 2019") + "\n\n" + Self.ending(by: "Bo Park")
        for exhibit in ["Exhibit A", "ATTACHMENT 2", "Appendix: Earlier correspondence", "Tab 3"] {
            let first =
                Self.opening(to: "Lee", date: "March 3, 2020") + "\n\n" + Self.ending(by: "Ana Q. Roe")
            #expect(divide(file([first, exhibit + "\n\n" + letter])).count == 1, "\(exhibit)")
            #expect(divide(file([first, exhibit, letter])).count == 1, "\(exhibit) on a page of its own")
        }
    }

    @Test func aModelLetterToBeFilledInStays() {
        for name in ["[Representative]", "________", "<Name>"] {
            let pages = [
                Self.opening(to: "Lee", date: "March 3, 2020") + "\n\n" + Self.ending(by: "Ana Q. Roe"),
                Self.opening(to: name, date: "March 3, 2020") + "\n\n" + Self.ending(by: "Ana Q. Roe"),
            ]
            #expect(divide(file(pages)).count == 1, "\(name)")
        }
    }

    @Test func aLetterWithoutAnEndIsNotDividedFromItsNeighbour() {
        let whole = Self.opening(to: "Lee", date: "March 3, 2020") + "\n\n" + Self.ending(by: "Ana Q. Roe")
        let open = Self.opening(to: "Stone", date: "March 5, 2020")
        #expect(divide(file([whole, open])).count == 1)
        #expect(divide(file([open, whole])).count == 1)
    }

    @Test func textAfterTheSignatureBelongsToTheLetter() {
        let report = (1...8).map {
            "The county of number \($0) has lost every one of its maternity wards by now."
        }
        let pages = [
            Self.opening(to: "Lee", date: "March 3, 2020") + "\n\n" + Self.ending(by: "Ana Q. Roe"),
            report.joined(separator: "\n"),
            Self.opening(to: "Stone", date: "March 5, 2020") + "\n\n" + Self.ending(by: "Bo Park"),
        ]
        #expect(divide(file(pages)).count == 1)
    }

    @Test func testimonyWithQuestionsAndAnswersStaysOne() {
        let pages = [
            "Testimony of Ana Q. Roe\nPresident, Riverbend Alliance of Teaching Clinics\n\nMay 1, 2019\n\n"
                + "Chairman Lee, Ranking Member Stone, and Members of the Committee:\n\n" + Self.prose,
            Self.prose + "\n\nRespectfully submitted,\n\nAna Q. Roe",
            "May 20, 2019\n\nMs. Ana Q. Roe\n12 Mill Lane\nSpringfield, VA 22150\n\nDear Ms. Roe:\n\n"
                + Self.prose
                + "\n\nSincerely,\n\nBo Lee\nChairman",
            "Question 1. Why?\n\n" + Self.prose,
        ]
        #expect(divide(file(pages)).count == 1)
    }

    @Test func aReportWithLettersBehindItStaysOne() {
        let letter = Self.opening(to: "Stone", date: "May 1, 2019") + "\n\n" + Self.ending(by: "Bo Park")
        #expect(divide(file([Self.prose, letter, letter])).count == 1)
    }

    @Test func eachPartKeepsItsPagesLayoutsAndFindings() {
        var text = file([
            Self.opening(to: "Lee", date: "March 3, 2020") + "\n\n" + Self.ending(by: "Ana Q. Roe"),
            Self.opening(to: "Stone", date: "March 5, 2020") + "\n\n" + Self.ending(by: "Bo Park"),
        ])
        text.document.title = "To Administrator Lee"
        text.document.pageCount = 2
        text.findings = [
            Finding(.note, stage: "extract", code: "of-page-2", page: 2, message: "…"),
            Finding(.note, stage: "extract", code: "of-all", message: "…"),
        ]
        let parts = divide(text)
        #expect(
            parts.map { $0.findings.map(\.code) } == [
                ["of-all", "several-letters"], ["of-page-2", "of-all", "several-letters"],
            ])
        #expect(parts.map(\.document.title) == ["To Administrator Lee", nil])
        #expect(parts.map(\.document.pageCount) == [2, 2])
        #expect(parts.flatMap(\.pages) == text.pages)
    }

    // MARK: Letters

    private static let prose = """
        The Alliance writes about maternal mortality and postpartum care in the rural hospitals of the county.
        We urge the agency to extend coverage to twelve months, because units are closing every single year.
        """

    private static func opening(to name: String, date: String?) -> String {
        """
        Riverbend Alliance of Teaching Clinics
        \(date.map { "\n\($0)\n" } ?? "")
        The Honorable Kim \(name)
        Administrator
        7500 Security Boulevard
        Baltimore, MD 21244

        Dear Administrator \(name):

        \(prose)
        """
    }

    private static func ending(by name: String, last: String = "") -> String {
        "\(prose)\n\nSincerely,\n\n\(name)\nPresident\n\n\(last)"
    }

    private func file(_ pages: [String]) -> ExtractedText {
        ExtractedText(
            mediaType: .pdf,
            pages: pages.enumerated().map { Page(number: $0 + 1, text: $1, source: .textLayer) }, layouts: [],
            document: DocumentMetadata(), quality: TextQuality(text: .good))
    }
}

extension ExtractedText {
    fileprivate var numbers: [Int] { pages.map(\.number) }
}
