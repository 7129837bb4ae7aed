import CPopplerGLib
import Correspondence

/// One page of an open document. Owns poppler's handle and frees it.
struct PopplerPage: ~Copyable {
    private let handle: OpaquePointer

    init(owning handle: OpaquePointer) { self.handle = handle }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    /// Width and height in points, as the page is turned for reading.
    var size: (width: Double, height: Double) {
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(handle, &width, &height)
        return (width, height)
    }

    /// Every character with the box that it is printed in, in poppler's reading order; a line break for the
    /// end of each printed line.
    var glyphs: [Glyph] {
        guard let text = poppler_page_get_text(handle) else { return [] }
        defer { g_free(text) }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        guard poppler_page_get_text_layout(handle, &rectangles, &count) != 0, let rectangles else {
            return []
        }
        defer { g_free(rectangles) }
        let boxes = UnsafeBufferPointer(start: rectangles, count: Int(count))
        return Self.glyphs(String(cString: text), boxes: boxes)
    }

    private static func glyphs(_ text: String, boxes: UnsafeBufferPointer<PopplerRectangle>) -> [Glyph] {
        let scalars = text.unicodeScalars
        // Marks of direction are in the text but have no boxes.
        let hasMarks = boxes.count < scalars.count
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(boxes.count)
        var next = 0
        for scalar in scalars where !hasMarks || !isDirectionMark(scalar) {
            guard next < boxes.count else { break }
            let box = boxes[next]
            next += 1
            glyphs.append(
                Glyph(
                    scalar: scalar, left: Float(min(box.x1, box.x2)), top: Float(min(box.y1, box.y2)),
                    right: Float(max(box.x1, box.x2)), bottom: Float(max(box.y1, box.y2))))
        }
        return glyphs
    }

    private static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x200E...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
    }

    /// The type of the page's characters, as runs over `glyphs`. Costs about a third of reading the text.
    var typeRuns: [TypeRun] {
        let list = poppler_page_get_text_attributes(handle)
        defer { poppler_page_free_text_attributes(list) }
        return elements(of: list).map { element in
            let run = element.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
            let start = max(0, Int(run.start_index))
            return TypeRun(
                glyphs: start..<max(start, Int(run.end_index) + 1),
                font: run.font_name.map { String(cString: $0) } ?? "", size: Float(run.font_size))
        }
    }

    /// The pictures on the page. Interprets the whole page again: only for pages with little text.
    var ink: PageInk {
        let list = poppler_page_get_image_mapping(handle)
        defer { poppler_page_free_image_mapping(list) }
        let (width, height) = size
        let page = max(1, width * height)
        let shares = elements(of: list).map { element in
            let area = element.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
            return abs((area.x2 - area.x1) * (area.y2 - area.y1)) / page
        }
        // A scan may be cut into strips.
        return PageInk(imageShare: min(1, shares.reduce(0, +)))
    }

    /// Draws the page with its notes on a cairo context, whose scale gives the resolution.
    func draw(on context: OpaquePointer) { poppler_page_render(handle, context) }

    /// Targets of the page's links to the outside, in order.
    var linkTargets: [String] {
        let list = poppler_page_get_link_mapping(handle)
        defer { poppler_page_free_link_mapping(list) }
        return elements(of: list).compactMap { element in
            let mapping = element.assumingMemoryBound(to: PopplerLinkMapping.self).pointee
            guard let action = mapping.action, action.pointee.type == POPPLER_ACTION_URI,
                let uri = action.pointee.uri.uri
            else { return nil }
            return String(cString: uri)
        }
    }

    /// What has been filled into the page's form fields.
    var fields: [PlacedText] {
        let list = poppler_page_get_form_field_mapping(handle)
        defer { poppler_page_free_form_field_mapping(list) }
        let height = size.height
        return elements(of: list).compactMap { element in
            let mapping = element.assumingMemoryBound(to: PopplerFormFieldMapping.self).pointee
            guard let field = mapping.field, let text = Self.value(of: field), !text.isEmpty else {
                return nil
            }
            return PlacedText(text: text, box: Box(mapping.area, pageHeight: height))
        }
    }

    private static func value(of field: OpaquePointer) -> String? {
        switch poppler_form_field_get_field_type(field) {
        case POPPLER_FORM_FIELD_TEXT:
            guard poppler_form_field_text_is_password(field) == 0 else { return nil }
            return takeString(poppler_form_field_text_get_text(field))
        case POPPLER_FORM_FIELD_CHOICE:
            if let typed = takeString(poppler_form_field_choice_get_text(field)) { return typed }
            let count = poppler_form_field_choice_get_n_items(field)
            let chosen = (0..<max(0, count)).filter {
                poppler_form_field_choice_is_item_selected(field, $0) != 0
            }
            return chosen.compactMap { takeString(poppler_form_field_choice_get_item(field, $0)) }
                .joined(separator: "\n")
        default:
            return nil
        }
    }

    /// Notes on the page: free text stands on the page like print; the others pop up.
    var annotations: [Annotation] {
        let list = poppler_page_get_annot_mapping(handle)
        defer { poppler_page_free_annot_mapping(list) }
        let height = size.height
        return elements(of: list).compactMap { element in
            let mapping = element.assumingMemoryBound(to: PopplerAnnotMapping.self).pointee
            guard let note = mapping.annot, let kind = Self.kind(of: note),
                let text = takeString(poppler_annot_get_contents(note)), !text.isEmpty
            else { return nil }
            return Annotation(
                kind: kind, note: PlacedText(text: text, box: Box(mapping.area, pageHeight: height)))
        }
    }

    private static func kind(of note: OpaquePointer) -> Annotation.Kind? {
        let hidden = POPPLER_ANNOT_FLAG_HIDDEN.rawValue
        guard poppler_annot_get_flags(note).rawValue & hidden == 0 else { return nil }
        switch poppler_annot_get_annot_type(note) {
        case POPPLER_ANNOT_FREE_TEXT: return .freeText
        case POPPLER_ANNOT_STAMP: return .stamp
        case POPPLER_ANNOT_TEXT, POPPLER_ANNOT_HIGHLIGHT, POPPLER_ANNOT_UNDERLINE, POPPLER_ANNOT_STRIKE_OUT,
            POPPLER_ANNOT_CARET, POPPLER_ANNOT_SQUARE, POPPLER_ANNOT_CIRCLE:
            return .comment
        default: return nil
        }
    }
}

extension Box {
    /// From PDF's coordinates, whose origin is the lower left corner.
    fileprivate init(_ area: PopplerRectangle, pageHeight: Double) {
        self.init(
            left: min(area.x1, area.x2), top: pageHeight - max(area.y1, area.y2),
            right: max(area.x1, area.x2), bottom: pageHeight - min(area.y1, area.y2))
    }
}
