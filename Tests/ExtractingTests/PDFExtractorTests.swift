import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFExtractorTests {
    @Test func everyLineOfTextHasItsPlaceAndTheLayoutCoversTheWholeText() throws {
        let letter = try PDFFixture.text("letter.pdf")
        for page in letter.pages.indices {
            let lines = letter.pages[page].text.split(separator: "\n").map(String.init)
            #expect(letter.printed(page) == lines)
            for line in letter.layouts[page].lines {
                let box = try #require(line.box)
                #expect(box.left >= 0 && box.right <= 612 && box.top < box.bottom && box.bottom <= 792)
            }
        }
    }

    @Test func theLetterheadStaysAndTheContinuationHeadGoesToTheMargin() throws {
        let letter = try PDFFixture.text("letter.pdf")
        #expect(letter.printed(0).first == "ALLIANCE OF HARBOR CLINICS")
        #expect(letter.pages[0].margin == nil)
        #expect(letter.printed(1).first?.hasPrefix("We thank the Office") == true)
        let margin = letter.margin(1)
        #expect(margin[.header] == ["Administrator Dana Whitlock", "May 4, 2021"])
        #expect(margin[.pageNumber] == ["Page 2"])
    }

    @Test func brokenWordsAreMendedAndRealHyphensKept() throws {
        let text = try PDFFixture.text("letter.pdf").pages[0].text
        for whole in [
            "each recommendation\nbelow", "decision-making\nby patients", "Forty non-profit\nclinics",
        ] {
            #expect(text.contains(whole))
        }
    }

    @Test func noteMarksStandApartFromTheWordsBesideThem() throws {
        let letter = try PDFFixture.text("letter.pdf")
        #expect(letter.pages[0].text.contains("the pilot. 1 We urge"))
        #expect(letter.printed(0).last == "1 Harbor Clinics, Pilot Report 2020, page 12.")
        #expect(letter.layouts[0].lines.last?.kind == .footnote)
    }

    @Test func blocksAreParted() throws {
        let text = try PDFFixture.text("letter.pdf").pages[0].text
        #expect(
            text.contains(
                "\n\nMay 4, 2021\n\nThe Honorable Dana Whitlock\nAdministrator\nOffice of Coastal Health\n"))
        #expect(
            text.contains(
                "\n\nRE: Lantern Rule; Request for Information [OCH-2021-0042]\n\nDear Administrator"))
    }

    @Test func sizeAndWeightAreKnownOnTheFirstPage() throws {
        let letter = try PDFFixture.text("letter.pdf")
        let lines = letter.layouts[0].lines
        #expect(lines[0].size == 16 && lines[0].isBold && lines[0].kind == .heading && lines[0].level == 1)
        let reference = try #require(letter.printed(0).firstIndex { $0.hasPrefix("RE:") })
        #expect(lines[reference].isBold)
        #expect(!lines[reference + 1].isBold && lines[reference + 1].size == 11)
    }

    @Test func signaturesSideBySideAreReadOneAfterTheOther() throws {
        let text = try PDFFixture.text("letter.pdf").pages[1].text
        #expect(text.contains("Robin Halloran\nPresident\n\nMika Sandoval, MD\nMedical Director\n\ncc:"))
    }

    @Test func columnsAreReadOneAfterTheOther() throws {
        let lines = try PDFFixture.text("columns.pdf").printed(0)
        #expect(lines.count == 17)
        #expect(lines[1...8].allSatisfy { $0.hasPrefix("left column") })
        #expect(lines[9...16].allSatisfy { $0.hasPrefix("right column") })
    }

    @Test func labelsMeetTheirValuesBulletsTheirItemsAndTablesGoByRows() throws {
        let lines = try PDFFixture.text("memorandum.pdf").printed(0)
        #expect(
            lines.prefix(3) == [
                "TO:  All Harbor Clinics", "FROM:  Ines Okafor, Secretary", "DATE:  March 3, 2019",
            ])
        #expect(
            lines[3...5] == [
                "• Lamps are to be trimmed", "• Logs are to be kept", "• Boats are to be counted",
            ])
        #expect(lines[6...8] == ["County  Clinics  Patients", "Amber  12  4,000", "Birch  7  2,150"])
        #expect(lines.last == "Scope Lamps")
    }

    @Test func aSpacedOutParagraphIsOneBlockAndItsFootGoesToTheMarginOnEveryPage() throws {
        let testimony = try PDFFixture.text("testimony.pdf")
        for page in 0..<4 {
            let blocks = Set(testimony.layouts[page].lines.map(\.block)).count
            #expect(blocks == (page == 0 ? 3 : 2))
            let margin = testimony.margin(page)
            #expect(margin[.footer] == ["House Committee on Lanterns", "Hearing: June 9, 2016"])
            #expect(margin[.pageNumber] == ["Page \(page + 1)"])
        }
    }

    @Test func sentencesThatLettersOfOneTemplateShareAreNoRunningHead() throws {
        let letters = try PDFFixture.text("templates.pdf")
        #expect(letters.pages.allSatisfy { $0.margin == nil })
    }

    @Test func lineNumbersLeaveTheText() throws {
        let paper = try PDFFixture.text("pleading.pdf")
        #expect(paper.margin(0)[.lineNumber]?.count == 25)
        #expect(paper.printed(0).allSatisfy { $0.hasPrefix("The council") })
    }

    @Test func whatIsFilledInStandsBesideItsLabel() throws {
        let form = try PDFFixture.text("form.pdf")
        #expect(form.printed(0).contains("Name of organization: Friends of the Amber Coast"))
        #expect(form.printed(0).contains("Received after the closing date"))
    }

    @Test func aPageIsReadTheSameWayTwice() throws {
        #expect(try PDFFixture.text("letter.pdf") == PDFFixture.text("letter.pdf"))
    }
}
