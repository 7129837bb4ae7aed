import Foundation

/// A page as gray dots, made from a rendered one, worn as scans are, and put into a PDF of its own.
struct ScannedSheet {
    let width: Int
    let height: Int
    private(set) var dots: [UInt8]

    /// - Parameter map: a binary PGM file with a header of three lines.
    init?(map: [UInt8]) {
        let header = map.prefix(40).split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false)
        guard header.count == 4 else { return nil }
        let size = String(decoding: header[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard size.count == 2 else { return nil }
        self.init(width: size[0], height: size[1], dots: Array(map.suffix(size[0] * size[1])))
    }

    private init(width: Int, height: Int, dots: [UInt8]) {
        (self.width, self.height, self.dots) = (width, height, dots)
    }

    /// Slipped on the glass.
    func askew(_ degrees: Double) -> ScannedSheet {
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        let (middleX, middleY) = (Double(width) / 2, Double(height) / 2)
        var askew = Self(width: width, height: height, dots: Array(repeating: 255, count: dots.count))
        for y in 0..<height {
            for x in 0..<width {
                let (dx, dy) = (Double(x) - middleX, Double(y) - middleY)
                let (column, row) = (
                    Int(middleX + dx * cosine + dy * sine), Int(middleY - dx * sine + dy * cosine)
                )
                guard (0..<width).contains(column), (0..<height).contains(row) else { continue }
                askew.dots[y * width + x] = dots[row * width + column]
            }
        }
        return askew
    }

    /// Put in sideways.
    func onItsSide() -> ScannedSheet {
        var turned = Self(width: height, height: width, dots: dots)
        for y in 0..<height {
            for x in 0..<width { turned.dots[x * height + height - 1 - y] = dots[y * width + x] }
        }
        return turned
    }

    /// Black and white specks, one in so many dots.
    func specked(oneIn share: Int) -> ScannedSheet {
        var specked = self
        var seed: UInt64 = 42
        for _ in 0..<dots.count / share {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            specked.dots[Int(seed >> 33) % dots.count] = seed >> 63 == 0 ? 0 : 255
        }
        return specked
    }

    /// A document with this sheet as its page, without a text layer.
    func document(dotsPerInch: Int) -> [UInt8] {
        let (pointsWide, pointsHigh) = (width * 72 / dotsPerInch, height * 72 / dotsPerInch)
        let content = "\(pointsWide) 0 0 \(pointsHigh) 0 0 cm /Sheet Do"
        let head = """
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 \(pointsWide) \(pointsHigh)] /Contents 4 0 R
            /Resources <</XObject <</Sheet 5 0 R>>>>>> endobj
            4 0 obj <</Length \(content.utf8.count)>> stream
            \(content)
            endstream endobj
            5 0 obj <</Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray
            /BitsPerComponent 8 /Length \(dots.count)>> stream

            """
        return Array(head.utf8) + dots + Array("\nendstream endobj\ntrailer <</Root 1 0 R>>\n".utf8)
    }
}
