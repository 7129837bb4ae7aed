import Correspondence
import Foundation
import Testing

/// The asks of thirty real letters, where they are present, held to a floor a little below what was reached.
@Suite(.enabled(if: GoldFolders.real != nil, "\(GoldFolders.absence)"))
struct AskQualityTests {
    private static let score = Result {
        guard let folder = GoldFolders.real else { throw Evaluations.Absent() }
        let labels = try AskLabels()
        let reading = try Reading(pipeline: GoldFolders.root.appendingPathComponent("Pipeline"))
        var letters: [String: Letter] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
            let file = folder.appendingPathComponent(name)
            guard name.hasPrefix("letters/"), !file.pathExtension.isEmpty else { continue }
            // Nil for a folder, whose name may end like a file's.
            guard let bytes = FileManager.default.contents(atPath: file.path) else { continue }
            let sha256 = SHA256.hex(of: [UInt8](bytes))
            guard labels.letters[sha256] != nil else { continue }
            letters[sha256] = try reading.letter(from: file, named: name)
        }
        let score = AskScore(labels, letters: letters)
        if ProcessInfo.processInfo.environment["LETTERBOOK_FIGURES"] != nil {
            print(
                "asks of \(letters.count) letters: F1 \(score.f1), direction \(score.direction), "
                    + "object \(score.object), about \(score.about)")
        }
        return (score, letters.count)
    }

    @Test func `Thirty letters are labelled, and their asks are found`() throws {
        let (score, letters) = try Self.score.get()
        #expect(letters == 30)
        #expect(score.f1 >= 0.9)
        #expect(score.direction >= 0.97)
    }

    @Test func `The object of an ask is what the label says, and so is the body or bill asked about`() throws
    {
        let (score, _) = try Self.score.get()
        #expect(score.object >= 0.87)
        #expect(score.about >= 0.85)
    }
}
