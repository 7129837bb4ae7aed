import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFMetadataTests {
    @Test func theInformationDictionaryIsRead() throws {
        let document = try PDFFixture.text("letter.pdf").document
        #expect(document.title == "Comments on the Lantern Rule")
        #expect(document.author == "Alliance of Harbor Clinics")
        #expect(document.created == "2000-01-01")
        #expect(document.pageCount == 2)
    }

    @Test func xmpSpeaksWhereTheDictionaryIsSilent() throws {
        let document = try PDFFixture.text("form.pdf").document
        #expect(document.title == "Statement & form")
        #expect(document.created == "2018-02-05")
        #expect(document.producer == "Fixture")
    }

    @Test func linksAndAttachmentsAreListed() throws {
        let document = try PDFFixture.text("form.pdf").document
        #expect(document.links == ["https://coast.example/statement"])
        #expect(document.attachments == ["appendix.csv"])
    }

    @Test func xmpPropertiesAreReadInAllTheirForms() {
        let packet = XMPPacket(
            """
            <rdf:Description pdf:Producer='Press 4' xmp:ModifyDate="2019-01-02T03:04:05Z">
            <xmp:CreatorTool>Quill &lt;2&gt;</xmp:CreatorTool>
            <dc:subject><rdf:Bag><rdf:li>lamps</rdf:li><rdf:li>boats</rdf:li></rdf:Bag></dc:subject>
            <dc:title/></rdf:Description>
            """)
        #expect(packet.value("pdf:Producer") == "Press 4")
        #expect(packet.value("xmp:ModifyDate") == "2019-01-02T03:04:05Z")
        #expect(packet.value("xmp:CreatorTool") == "Quill <2>")
        #expect(packet.values("dc:subject") == ["lamps", "boats"])
        #expect(packet.value("dc:title") == nil)
        #expect(packet.value("dc:creator") == nil)
    }
}
