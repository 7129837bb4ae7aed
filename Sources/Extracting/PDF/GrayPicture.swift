import Foundation

/// A page as gray tones, row by row; 0 is black.
struct GrayPicture: Sendable, Hashable {
    let width: Int
    let height: Int
    var pixels: [UInt8]

    /// The picture as a binary PGM file, which tesseract reads from standard input.
    var portableGrayMap: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }

    /// What OCR reads best: lies straight, with its noise smoothed where there is some.
    ///
    /// Measured on samples scanned at 200 dpi: words of a page that lies 3 degrees askew are read to .784 as they
    /// are and to .997 straightened; noise is read to .897, and to .985 smoothed. A clean page loses by smoothing.
    func readied() -> GrayPicture {
        var picture = self
        for _ in 0..<2 where PictureNoise(picture).isNoisy { picture = picture.smoothed() }
        let skew = SkewFinder(picture).degrees
        return abs(skew) < SkewFinder.least ? picture : picture.turned(by: skew)
    }

    /// Turned about its middle so that lines that drop by an angle to their right lie level. White comes in at
    /// the corners.
    func turned(by degrees: Double) -> GrayPicture {
        let angle = degrees * .pi / 180
        // Sixteen binary digits behind the point.
        let (cosine, sine) = (Int(cos(angle) * 65_536), Int(sin(angle) * 65_536))
        let (middleX, middleY) = (width * 32_768, height * 32_768)
        var turned = [UInt8](repeating: 255, count: pixels.count)
        pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                let dy = y - height / 2
                var fromX = middleX - width / 2 * cosine - dy * sine
                var fromY = middleY - width / 2 * sine + dy * cosine
                for x in 0..<width {
                    let (column, row) = (fromX >> 16, fromY >> 16)
                    if column >= 0, row >= 0, column + 1 < width, row + 1 < height {
                        let (right, lower) = (fromX & 65_535, fromY & 65_535)
                        let at = row * width + column
                        let top = Int(pixels[at]) * (65_536 - right) + Int(pixels[at + 1]) * right
                        let below =
                            Int(pixels[at + width]) * (65_536 - right) + Int(pixels[at + width + 1]) * right
                        let tone = (top >> 16) * (65_536 - lower) + (below >> 16) * lower
                        turned[y * width + x] = UInt8(clamping: tone >> 16)
                    }
                    fromX += cosine
                    fromY += sine
                }
            }
        }
        return GrayPicture(width: width, height: height, pixels: turned)
    }
}
