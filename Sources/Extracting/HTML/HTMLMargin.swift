import Correspondence
import Markup

/// What a page says above and below its text: the site's banner, which names the organisation, and its
/// footer, which may give the address. Kept short, without menus.
struct HTMLMargin {
    private let page: HTMLPage
    private let roots: [Int]

    /// Characters kept of the banner, and of the footer.
    private static let longest = 300

    /// The margin's text and a fact for each of its lines; nil where the page has neither banner nor footer.
    static func read(_ page: HTMLPage, around roots: [Int]) -> (text: String, lines: [MarginLine])? {
        let margin = HTMLMargin(page: page, roots: roots)
        var text = ""
        var lines: [MarginLine] = []
        let parts: [(MarginLine.Role, [String])] = [
            (.header, margin.banner()), (.footer, margin.footer()),
        ]
        for (role, found) in parts {
            for line in found {
                if !text.isEmpty { text += "\n" }
                let start = text.unicodeScalars.count
                text += line
                lines.append(MarginLine(start: start, end: text.unicodeScalars.count, role: role))
            }
        }
        return lines.isEmpty ? nil : (text, lines)
    }

    private func banner() -> [String] {
        let node = page.document.nodes.indices.first { node in
            (page.tag(node) == .header || page.hints[node].contains(.header)) && isOutside(node)
        }
        guard let node else { return [] }
        let lines = lines(of: node)
        guard lines.isEmpty else { return lines }
        let logo = page.document.inside(node).first { page.tag($0) == .img }
        let name = logo.flatMap { page.document.value(.alt, of: $0) }.map {
            cleanText(page.document.bytes[$0])
        }
        return name.map { $0.isEmpty ? [] : [String($0.prefix(Self.longest))] } ?? []
    }

    private func footer() -> [String] {
        let node = page.document.nodes.indices.last { node in
            (page.tag(node) == .footer || page.document.string(.role, of: node) == "contentinfo")
                && isOutside(node)
        }
        return node.map(lines) ?? []
    }

    /// Whether an element stands apart from the main text: neither around it nor inside it.
    private func isOutside(_ node: Int) -> Bool {
        let end = page.document.after(node)
        return !roots.contains { root in
            (node <= root && root < end) || (root < node && node < page.document.after(root) && !isBody(root))
        }
    }

    private func isBody(_ node: Int) -> Bool { page.tag(node) == .body || page.tag(node) == .html }

    private func lines(of node: Int) -> [String] {
        var lines: [String] = []
        var left = Self.longest
        for block in HTMLBlockReader.blocks(of: node, in: page) where block.kind != .listItem {
            for line in block.lines where !lines.contains(line.text) {
                guard line.text.count <= left else { return lines }
                left -= line.text.count
                lines.append(line.text)
            }
        }
        return lines
    }
}
