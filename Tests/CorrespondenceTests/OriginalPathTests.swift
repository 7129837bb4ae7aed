import Correspondence
import Testing

@Suite struct OriginalPathTests {
    @Test func aFileIsItself() {
        for path in ["letter.pdf", "in/2020!/letter.pdf", "what!/x/y.pdf", "odd!", ""] {
            #expect(OriginalPath(path).file == path)
            #expect(OriginalPath(path).attachments.isEmpty)
        }
    }

    @Test func whatIsAttachedNamesItsFileAndItsPlace() {
        let mail = OriginalPath.attachment(2, named: "Comments!.pdf", in: "in/mail.eml")
        #expect(mail == "in/mail.eml!/2/Comments!.pdf")
        #expect(OriginalPath(mail).file == "in/mail.eml")
        #expect(OriginalPath(mail).attachments == [2])
        let inner = OriginalPath.attachment(1, named: "a.pdf", in: mail)
        #expect(OriginalPath(inner).file == "in/mail.eml")
        #expect(OriginalPath(inner).attachments == [2, 1])
    }
}
