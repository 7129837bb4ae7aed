import Foundation

/// Why a WARC file cannot be read on.
enum WARCError: Error, Sendable, Hashable, CustomStringConvertible {
    case malformed(String)

    var description: String {
        switch self {
        case .malformed(let what): what
        }
    }
}

/// Header fields, by their names in lower case; of a repeated one the first.
struct HeaderFields: Sendable, Hashable {
    private var fields: [String: String] = [:]

    subscript(name: String) -> String? { fields[name] }

    /// Takes a line `Name: value`; a line that begins with white space goes on with the one before.
    mutating func take(_ line: [UInt8], after last: inout String?) {
        let text = String(decoding: line, as: UTF8.self)
        if text.first == " " || text.first == "\t", let name = last {
            fields[name, default: ""] += " " + text.trimmingCharacters(in: .whitespaces)
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return }
        let name = text[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
        last = name
        guard fields[name] == nil, fields.count < 200 else { return }
        fields[name] = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }

    /// A media type without its parameters, in lower case.
    var mediaType: String? {
        fields["content-type"].map {
            $0.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        }
    }
}

/// The head of a record of a WARC file (iipc.github.io/warc-specifications, versions 1.0 and 1.1).
struct WARCRecord: Sendable, Hashable {
    /// Where it begins, in unpacked bytes.
    var position: Int
    var fields: HeaderFields
    /// Of the block that follows.
    var length: Int

    var type: String { fields["warc-type"]?.lowercased() ?? "" }

    /// `<http://…>` in version 1.0, without brackets in 1.1.
    var target: String? {
        fields["warc-target-uri"].map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "<>")) }
    }

    /// The next record's head; nil at the end.
    ///
    /// - Throws: `WARCError`, `InflateError`, or what reading the file threw.
    static func next(in file: inout PackedFile) throws -> WARCRecord? {
        var version: [UInt8]
        var position: Int
        repeat {
            position = file.position
            guard let line = try file.line(most: 8_192) else { return nil }
            version = line
        } while version.isEmpty
        guard version.starts(with: Array("WARC/1.".utf8)) else {
            throw WARCError.malformed("no record of WARC 1.0 or 1.1 begins at byte \(position)")
        }
        var fields = HeaderFields()
        var last: String?
        var lines = 0
        while let line = try file.line(most: 65_536), !line.isEmpty {
            fields.take(line, after: &last)
            lines += 1
            guard lines <= 1_000 else {
                throw WARCError.malformed("the record at byte \(position) has too long a head")
            }
        }
        guard let length = fields["content-length"].flatMap(Int.init), length >= 0 else {
            throw WARCError.malformed("the record at byte \(position) does not say how long it is")
        }
        return WARCRecord(position: position, fields: fields, length: length)
    }
}
