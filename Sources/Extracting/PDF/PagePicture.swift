import CPopplerGLib
import Correspondence

/// A page rendered for OCR, laid straight and smoothed: a binary PGM image, which tesseract reads from standard input.
///
/// Rendering belongs into the worker process, like reading: it runs more of poppler, and more of what a hostile
/// file can reach.
///
/// - Parameters:
///   - page: from 1, as in `Page.number`.
///   - original: a PDF document's bytes.
/// - Throws: `.damaged` where there is no such page, `.limit` where its picture cannot be held.
public func picture(
    ofPage page: Int, in original: [UInt8], settings: ExtractionSettings = ExtractionSettings()
) throws(ExtractionError) -> [UInt8] {
    let document = try PopplerDocument(original)
    guard page >= 1, page <= document.pageCount, let sheet = document.page(at: page - 1) else {
        throw .damaged("page \(page) cannot be rendered")
    }
    let (width, height) = sheet.size
    guard width > 0, height > 0, width.isFinite, height.isFinite else {
        throw .damaged("page \(page) has no size")
    }
    let wanted = Double(settings.ocrResolution) / 72
    let scale = min(wanted, (Double(settings.ocrPixels) / (width * height)).squareRoot())
    let canvas = try PageCanvas(width: Int(width * scale), height: Int(height * scale))
    return try canvas.render(sheet, scale: scale).readied().portableGrayMap
}

extension PopplerPage {
    /// The share of the page that is dark, from a small picture of it; 0 where it cannot be drawn.
    var darkShare: Double {
        let (width, height) = size
        let longest = max(width, height)
        guard width > 0, height > 0, longest.isFinite else { return 0 }
        let scale = 300 / longest
        do {
            let small = try PageCanvas(width: Int(width * scale), height: Int(height * scale))
                .render(self, scale: scale)
            // A thin stroke leaves a pale trace in so small a picture.
            return Double(small.pixels.count { $0 < 200 }) / Double(max(1, small.pixels.count))
        } catch {
            return 0
        }
    }
}

/// A cairo surface with its context. Owns both and frees them.
private struct PageCanvas: ~Copyable {
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let width: Int
    private let height: Int

    init(width: Int, height: Int) throws(ExtractionError) {
        self.width = max(1, width)
        self.height = max(1, height)
        let made = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(self.width), Int32(self.height))
        guard let made, cairo_surface_status(made) == CAIRO_STATUS_SUCCESS, let drawn = cairo_create(made)
        else { throw .limit("memory: a page of \(width) by \(height) pixels cannot be rendered") }
        surface = made
        context = drawn
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    func render(_ page: borrowing PopplerPage, scale: Double) throws(ExtractionError) -> GrayPicture {
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        page.draw(on: context)
        cairo_surface_flush(surface)
        guard cairo_status(context) == CAIRO_STATUS_SUCCESS,
            let pixels = cairo_image_surface_get_data(surface)
        else { throw .limit("memory: the page could not be rendered") }
        return grayMap(pixels, stride: Int(cairo_image_surface_get_stride(surface)))
    }

    /// Luma of each pixel (ITU-R BT.601 weights, in 256ths).
    private func grayMap(_ pixels: UnsafeMutablePointer<UInt8>, stride: Int) -> GrayPicture {
        let (width, height) = (width, height)
        let tones = [UInt8](unsafeUninitializedCapacity: width * height) { bytes, count in
            for row in 0..<height {
                let line = UnsafeRawPointer(pixels + row * stride).assumingMemoryBound(to: UInt32.self)
                for column in 0..<width {
                    let pixel = line[column]
                    let luma = (pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 + (pixel & 255) * 29
                    bytes[count] = UInt8(truncatingIfNeeded: luma >> 8)
                    count += 1
                }
            }
        }
        return GrayPicture(width: width, height: height, pixels: tones)
    }
}
