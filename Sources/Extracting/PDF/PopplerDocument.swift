import CPopplerGLib
import Correspondence

/// A PDF document opened from bytes. Owns poppler's handle and frees it.
///
/// Not `Copyable`: made, read and dropped within one call, so no handle crosses a task.
struct PopplerDocument: ~Copyable {
    private let handle: OpaquePointer

    /// - Throws: `.encrypted` where a password is asked for, `.damaged` where poppler can make nothing of it.
    init(_ bytes: [UInt8]) throws(ExtractionError) {
        var error: UnsafeMutablePointer<GError>?
        let copy = bytes.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
        defer { g_bytes_unref(copy) }
        guard let opened = poppler_document_new_from_bytes(copy, nil, &error) else {
            throw Self.reason(error)
        }
        handle = opened
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    /// Takes the error's ownership.
    private static func reason(_ error: UnsafeMutablePointer<GError>?) -> ExtractionError {
        guard let error else { return .damaged("poppler cannot open it and gives no reason") }
        defer { g_error_free(error) }
        if error.pointee.code == gint(POPPLER_ERROR_ENCRYPTED.rawValue) { return .encrypted }
        let message = error.pointee.message.map { String(cString: $0) } ?? "poppler cannot open it"
        return .damaged(message)
    }

    var pageCount: Int { Int(poppler_document_get_n_pages(handle)) }

    /// The page at an index from 0; nil where the page tree is broken there.
    func page(at index: Int) -> PopplerPage? {
        poppler_document_get_page(handle, gint(index)).map { PopplerPage(owning: $0) }
    }

    var title: String? { takeString(poppler_document_get_title(handle)) }
    var author: String? { takeString(poppler_document_get_author(handle)) }
    var subject: String? { takeString(poppler_document_get_subject(handle)) }
    var keywords: String? { takeString(poppler_document_get_keywords(handle)) }
    var creator: String? { takeString(poppler_document_get_creator(handle)) }
    var producer: String? { takeString(poppler_document_get_producer(handle)) }
    /// The XMP packet, an XML text.
    var xmp: String? { takeString(poppler_document_get_metadata(handle)) }
    /// ISO 8601 day, in the zone that the document states.
    var created: String? { day(poppler_document_get_creation_date_time(handle)) }
    var modified: String? { day(poppler_document_get_modification_date_time(handle)) }

    private func day(_ moment: OpaquePointer?) -> String? {
        guard let moment else { return nil }
        defer { g_date_time_unref(moment) }
        return takeString(g_date_time_format(moment, "%Y-%m-%d"))
    }

    /// Names of embedded files, in poppler's order, which is that of the names.
    var attachments: [String] {
        attachmentHandles.map { attachment in
            defer { g_object_unref(attachment) }
            return Self.name(of: attachment)
        }
    }

    /// Embedded files, in the same order, one after another.
    ///
    /// - Parameters:
    ///   - most: files that are handed over.
    ///   - limit: bytes of one of them; a larger one comes without its bytes.
    func visitAttachedFiles(most: Int, limit: Int, _ visit: (AttachedFile) -> Void) {
        for (index, attachment) in attachmentHandles.enumerated() {
            defer { g_object_unref(attachment) }
            guard index < most else { continue }
            let content = Content(limit: limit)
            let isWhole = poppler_attachment_save_to_callback(
                attachment.assumingMemoryBound(to: PopplerAttachment.self),
                { bytes, count, content, _ in
                    guard let bytes, let content else { return 0 }
                    let sink = Unmanaged<Content>.fromOpaque(content).takeUnretainedValue()
                    let more = UnsafeRawBufferPointer(start: bytes, count: Int(count))
                    return sink.take(more) ? 1 : 0
                }, Unmanaged.passUnretained(content).toOpaque(), nil)
            visit(AttachedFile(name: Self.name(of: attachment), bytes: isWhole != 0 ? content.bytes : []))
        }
    }

    /// The caller owns each of them.
    private var attachmentHandles: [UnsafeMutableRawPointer] {
        let list = poppler_document_get_attachments(handle)
        defer { g_list_free(list) }
        return elements(of: list)
    }

    private static func name(of attachment: UnsafeMutableRawPointer) -> String {
        let name = attachment.assumingMemoryBound(to: PopplerAttachment.self).pointee.name
        return name.map { String(cString: $0) } ?? ""
    }

    /// What poppler hands over of an embedded file, piece by piece.
    private final class Content {
        private(set) var bytes: [UInt8] = []
        private let limit: Int

        init(limit: Int) { self.limit = limit }

        func take(_ more: UnsafeRawBufferPointer) -> Bool {
            guard bytes.count + more.count <= limit else { return false }
            bytes += more
            return true
        }
    }
}

/// Copies a string that poppler gives away, and frees it.
func takeString(_ text: UnsafeMutablePointer<gchar>?) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    return String(cString: text)
}

/// The data pointers of a GLib list, in order.
func elements(of list: UnsafeMutablePointer<GList>?) -> [UnsafeMutableRawPointer] {
    var all: [UnsafeMutableRawPointer] = []
    var next = list
    while let node = next {
        if let data = node.pointee.data { all.append(data) }
        next = node.pointee.next
    }
    return all
}
