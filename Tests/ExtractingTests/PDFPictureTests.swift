import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFPictureTests {
    /// Lines of small dark words on a white sheet, from edge to edge but for the margins.
    private static let sheet: GrayPicture = {
        var sheet = GrayPicture(
            width: 850, height: 1_100, pixels: [UInt8](repeating: 255, count: 850 * 1_100))
        for line in stride(from: 120, to: 980, by: 22) {
            for word in stride(from: 100, to: 720, by: 36) {
                for y in line..<line + 9 { for x in word..<word + 28 { sheet.pixels[y * 850 + x] = 20 } }
            }
        }
        return sheet
    }()

    private func quarter(_ picture: GrayPicture) -> GrayPicture {
        let (width, height) = (picture.height, picture.width)
        var turned = GrayPicture(width: width, height: height, pixels: picture.pixels)
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                turned.pixels[x * width + width - 1 - y] = picture.pixels[y * picture.width + x]
            }
        }
        return turned
    }

    @Test(arguments: [-4.0, -1.5, -0.5, 0.5, 2, 5])
    func theSkewOfASheetIsFound(degrees: Double) {
        // Turning by an angle lifts the right end, so that the lines rise by it.
        let askew = Self.sheet.turned(by: -degrees)
        #expect(abs(SkewFinder(askew).degrees - degrees) < 0.15)
        #expect(abs(SkewFinder(quarter(askew)).degrees - degrees) < 0.15)
        #expect(abs(SkewFinder(askew.readied()).degrees) < SkewFinder.least)
    }

    @Test func aSheetThatLiesStraightIsLeftAsItIs() {
        #expect(abs(SkewFinder(Self.sheet).degrees) < SkewFinder.least)
        #expect(Self.sheet.readied() == Self.sheet)
    }

    @Test func aSheetWithoutLinesHasNoSkew() {
        var blank = Self.sheet
        blank.pixels = blank.pixels.map { _ in 255 }
        #expect(SkewFinder(blank).degrees == 0)
        let dot = GrayPicture(width: 1, height: 1, pixels: [0])
        #expect(dot.readied() == dot)
    }

    @Test func specksAreSmoothedAndPrintStays() {
        var specked = Self.sheet
        var seed: UInt32 = 7
        for _ in 0..<4_000 {
            seed = seed &* 1_664_525 &+ 1_013_904_223
            specked.pixels[Int(seed >> 8) % specked.pixels.count] = 0
        }
        #expect(!PictureNoise(Self.sheet).isNoisy)
        #expect(PictureNoise(specked).isNoisy)
        let smoothed = specked.smoothed()
        #expect(!PictureNoise(smoothed).isNoisy)
        #expect(smoothed.pixels[125 * 850 + 110] < 40)
    }

    @Test func grainIsSmoothed() {
        var grained = Self.sheet
        var seed: UInt32 = 3
        for index in grained.pixels.indices {
            seed = seed &* 1_664_525 &+ 1_013_904_223
            grained.pixels[index] = UInt8(max(0, Int(grained.pixels[index]) - Int(seed >> 24) % 50))
        }
        #expect(PictureNoise(grained).grain > 28)
        #expect(PictureNoise(grained.smoothed()).grain * 10 < PictureNoise(grained).grain * 9)
    }
}
