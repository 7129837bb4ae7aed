/// A small PDF file, written by hand: lines of text on each page, and embedded files.
struct TestPDF {
    /// Lines page by page; an empty one leaves a gap.
    var pages: [[String]]
    var attachments: [(name: String, bytes: [UInt8])] = []

    var bytes: [UInt8] {
        var file = File()
        let font = 3
        var next = 4
        var pageNumbers: [Int] = []
        for lines in pages {
            file.add(
                next,
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(next + 1) 0 R
                /Resources << /Font << /F1 \(font) 0 R >> >> >>
                """)
            file.addStream(next + 1, "", Array(Self.content(lines).utf8))
            pageNumbers.append(next)
            next += 2
        }
        var names = ""
        for attachment in attachments {
            file.addStream(next, "/Type /EmbeddedFile", attachment.bytes)
            file.add(
                next + 1,
                "<< /Type /Filespec /F (\(attachment.name)) /UF (\(attachment.name)) /EF << /F \(next) 0 R >> >>"
            )
            names += "(\(attachment.name)) \(next + 1) 0 R "
            next += 2
        }
        let embedded = names.isEmpty ? "" : "/Names << /EmbeddedFiles << /Names [\(names)] >> >>"
        file.add(1, "<< /Type /Catalog /Pages 2 0 R \(embedded) >>")
        let kids = pageNumbers.map { "\($0) 0 R" }.joined(separator: " ")
        file.add(2, "<< /Type /Pages /Kids [\(kids)] /Count \(pageNumbers.count) >>")
        file.add(font, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
        return file.closed(count: next)
    }

    private static func content(_ lines: [String]) -> String {
        var content = "BT /F1 11 Tf 14 TL 72 720 Td\n"
        for line in lines {
            let escaped = line.reduce(into: "") { $0 += "()\\".contains($1) ? "\\\($1)" : String($1) }
            content += "(\(escaped)) Tj T*\n"
        }
        return content + "ET"
    }

    private struct File {
        var bytes = Array("%PDF-1.7\n".utf8)
        var offsets: [Int: Int] = [:]

        mutating func add(_ number: Int, _ body: String) {
            offsets[number] = bytes.count
            bytes += Array("\(number) 0 obj\n\(body)\nendobj\n".utf8)
        }

        mutating func addStream(_ number: Int, _ entries: String, _ content: [UInt8]) {
            offsets[number] = bytes.count
            bytes += Array("\(number) 0 obj\n<< \(entries) /Length \(content.count) >>\nstream\n".utf8)
            bytes += content + Array("\nendstream\nendobj\n".utf8)
        }

        func closed(count: Int) -> [UInt8] {
            var table = "xref\n0 \(count)\n0000000000 65535 f \n"
            for number in 1..<count {
                let digits = String(offsets[number] ?? 0)
                table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            }
            table += "trailer\n<< /Size \(count) /Root 1 0 R >>\nstartxref\n\(bytes.count)\n%%EOF\n"
            return bytes + Array(table.utf8)
        }
    }
}

extension TestPDF {
    /// A letter of one page by an invented sender.
    static func letter(to name: String, date: String, about subject: String) -> [String] {
        [
            "Riverbend Alliance of Teaching Clinics", "12 Mill Lane", "Springfield, VA 22150", "", date, "",
            "The Honorable \(name)", "Administrator", "Centers for Medicare & Medicaid Services",
            "7500 Security Boulevard", "Baltimore, MD 21244", "", "Re: \(subject)", "",
            "Dear Administrator \(name.split(separator: " ").last ?? ""):", "",
            "The Alliance writes about \(subject) and about postpartum care in the rural",
            "hospitals of the county. We urge CMS to extend coverage to twelve months, because",
            "units are closing every year.", "", "Sincerely,", "", "Jane Q. Sample", "President",
        ]
    }
}
