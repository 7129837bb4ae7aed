import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFColumnTests {
    /// Lines set one below the other from the same edge.
    private func column(_ texts: [String], left: Double, top: Double, step: Double = 12) -> [PrintedLine] {
        texts.enumerated().map { index, text in
            let y = top + step * Double(index)
            let box = Box(left: left, top: y, right: left + 5 * Double(text.count), bottom: y + 11)
            return PrintedLine(text: text, box: box, size: 10)
        }
    }

    private func read(_ pieces: [PrintedLine]) -> [String] { ReadingOrder.rows(pieces).map(\.text) }

    @Test func anAddressBesideReferencesIsReadByItself() {
        let address = ["HARBOR ALLIANCE", "C/O ROBIN LARCH", "41 QUAY ST", "MILLBROOK, CA 94608-3628"]
        let references = ["Employer Number:", "17053", "Contact:", "DANA HOLT", "Form required:", "Yes"]
        #expect(
            read(column(address, left: 72, top: 100) + column(references, left: 300, top: 88))
                == address + references)
    }

    @Test func anAddressBesideOfficersIsReadByItself() {
        let officers = ["OTTO PRYOR", "Director", "LENA MOTT"]
        let office = ["OFFICE OF THE HARBORS", "UNITED COASTS", "WASHINGTON, D.C. 20544"]
        #expect(
            read(column(officers, left: 60, top: 100) + column(office, left: 250, top: 100)) == officers
                + office)
    }

    @Test func aTableOfOfficesIsReadByRows() {
        let names = ["Amber Clinic", "Birch Clinic", "Cedar Clinic", "Dune Clinic"]
        let places = ["Millbrook, CA 94608", "Ashford, TN 38599", "Holt, VA 22031", "Dunmore, PA 18509"]
        let rows = read(column(names, left: 72, top: 100) + column(places, left: 300, top: 100))
        #expect(rows.first == "Amber Clinic  Millbrook, CA 94608")
        #expect(rows.count == 4)
    }

    @Test func aTelephoneNumberAtTheFootOfEveryPageIsMargin() {
        let foot = column(["mail@harbor.example", "(909) 555-0176"], left: 72, top: 700)
        let pages = (1...3).map { number in
            let text = column(["Page \(number * 7) says something of its own."], left: 72, top: 300)
            return PageDraft(number: number, width: 612, height: 792, lines: text + foot)
        }
        #expect(MarginFinder(pages).parted().allSatisfy { $0.lines.count == 1 })
    }
}
