import Correspondence
import Describing
import Foundation
import Testing

@Suite("Golden letters")
struct GoldenLetterTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/letters")

    /// Every letter in the folder, by name; a new one needs no line here.
    static let names: [String] = {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
        } catch {
            return []
        }
    }()

    static func letter(_ name: String) throws -> ExtractedText {
        let file = folder.appendingPathComponent("\(name).txt")
        return LetterNotation.text(try String(contentsOf: file, encoding: .utf8))
    }

    @Test("There are letters in the folder, each with its golden file, and no golden file without a letter")
    func nothingIsLeftOut() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let golden = files.filter { $0.hasSuffix(".expected.json") }.map { String($0.dropLast(14)) }.sorted()
        #expect(Self.names.count >= 28)
        #expect(golden == Self.names)
    }

    @Test("A letter is described as its golden file says", arguments: names)
    func golden(name: String) throws {
        let description = try describe(Self.letter(name), custody: [], with: TestDirectory.make())
        let described = try CanonicalJSON.document(Facts(description))
        let file = Self.folder.appendingPathComponent("\(name).expected.json")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try described.write(to: file)
            return
        }
        let expected = try Data(contentsOf: file)
        #expect(String(decoding: described, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }

    @Test("Every quote is exactly what stands at its span", arguments: names)
    func quotesAreSpans(name: String) throws {
        let text = try Self.letter(name)
        let description = try describe(text, custody: [], with: TestDirectory.make())
        let evidence = Facts.evidence(of: description)
        #expect(!evidence.isEmpty)
        for item in evidence where item.place != .field {
            #expect(item.quote == slice(item, text), "\(item.rule)")
        }
    }

    @Test("The same letter gives the same description", arguments: names)
    func describingIsPure(name: String) throws {
        let text = try Self.letter(name)
        let directory = try TestDirectory.make()
        let first = try CanonicalJSON.line(describe(text, custody: [], with: directory))
        let second = try CanonicalJSON.line(describe(text, custody: [], with: try TestDirectory.make()))
        #expect(first == second)
    }

    private func slice(_ evidence: Evidence, _ text: ExtractedText) -> String? {
        guard let page = text.pages.first(where: { $0.number == evidence.page }), let start = evidence.start,
            let end = evidence.end
        else { return nil }
        let scalars = Array((evidence.place == .margin ? page.margin ?? "" : page.text).unicodeScalars)
        guard start >= 0, start <= end, end <= scalars.count else { return nil }
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }
}

/// What the golden files keep of a description: the facts, each with the rule that found it.
struct Facts: Codable {
    struct Person: Codable {
        var name: String?
        var honorific: String?
        var title: String?
        var office: String?
        var organization: String?
        var agency: String?
        var address: String?
        var rule: String
    }

    var kind: String
    var date: String?
    var dates: [String]
    var sender: String?
    var senderAgency: String?
    var signatories: [Person]
    var addressees: [Person]
    var copied: [Person]
    var agencies: [String]
    var subject: String?
    var submission: Submission?
    var signOn: SignOn?

    init(_ description: Description) {
        kind = "\(description.kind.value.rawValue) (\(description.kind.evidence.rule))"
        date = description.date.map {
            "\($0.value) (\($0.evidence.rule), \($0.evidence.confidence.rawValue))"
        }
        dates = description.dates.map { "\($0.role.rawValue) \($0.value)" }
        sender = description.sender.map { "\($0.organization) (\($0.evidence.rule))" }
        senderAgency = description.sender?.agency
        signatories = description.signatories.map {
            Person(name: $0.name, title: $0.title, organization: $0.organization, rule: $0.evidence.rule)
        }
        addressees = description.addressees.map(Self.person)
        copied = description.copied.map(Self.person)
        agencies = description.agencies.filter { $0.role != .mentioned }.map {
            "\($0.id) \($0.role.rawValue)"
        }
        subject = description.subject.map { "\($0.value) (\($0.evidence.rule))" }
        submission = description.submission
        signOn = description.signOn
    }

    private static func person(_ addressee: Addressee) -> Person {
        Person(
            name: addressee.name, honorific: addressee.honorific, title: addressee.title,
            office: addressee.office, organization: addressee.organization, agency: addressee.agency,
            address: addressee.address, rule: addressee.evidence.rule)
    }

    /// All evidence of the facts above.
    static func evidence(of description: Description) -> [Evidence] {
        var all = [description.kind.evidence]
        all += [description.date?.evidence, description.sender?.evidence, description.subject?.evidence]
            .compactMap(\.self)
        all += description.dates.map(\.evidence)
        all += description.signatories.map(\.evidence)
        all += description.addressees.map(\.evidence) + description.copied.map(\.evidence)
        all += description.agencies.map(\.evidence)
        return all
    }
}
