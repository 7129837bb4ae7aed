import Foundation
import Markup

/// What a page's JSON-LD says of the text it carries (schema.org vocabulary).
struct HTMLLinkedData: Sendable {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var siteName: String?
    private(set) var articleBody: String?
    private(set) var language: String?

    init(_ document: HTMLDocument) {
        for node in document.nodes.indices where document.nodes[node].tag == .script {
            var bytes: [UInt8] = []
            for index in document.inside(node) where document.nodes[index].tag == .text {
                bytes.append(contentsOf: document.bytes[document.text(index)])
            }
            read(bytes)
        }
    }

    private mutating func read(_ bytes: [UInt8]) {
        guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
            let end = bytes.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), start < end
        else { return }
        // Raw line breaks inside strings are common and forbidden.
        let clean = bytes[start...end].map { $0 < 0x20 ? 0x20 : $0 }
        guard let value = parsed(clean) else { return readLoosely(clean) }
        var stack: [(value: Any, depth: Int)] = [(value, 0)]
        var people: [String: String] = [:]
        var items: [[String: Any]] = []
        while let (next, depth) = stack.popLast() {
            if let list = next as? [Any] {
                for item in list.reversed() { stack.append((item, depth)) }
            } else if let item = next as? [String: Any], depth < 12 {
                items.append(item)
                if let id = item["@id"] as? String, let name = item["name"] as? String { people[id] = name }
                for key in ["hasPart", "isPartOf", "mainEntity", "mainEntityOfPage", "@graph"] {
                    if let inner = item[key] { stack.append((inner, depth + 1)) }
                }
            }
        }
        for item in items { take(item, people: people) }
    }

    /// A script that is no JSON at all says nothing; that is no failure of the page.
    private func parsed(_ bytes: [UInt8]) -> Any? {
        do {
            return try JSONSerialization.jsonObject(with: Data(bytes))
        } catch {
            return nil
        }
    }

    private mutating func take(_ item: [String: Any], people: [String: String]) {
        let types = Self.strings(item["@type"]).map { $0.lowercased() }
        if types.contains(where: { $0 == "website" || $0.hasSuffix("organization") }) {
            if siteName == nil || types.contains("website") {
                siteName = Self.text(item["name"]) ?? siteName
            }
        }
        let isArticle = types.contains { type in
            Self.articleTypes.contains(where: type.hasSuffix)
        }
        let isPage = types.contains { $0.hasSuffix("webpage") || $0.hasSuffix("page") }
        guard isArticle || isPage else { return }
        published = published ?? Self.text(item["datePublished"]) ?? Self.text(item["dateCreated"])
        modified = modified ?? Self.text(item["dateModified"])
        language = language ?? Self.text(item["inLanguage"])
        guard isArticle else { return }
        headline = headline ?? Self.text(item["headline"]) ?? Self.text(item["name"])
        if authors.isEmpty { authors = Self.people(item["author"] ?? item["creator"], known: people) }
        if let house = item["publisher"] as? [String: Any] {
            publisher = publisher ?? Self.text(house["name"])
        }
        if let body = item["articleBody"] as? String, body.count > (articleBody?.count ?? 0) {
            articleBody = body
        }
    }

    private static let articleTypes = [
        "article", "blogposting", "report", "newsarticle", "posting", "creativework", "review", "recipe",
        "howto",
        "techarticle", "statement", "message", "event", "podcastepisode",
    ]

    private static func people(_ value: Any?, known: [String: String]) -> [String] {
        let list = value as? [Any] ?? [value].compactMap { $0 }
        return list.compactMap { entry in
            if let name = entry as? String { return collapsedName(name) }
            guard let item = entry as? [String: Any] else { return nil }
            let types = strings(item["@type"])
            guard types.isEmpty || types.contains("Person") else { return nil }
            return text(item["name"]) ?? (item["@id"] as? String).flatMap { known[$0] }
        }
    }

    private static func collapsedName(_ name: String) -> String? {
        let name = HTMLText.collapsed(name)
        return name.isEmpty || name.hasPrefix("http") ? nil : name
    }

    private static func strings(_ value: Any?) -> [String] {
        (value as? String).map { [$0] } ?? value as? [String] ?? []
    }

    private static func text(_ value: Any?) -> String? {
        let string = value as? String ?? (value as? [Any])?.first as? String
        guard let string else { return nil }
        let clean = HTMLText.collapsed(HTMLText.unescaped(cleanText(Array(string.utf8)[...])))
        return clean.isEmpty ? nil : clean
    }

    /// Dates out of JSON that does not parse: a comma too many should not cost the date.
    private mutating func readLoosely(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        published = published ?? Self.value(after: "\"datePublished\"", in: text)
        modified = modified ?? Self.value(after: "\"dateModified\"", in: text)
        headline = headline ?? Self.value(after: "\"headline\"", in: text)
    }

    private static func value(after key: String, in text: String) -> String? {
        guard let found = text.firstRange(of: key) else { return nil }
        let rest = text[found.upperBound...].drop { $0 == " " || $0 == ":" }
        guard rest.first == "\"" else { return nil }
        let value = rest.dropFirst().prefix { $0 != "\"" && $0 != "\\" }
        return value.isEmpty ? nil : HTMLText.unescaped(HTMLText.collapsed(String(value)))
    }
}
