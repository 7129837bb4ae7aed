import Foundation

extension Evaluation {
    /// The figures as a table for people: a row a field, in alphabetical order.
    public var table: String {
        let rows = scores.keys.sorted().compactMap { field in scores[field].map { (field, $0) } }
        let width = max(20, rows.map(\.0.count).max() ?? 0)
        var lines = [
            "missing records".padding(toLength: width + 2, withPad: " ", startingAt: 0) + "\(missing.count)"
        ]
        for (field, score) in rows {
            lines.append(field.padding(toLength: width + 2, withPad: " ", startingAt: 0) + Self.row(score))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ score: Score) -> String {
        switch score {
        case .values(let right, let of):
            "\(percent(score.figure))  \(right) of \(of)"
        case .sets(let right, let extra, let missed):
            "\(percent(score.figure))  precision \(percent(score.precision)), recall \(percent(score.recall))"
                + "  (\(right) right, \(extra) extra, \(missed) missed)"
        }
    }

    /// Three decimals, without a locale.
    private static func percent(_ figure: Double) -> String {
        let thousandths = Int((figure * 1000).rounded())
        let decimals = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - decimals.count) + decimals
    }
}
