import Correspondence
import Foundation
import Markup
import Scanning

/// What feeds and sitemaps share: XML of strangers, addresses and days.
enum SourceXML {
    /// Half a million entries of a sitemap in 50 MB are more than its rules allow (sitemaps.org: 50,000 and 50 MB).
    private static var limits: XMLLimits {
        var limits = XMLLimits()
        limits.bytes = 52_428_800
        limits.depth = 100
        limits.nodes = 2_000_000
        return limits
    }

    /// - Throws: `SourceError.unreadable`: not well-formed, too large, or with entities of its own.
    static func document(_ body: [UInt8]) throws(SourceError) -> XMLDocument {
        do {
            // Feeds begin with blank lines more often than XML allows.
            return try XMLDocument(parsing: Array(body.drop { $0 <= 0x20 }), limits: limits)
        } catch {
            switch error {
            case .outOfMemory: throw .unreadable("there is no memory for its XML")
            case .malformed(let line): throw .unreadable("its XML is not well-formed at line \(line)")
            case .documentType:
                throw .unreadable("its XML declares a document type; feeds and sitemaps need none")
            case .limit(let what): throw .unreadable("it is larger than \(what)")
            }
        }
    }

    static func address(_ text: String) throws(SourceError) -> WebAddress {
        do { return try WebAddress(text) } catch { throw .unreadable("\(text) is no address") }
    }

    /// A day as feeds write it: `2020-05-18T09:00:00Z`, `Mon, 18 May 2020 09:00:00 GMT`.
    static func day(_ text: String) -> String? {
        let iso = text.prefix { $0 != "T" && $0 != " " }
        if let date = EDTFDate(String(iso)), date.earliestDay != nil, date.end == nil {
            return date.description
        }
        return DateReader().dates(in: text).first { $0.value.end == nil }?.value.description
    }

    /// HTML as words; escaped once more than it should be, too.
    static func words(_ text: String) -> String? {
        var words = text
        for _ in 0..<2 where words.contains("<") || words.contains("&") {
            do {
                let page = try HTMLDocument(parsing: decodedPage(Array("<div>\(words)</div>".utf8)))
                words = PageWords(document: page).words(page.nodes.indices, limit: 4_000)
            } catch {
                break
            }
        }
        let collapsed = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return collapsed.isEmpty ? nil : collapsed
    }
}
