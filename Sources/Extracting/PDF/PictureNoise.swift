/// How noisy a picture is: grain in its paper, and specks where nothing is printed.
struct PictureNoise {
    /// The range of tones in most blocks of a clean sheet is a few tones; JPEG adds a dozen.
    private static let mostGrain = 28
    /// The share of blank places that hold a speck.
    private static let mostSpecks = 0.012
    private static let block = 8

    /// The range of tones in the middle one of its blocks.
    private(set) var grain = 0
    private(set) var specks = 0.0

    var isNoisy: Bool { grain > Self.mostGrain || specks > Self.mostSpecks }

    init(_ picture: GrayPicture) {
        let block = Self.block
        let (columns, rows) = (picture.width / block, picture.height / block)
        guard columns > 4, rows > 4 else { return }
        var ranges: [(low: UInt8, high: UInt8)] = []
        ranges.reserveCapacity(columns * rows)
        picture.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                for column in 0..<columns {
                    var (low, high) = (UInt8.max, UInt8.min)
                    for y in row * block..<(row + 1) * block {
                        for x in column * block..<(column + 1) * block {
                            low = min(low, pixels[y * picture.width + x])
                            high = max(high, pixels[y * picture.width + x])
                        }
                    }
                    ranges.append((low, high))
                }
            }
        }
        grain = ranges.map { Int($0.high) - Int($0.low) }.sorted()[ranges.count / 2]
        specks = Self.specks(ranges, columns: columns, rows: rows)
    }

    /// The share of blocks with a dark dot among those whose eight neighbours have none.
    private static func specks(_ ranges: [(low: UInt8, high: UInt8)], columns: Int, rows: Int) -> Double {
        var (blank, specked) = (0, 0)
        for row in 1..<rows - 1 {
            for column in 1..<columns - 1 {
                let at = row * columns + column
                let around = [
                    at - 1, at + 1, at - columns - 1, at - columns, at - columns + 1, at + columns - 1,
                    at + columns, at + columns + 1,
                ]
                guard around.allSatisfy({ ranges[$0].low > 128 }) else { continue }
                blank += 1
                if ranges[at].low <= 128 { specked += 1 }
            }
        }
        return Double(specked) / Double(max(1, blank))
    }
}

extension GrayPicture {
    /// The middle tone of each dot and its eight neighbours, then a little blur.
    func smoothed() -> GrayPicture { medians().blurred() }

    private func medians() -> GrayPicture {
        filtered { pixels, at in
            var nine = (
                pixels[at - width - 1], pixels[at - width], pixels[at - width + 1], pixels[at - 1],
                pixels[at],
                pixels[at + 1], pixels[at + width - 1], pixels[at + width], pixels[at + width + 1]
            )
            return Self.middle(&nine)
        }
    }

    /// Weights 1, 2, 1 in both directions.
    private func blurred() -> GrayPicture {
        filtered { pixels, at in
            func row(_ at: Int) -> Int { Int(pixels[at - 1]) + 2 * Int(pixels[at]) + Int(pixels[at + 1]) }
            return UInt8((row(at - width) + 2 * row(at) + row(at + width)) >> 4)
        }
    }

    private func filtered(_ tone: (UnsafeBufferPointer<UInt8>, Int) -> UInt8) -> GrayPicture {
        guard width > 2, height > 2 else { return self }
        var filtered = pixels
        pixels.withUnsafeBufferPointer { pixels in
            for y in 1..<height - 1 {
                for at in y * width + 1..<(y + 1) * width - 1 { filtered[at] = tone(pixels, at) }
            }
        }
        return GrayPicture(width: width, height: height, pixels: filtered)
    }

    private typealias Nine = (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8)

    /// Nineteen comparisons (Paeth's network for nine values).
    private static func middle(_ n: inout Nine) -> UInt8 {
        func order(_ a: inout UInt8, _ b: inout UInt8) { (a, b) = (min(a, b), max(a, b)) }
        order(&n.1, &n.2); order(&n.4, &n.5); order(&n.7, &n.8)
        order(&n.0, &n.1); order(&n.3, &n.4); order(&n.6, &n.7)
        order(&n.1, &n.2); order(&n.4, &n.5); order(&n.7, &n.8)
        order(&n.0, &n.3); order(&n.5, &n.8); order(&n.4, &n.7)
        order(&n.3, &n.6); order(&n.1, &n.4); order(&n.2, &n.5)
        order(&n.4, &n.7); order(&n.4, &n.2); order(&n.6, &n.4); order(&n.4, &n.2)
        return n.4
    }
}
