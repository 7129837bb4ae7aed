import Correspondence
import Foundation
import Scanning

/// How many date expressions are labelled, found, found rightly, and valued rightly.
struct DateCounts: CustomStringConvertible {
    var labels = 0
    var found = 0
    var matched = 0
    var valued = 0

    var extentF1: Double { Double(2 * matched) / Double(max(1, labels + found)) }
    var valueF1: Double { Double(2 * valued) / Double(max(1, labels + found)) }
    var valueAccuracy: Double { Double(valued) / Double(max(1, matched)) }

    var description: String {
        String(
            format: "%d labels, %d found, extent F1 %.3f, value F1 %.3f, value accuracy %.3f", labels, found,
            extentF1, valueF1, valueAccuracy)
    }

    static func sum(_ counts: [DateCounts]) -> DateCounts {
        counts.reduce(into: DateCounts()) { sum, one in
            sum.labels += one.labels
            sum.found += one.found
            sum.matched += one.matched
            sum.valued += one.valued
        }
    }
}

/// The labels of one letter: stretches of pages in which every date expression is labelled.
struct DateLabels {
    struct Label {
        var hash: Substring
        var start: Int
        var value: Substring
    }

    struct Window {
        var page: Int
        var range: Range<Int>
        var labels: [Label]
    }

    var sha256: String
    var written: EDTFDate?
    var half: String
    var windows: [Window]

    static func read() throws -> [DateLabels] {
        let folder = GoldFolders.root.appendingPathComponent("Tests/DescribingTests/Fixtures")
        var letters: [DateLabels] = []
        for line in try GoldFolders.text("date-labels.tsv", in: folder).split(separator: "\n")
        where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            let place = fields[2].split { $0 == ":" || $0 == "-" }.compactMap { Int($0) }
            if fields[0] == "window" {
                if letters.last?.sha256 != String(fields[1]) {
                    letters.append(
                        DateLabels(
                            sha256: String(fields[1]), written: EDTFDate(String(fields[3])),
                            half: String(fields[4]), windows: []))
                }
                letters[letters.count - 1].windows.append(
                    Window(page: place[0], range: place[1]..<place[2], labels: []))
            } else {
                let last = letters[letters.count - 1].windows.count - 1
                letters[letters.count - 1].windows[last].labels.append(
                    Label(hash: fields[3], start: place[1], value: fields[4]))
            }
        }
        return letters
    }

    func counts(in pages: [Page]) -> DateCounts {
        DateCounts.sum(
            windows.map { window in
                guard let page = pages.first(where: { $0.number == window.page }) else {
                    return DateCounts(labels: window.labels.count)
                }
                return counts(of: window, in: Array(page.text.unicodeScalars))
            })
    }

    /// A label is found where an expression of the same letters stands, each once, in the order of the text: the text
    /// may have moved by some scalars since it was labelled.
    private func counts(of window: Window, in scalars: [Unicode.Scalar]) -> DateCounts {
        let reach = 60
        let found = DateExpressionReader().expressions(in: scalars)
            .filter { $0.end > window.range.lowerBound - reach && $0.start < window.range.upperBound + reach }
        var counts = DateCounts(labels: window.labels.count)
        var taken: Set<Int> = []
        for label in window.labels {
            let match = found.indices
                .filter { !taken.contains($0) && hash(found[$0], scalars) == label.hash }
                .min { abs(found[$0].start - label.start) < abs(found[$1].start - label.start) }
            guard let match, abs(found[match].start - label.start) < 300 else { continue }
            taken.insert(match)
            counts.matched += 1
            let value = found[match].date(written: written)?.description.filter { $0 != "~" }
            if label.value == "-" || value == String(label.value) { counts.valued += 1 }
        }
        // What stands at the window's very ends may be outside of it.
        let others = found.indices.filter { !taken.contains($0) && window.range.contains(found[$0].start) }
        counts.found = taken.count + others.count
        return counts
    }

    private func hash(_ date: DateExpression, _ scalars: [Unicode.Scalar]) -> Substring {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[date.start..<date.end])
        let letters = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
        return SHA256.hex(of: Array(letters.utf8)).prefix(16)
    }
}
