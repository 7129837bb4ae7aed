import Correspondence
import Extracting
import Foundation
import Scanning
import Testing

/// Date expressions beside labels made by hand before the rules (`Tests/DescribingTests/Fixtures/date-labels.tsv`).
/// `LETTERBOOK_FIGURES=1` prints the figures.
@Suite struct DateExpressionTests {
    /// HeidelTime's published value F1 on news is about .80, its extents about .90: the mark to pass.
    @Test(
        .enabled(if: GoldFolders.real != nil, "\(GoldFolders.absence)"),
        arguments: ["tuning", "kept back"])
    func `Date expressions are found and mean what the labels say`(half: String) throws {
        let letters = try DateLabels.read().filter { $0.half == half }
        let files = try originals()
        let counts = try letters.map { letter -> DateCounts in
            let file = try #require(files[letter.sha256], "no original of \(letter.sha256)")
            return letter.counts(in: try pages(of: file))
        }
        let sum = DateCounts.sum(counts)
        #expect(sum.labels > 150)
        #expect(sum.extentF1 > 0.95 && sum.valueF1 > 0.93 && sum.valueAccuracy > 0.95, "\(sum)")
        guard ProcessInfo.processInfo.environment["LETTERBOOK_FIGURES"] != nil else { return }
        print(
            half, sum, "95 % by letters:", Self.interval(counts, \.extentF1), Self.interval(counts, \.valueF1)
        )
    }

    private func originals() throws -> [String: URL] {
        let folder = try #require(GoldFolders.real).appendingPathComponent("letters")
        var files: [String: URL] = [:]
        for name in FileManager.default.subpaths(atPath: folder.path) ?? [] {
            let file = folder.appendingPathComponent(name)
            guard let bytes = FileManager.default.contents(atPath: file.path) else { continue }
            files[SHA256.hex(of: [UInt8](bytes))] = file
        }
        return files
    }

    private func pages(of file: URL) throws -> [Page] {
        let bytes = [UInt8](try Data(contentsOf: file))
        guard case .readable(let mediaType) = recognize(bytes, name: file.lastPathComponent) else {
            return []
        }
        return try extract(bytes, as: mediaType).pages
    }

    /// 95 % of a thousand samples of the letters, drawn with a generator of our own so that they stay the same.
    private static func interval(
        _ counts: [DateCounts], _ figure: KeyPath<DateCounts, Double>
    ) -> ClosedRange<Double> {
        var state: UInt64 = 42
        var figures = (0..<1_000).map { _ in
            DateCounts.sum(
                counts.indices.map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return counts[Int((state >> 33) % UInt64(counts.count))]
                })[keyPath: figure]
        }
        figures.sort()
        return figures[25]...figures[974]
    }
}
