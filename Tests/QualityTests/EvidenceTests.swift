import Correspondence
import Foundation
import Testing

/// Every quotation in a record is exactly what stands at its span: of our samples, and of the real letters where
/// they are present.
@Suite struct EvidenceTests {
    @Test func `Every quotation of our samples is what stands at its span`() throws {
        try check(GoldFolders.samples, fewest: 200)
    }

    @Test(.enabled(if: GoldFolders.real != nil, "\(GoldFolders.absence)"))
    func `Every quotation of the real letters is what stands at its span`() throws {
        let folder = try #require(GoldFolders.real).appendingPathComponent("letters")
        try check(folder, fewest: 4_000)
    }

    private func check(_ folder: URL, fewest: Int) throws {
        let reading = try Reading(pipeline: GoldFolders.root.appendingPathComponent("Pipeline"))
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { ["html", "htm", "pdf", "md", "txt"].contains(URL(filePath: $0).pathExtension) }
        var count = 0
        for (file, letter) in reading.letters(of: files, in: folder).sorted(by: { $0.key < $1.key }) {
            let record = try JSONSerialization.jsonObject(with: CanonicalJSON.line(letter))
            let pages = Pages(letter.pages)
            for evidence in evidence(in: record) {
                count += 1
                #expect(pages.stands(evidence), "\(file): \(evidence)")
            }
        }
        #expect(count >= fewest)
    }

    /// All objects of a record that quote something, whatever field they belong to.
    private func evidence(in value: Any) -> [[String: Any]] {
        if let list = value as? [Any] { return list.flatMap(evidence) }
        guard let object = value as? [String: Any] else { return [] }
        let own = object["quote"] is String && object["rule"] is String ? [object] : []
        return own + object.values.flatMap(evidence)
    }
}

/// The pages of a letter as scalars, page by page.
private struct Pages {
    private var scalars: [String: [Unicode.Scalar]] = [:]

    init(_ pages: [Page]) {
        for page in pages {
            scalars["\(page.number) text"] = Array(page.text.unicodeScalars)
            scalars["\(page.number) margin"] = Array((page.margin ?? "").unicodeScalars)
        }
    }

    /// Evidence of a field of the document's metadata has no span.
    func stands(_ evidence: [String: Any]) -> Bool {
        guard let place = evidence["in"] as? String, let quote = evidence["quote"] as? String else {
            return false
        }
        if place == "field" { return evidence["start"] == nil && evidence["end"] == nil }
        guard let page = evidence["page"] as? Int, let start = evidence["start"] as? Int,
            let end = evidence["end"] as? Int, let all = scalars["\(page) \(place)"],
            0 <= start, start <= end, end <= all.count
        else { return false }
        return String(String.UnicodeScalarView(all[start..<end])) == quote
    }
}
