import Foundation

/// Finds how far a scanned sheet lies askew, from the lower edges of its letters: seen along the lines they fall
/// into few rows, seen askew they spread over all.
struct SkewFinder {
    /// Less is left as it is: turning blurs.
    static let least = 0.25
    /// More is no sheet that slipped.
    private static let most = 6.0
    /// The rows' sharpness at the best angle, against the usual one. Less is no page of lines.
    private static let leastContrast = 1.25

    /// By how much the lines drop to their right; 0 where no lines are seen.
    let degrees: Double

    init(_ picture: GrayPicture) {
        let small = DarkCells(picture)
        let level = Self.sharpest(small.edgesBelow)
        let upright = Self.sharpest(small.edgesBeside)
        // A page turned by a right angle has its lines in its columns.
        let best = level.contrast >= upright.contrast ? level.angle : -upright.angle
        degrees = max(level.contrast, upright.contrast) < Self.leastContrast ? 0 : best
    }

    private static func sharpest(_ points: [(along: Int, across: Int)]) -> (angle: Double, contrast: Double) {
        guard points.count > 200 else { return (0, 0) }
        let coarse = stride(from: -most, through: most, by: 0.5).map { ($0, sharpness(points, at: $0)) }
        let usual = coarse.map(\.1).sorted()[coarse.count / 2]
        let first = coarse.max { $0.1 < $1.1 }?.0 ?? 0
        let fine = stride(from: first - 0.4, through: first + 0.4, by: 0.1).map {
            ($0, sharpness(points, at: $0))
        }
        guard let best = fine.max(by: { $0.1 < $1.1 }) else { return (0, 0) }
        return (best.0, best.1 / max(1, usual))
    }

    /// The sum of the squares of the rows' counts.
    private static func sharpness(_ points: [(along: Int, across: Int)], at degrees: Double) -> Double {
        let slope = Int(tan(degrees * .pi / 180) * 65_536)
        var rows = [Int32](repeating: 0, count: 4_096)
        for point in points {
            let row = point.across - (point.along * slope) >> 16 + 1_024
            if row >= 0, row < rows.count { rows[row] += 1 }
        }
        return rows.reduce(0) { $0 + Double($1) * Double($1) }
    }
}

/// A picture in cells of a few dots: where they are dark, and where dark cells end.
private struct DarkCells {
    /// The picture's longer side in cells.
    private static let size = 1_100
    private static let darkBelow = 150

    private(set) var edgesBelow: [(along: Int, across: Int)] = []
    private(set) var edgesBeside: [(along: Int, across: Int)] = []

    init(_ picture: GrayPicture) {
        let step = max(1, max(picture.width, picture.height) / Self.size)
        let (columns, rows) = (picture.width / step, picture.height / step)
        guard columns > 2, rows > 2 else { return }
        var isDark = [Bool](repeating: false, count: columns * rows)
        picture.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                for column in 0..<columns {
                    var sum = 0
                    for y in row * step..<(row + 1) * step {
                        for x in column * step..<(column + 1) * step {
                            sum += Int(pixels[y * picture.width + x])
                        }
                    }
                    isDark[row * columns + column] = sum < Self.darkBelow * step * step
                }
            }
        }
        for row in 0..<rows - 1 {
            for column in 0..<columns - 1 where isDark[row * columns + column] {
                if !isDark[(row + 1) * columns + column] { edgesBelow.append((column, row)) }
                if !isDark[row * columns + column + 1] { edgesBeside.append((row, column)) }
            }
        }
    }
}
