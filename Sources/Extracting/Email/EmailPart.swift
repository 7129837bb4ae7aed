/// A message or one of its parts (RFC 2046), with the parts inside it.
struct EmailPart {
    let header: EmailHeader
    /// Lower-case media type; `text/plain` where the part says nothing.
    let type: String
    let parameters: EmailParameters
    private(set) var parts: [EmailPart] = []

    /// Counts parts over a whole message and remembers which limit was met.
    struct Budget {
        /// Default 20: forwarded messages inside one another; mail programs themselves stop at 5 or 10.
        var depth = 20
        /// Default 500 parts in all.
        var left = 500
        var isExceeded = false
    }

    init(_ bytes: ArraySlice<UInt8>, depth: Int = 0, budget: inout Budget) {
        header = EmailHeader(bytes)
        parameters = EmailParameters(header.raw("content-type") ?? "text/plain")
        type = parameters.value.contains("/") ? parameters.value : "text/plain"
        guard type.hasPrefix("multipart/"), let boundary = parameters["boundary"], !boundary.isEmpty
        else {
            return
        }
        guard depth < budget.depth else {
            budget.isExceeded = true
            return
        }
        for body in Self.divided(header.body, at: Array(boundary.utf8.prefix(200)), most: budget.left) {
            guard budget.left > 0 else {
                budget.isExceeded = true
                return
            }
            budget.left -= 1
            parts.append(EmailPart(body, depth: depth + 1, budget: &budget))
        }
    }

    /// The name of an attached file, without folders: it is only shown, never opened.
    var fileName: String? {
        let named =
            EmailParameters(header.raw("content-disposition") ?? "")["filename"] ?? parameters["name"]
        let last = named?.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
        return last.flatMap { $0.isEmpty ? nil : String($0.prefix(255)) }
    }

    /// What an attached part is called, whether or not it has a name.
    var title: String {
        if let fileName { return fileName }
        guard type == "message/rfc822" else { return "unnamed (\(type))" }
        let subject = EmailHeader(header.body).text("subject")?.prefix(200)
        return subject.map { "\($0).eml" } ?? "forwarded message.eml"
    }

    var isAttachment: Bool {
        EmailParameters(header.raw("content-disposition") ?? "").value == "attachment"
    }

    /// The body's bytes as they were before they were made fit for mail.
    var content: [UInt8] {
        TransferEncoding.decoded(header.body, as: header.raw("content-transfer-encoding"))
    }

    /// What stands between the lines `--boundary`; the last part may lack its end.
    private static func divided(
        _ bytes: ArraySlice<UInt8>, at boundary: [UInt8], most: Int
    ) -> [ArraySlice<UInt8>] {
        let mark = [0x2D, 0x2D] + boundary
        var found: [ArraySlice<UInt8>] = []
        var rest = bytes
        var start: Int?
        while !rest.isEmpty, found.count <= most {
            let lineStart = rest.startIndex
            let line = EmailHeader.line(of: &rest)
            guard line.starts(with: mark) else { continue }
            let tail = line.dropFirst(mark.count)
            let isEnd = tail.starts(with: [0x2D, 0x2D])
            guard isEnd || tail.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
            if let start { found.append(bytes[start..<lineStart]) }
            start = rest.startIndex
            if isEnd { return found }
        }
        if let start, start < bytes.endIndex, found.count <= most { found.append(bytes[start...]) }
        return found
    }
}
