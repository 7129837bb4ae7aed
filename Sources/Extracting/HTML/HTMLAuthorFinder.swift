import Markup

/// Who a page says wrote it. Rather no author than an invented one.
struct HTMLAuthorFinder {
    let page: HTMLPage
    let fields: HTMLHeadFields
    let data: HTMLLinkedData
    let siteName: String?
    let address: String?

    /// Names divided by `; `.
    func authors() -> String? {
        let sources: [() -> [String]] = [
            { data.authors },
            { fields.all("author") + fields.all("article:author_name") },
            {
                fields.all("citation_author") + fields.all("dc.creator") + fields.all("dcterms.creator")
                    + fields.all("sailthru.author") + fields.all("parsely-author") + fields.all("byl")
            },
            { fields.all("article:author") },
            bylines,
        ]
        for source in sources {
            let names = distinct(source().flatMap(Self.split).compactMap(name))
            if !names.isEmpty { return names.joined(separator: "; ") }
        }
        return nil
    }

    private func distinct(_ names: [String]) -> [String] {
        names.enumerated().filter { index, name in !names[..<index].contains(name) }.map(\.element)
    }

    /// A person's name, or nil for anything else: a site, a role, an address, a sentence.
    private func name(_ raw: String) -> String? {
        var text = HTMLText.collapsed(raw)
        for opening in ["By ", "by ", "BY ", "Von ", "von ", "Par ", "par ", "Por ", "por ", "Written by "] {
            if text.hasPrefix(opening) { text = String(text.dropFirst(opening.count)) }
        }
        text = text.trimmingMarks()
        guard HTMLPersonName.isLikely(text) else { return nil }
        if let address, HTMLText.skeleton(host(address)).contains(HTMLText.skeleton(text)) { return nil }
        if let siteName, HTMLText.skeleton(siteName).contains(HTMLText.skeleton(text)) { return nil }
        return text
    }

    private func host(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return "" }
        return String(address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" })
    }

    private static func split(_ text: String) -> [String] {
        guard text.count < 200, !text.contains("://") else { return [] }
        var parts = [text]
        for mark in [";", ",", "|", "•", " & ", " and ", " und ", " et "] {
            parts = parts.flatMap { part in
                var pieces: [String] = []
                var rest = part[...]
                while let found = rest.firstRange(of: mark) {
                    pieces.append(String(rest[..<found.lowerBound]))
                    rest = rest[found.upperBound...]
                }
                return pieces + [String(rest)]
            }
        }
        return parts
    }

    /// Elements that mark their text as an author's name, outside of comments and teasers.
    private func bylines() -> [String] {
        var found: [String] = []
        for node in page.document.nodes.indices where page.sizes[node] > 0 && page.sizes[node] < 80 {
            guard isByline(node), !isElsewhere(node) else { continue }
            let text = page.spacedText(node)
            if !text.isEmpty { found.append(text) }
            if !found.isEmpty { break }
        }
        return found
    }

    private func isByline(_ node: Int) -> Bool {
        if let relation = page.document.string(.rel, of: node), relation.lowercased() == "author" {
            return true
        }
        if let property = page.document.string(.itemprop, of: node), property.lowercased().hasPrefix("author")
        {
            return true
        }
        return page.tag(node) != .text && page.hints[node].contains(.byline)
    }

    private func isElsewhere(_ node: Int) -> Bool {
        var next = page.document.parent(node)
        while let element = next {
            let hints = page.hints[element]
            if !hints.isDisjoint(with: [.comments, .related, .sidebar, .footer, .teaser, .hidden]) {
                return true
            }
            if page.tag(element) == .aside || page.tag(element) == .footer { return true }
            next = page.document.parent(element)
        }
        return false
    }
}

/// The shape of a person's name, in scripts that have capitals.
enum HTMLPersonName {
    static func isLikely(_ text: String) -> Bool {
        guard text.count >= 4, text.count <= 50 else { return false }
        guard !text.contains(where: { $0.isNumber || "@/:_|!?()[]#".contains($0) }) else { return false }
        let words = text.split(separator: " ")
        guard (2...5).contains(words.count) else { return false }
        guard words.first?.first?.isUppercase == true, words.last?.first?.isUppercase == true else {
            return false
        }
        guard text.contains(where: \.isLowercase) else { return false }
        return !words.contains { notNames.contains($0.lowercased()) }
    }

    private static let notNames: Set<String> = [
        "admin", "administrator", "editor", "editors", "editorial", "team", "staff", "redaktion", "news",
        "press",
        "author", "authors", "guest", "contributor", "contributors", "the", "our", "about", "group",
        "company",
        "inc", "inc.", "llc", "ltd", "gmbh", "blog", "magazine", "newsroom", "desk", "department", "office",
        "university", "institute", "foundation", "association", "council", "committee", "agency", "center",
        "centre", "society", "service", "services", "support", "online", "media", "webmaster", "user",
        "posted",
        "published", "updated", "view", "read", "more", "share", "follow", "on", "in", "for", "with", "at",
        "rédaction", "redacción", "redazione", "communications", "marketing", "correspondent", "reporter",
        "recipe", "by", "noticias", "photo", "foto", "фото", "sekretariat", "secretariat",
        "bundesministerium", "ministerium",
        "ministry", "ministerio", "ministère", "departement", "departamento", "agentur", "agencia", "agence",
        "partei", "verlag", "family",
        "redactie", "kreuz", "verein", "verband", "stiftung", "e.v.", "universität", "forschung", "bureau",
        "commission",
        "home", "profile", "board", "network", "international", "national", "federal", "health",
    ]
}

extension String {
    fileprivate func trimmingMarks() -> String {
        var text = self[...]
        while let last = text.last, ".,;:-–|".contains(last) || last.isWhitespace { text.removeLast() }
        while let first = text.first, ".,;:-–|".contains(first) || first.isWhitespace { text.removeFirst() }
        return String(text)
    }
}
