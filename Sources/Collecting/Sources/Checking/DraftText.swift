import Correspondence

extension SourceDraft {
    /// The definition as YAML, with what was found in comments.
    public var yaml: String {
        var lines = [
            "# Drafted by 'letterbook sources add'; try it with 'letterbook sources check \(source.id)'."
        ]
        lines.append("kind: \(source.kind.rawValue)")
        if let name = source.name { lines.append("name: \(Self.quoted(name))") }
        lines.append("active: false               # write true when the check shows what you want")
        if !source.urls.isEmpty {
            lines.append("urls:")
            lines += source.urls.map { "  - \(Self.quoted($0))" }
        }
        lines += list("dockets", source.dockets) + list("agencies", source.agencies)
        if let variable = source.keyVariable {
            lines.append(
                "key-variable: \(variable)   # the environment variable that holds the interface's key")
        }
        if source.allowsPrivateAddresses { lines.append("private-addresses: true") }
        lines += advice + findings
        return lines.joined(separator: "\n") + "\n"
    }

    private func list(_ key: String, _ values: [String]) -> [String] {
        values.isEmpty ? [] : ["\(key): [\(values.map(Self.quoted).joined(separator: ", "))]"]
    }

    private var advice: [String] {
        switch source.kind {
        case .listing:
            [
                "", "# Where too much is taken, say which addresses (shell patterns) or which links (XPath):",
                "# include: [\"*/letters/*\"]", "# exclude: [\"*summary*\"]",
                "# selectors: { item: \"//div[@class='row']\", link: \".//a\", date: \".//time\", next: \"//a[@rel='next']\" }",
            ]
        case .sitemap:
            ["", "# Which addresses are letters (shell patterns):", "# include: [\"*/letters/*\"]"]
        case .regulations, .federalRegister:
            ["", "# Only what came on this day or later:", "# since: 2024-01-01"]
        default: []
        }
    }

    private var findings: [String] {
        var lines: [String] = []
        if source.kind != .regulations, source.kind != .federalRegister {
            lines += [
                "",
                "# Found \(items.count) letters there"
                    + (items.isEmpty ? ": see the advice above." : ", the first of them:"),
            ]
        }
        lines += items.prefix(5).map {
            "#   " + Self.plain([$0.listedDate ?? "no date", $0.title ?? "", $0.url].joined(separator: "  "))
        }
        if !next.isEmpty { lines += ["# It goes on at:"] + next.prefix(5).map { "#   " + Self.plain($0) } }
        if !feeds.isEmpty {
            lines +=
                ["# The page names feeds, which are read with kind: feed:"]
                + feeds.prefix(5).map { "#   " + Self.plain($0) }
        }
        return lines
    }

    /// A stranger's words in one line.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isPlain($0) ? $0 : " " })).shortened(
            to: 300)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + plain(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
