import Correspondence
import Testing

@testable import Describing

@Suite("Letterhead")
struct LetterheadReaderTests {
    @Test(
        "a name over two lines is joined where they share their left edge, their right edge or their middle")
    func edges() throws {
        let letter = """
            !13 League of Academic
            !13 Medical Centers

            1450 Harcourt Place NW, Suite 700
            Washington, DC 20005

            October 25, 2019

            Leandra C. Lindberg, PhD
            Director, Office of Rural Health
            Department of Health and Human Services
            Washington, DC 20201

            Dear Dr. Lindberg:

            It was a pleasure to welcome you to our meeting in September.

            Sincerely,

            Renee A. Castellan
            President
            """
        for edge in ["left", "right", "middle"] {
            var text = LetterNotation.text(letter)
            for index in text.layouts[0].lines.indices {
                let line = text.layouts[0].lines[index]
                guard let box = line.box else { continue }
                let width = Double(line.end - line.start) * 6
                let left = edge == "left" ? 72 : edge == "right" ? 540 - width : 306 - width / 2
                text.layouts[0].lines[index].box = Box(
                    left: left, top: box.top, right: left + width, bottom: box.bottom)
            }
            let description = describe(text, custody: [], with: try TestDirectory.make())
            #expect(description.sender?.organization == "League of Academic Medical Centers", "\(edge)")
        }
    }

    @Test("a name over two lines is joined where small type stands beside it, row by row")
    func besideAddress() throws {
        var text = LetterNotation.text(
            """
            !9 1450 Harcourt Place NW, Suite 700
            !14 League of Academic

            !9 Washington, DC 20005

            !10 Medical Centers  202-555-0142

            The Honorable Leandra C. Lindberg
            Chairman
            Department of Health and Human Services
            Washington, DC 20201

            Dear Chairman Lindberg:

            It was a pleasure to welcome you to our meeting in September.

            Sincerely,

            Renee A. Castellan
            President
            """)
        let boxes = [
            Box(left: 413, top: 49, right: 540, bottom: 57), Box(left: 85, top: 49, right: 231, bottom: 63),
            Box(left: 450, top: 59, right: 540, bottom: 67), Box(left: 85, top: 68, right: 540, bottom: 82),
        ]
        for (index, box) in boxes.enumerated() { text.layouts[0].lines[index].box = box }
        let description = describe(text, custody: [], with: try TestDirectory.make())
        #expect(description.sender?.organization == "League of Academic Medical Centers")
    }

    private static func letter(over block: String, to greeted: String) throws -> Description {
        let text = """
            \(block)

            October 25, 2019

            Dear \(greeted):

            It was a pleasure to welcome you to our meeting in September.

            Sincerely,

            Renee A. Castellan
            President
            """
        return describe(LetterNotation.text(text), custody: [], with: try TestDirectory.make())
    }

    @Test("the one block over the date is the writer's where it does not name whom the letter greets")
    func overDate() throws {
        let description = try Self.letter(
            over: "League of Academic Medical Centers\n1450 Harcourt Place NW\nWashington, DC 20005",
            to: "Dr. Lindberg")
        #expect(description.sender?.organization == "League of Academic Medical Centers")
        #expect(description.addressees.map(\.name) == ["Lindberg"])
        #expect(description.addressees.first?.organization == nil)
    }

    @Test(
        "the one block over the date is the addressee's where it names the greeted, a title or a public body",
        arguments: [
            ("Leandra Lindberg\nLeague of Academic Medical Centers\nWashington, DC 20005", "Dr. Lindberg"),
            ("Centers for Medicare and Medicaid Services\nBaltimore, MD 21244", "Administrator Lindberg"),
        ])
    func addressOverDate(block: String, greeted: String) throws {
        let description = try Self.letter(over: block, to: greeted)
        #expect(description.addressees.first?.organization != nil)
        #expect(description.sender?.organization != description.addressees.first?.organization)
    }
}
