import Markup

/// The targets of the text's links.
enum HTMLLinkFinder {
    /// http, https and mailto targets inside the given elements, in order, each once; relative ones are
    /// resolved against the page's address, or left out where it is unknown.
    static func links(in roots: [Int], of page: HTMLPage, address: String?) -> [String] {
        var links: [String] = []
        var seen: Set<String> = []
        for root in roots {
            page.visible(in: root..<page.document.after(root)) { node in
                guard page.tag(node) == .a, let target = page.document.string(.href, of: node),
                    let link = absolute(target, address: address), seen.insert(link).inserted
                else { return }
                links.append(link)
            }
        }
        return links
    }

    static func absolute(_ target: String, address: String?) -> String? {
        let target = target.filter { !$0.isNewline && $0 != "\t" }.trimmingSpaces()
        let lower = target.lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("mailto:") {
            return target
        }
        guard !target.isEmpty, !target.hasPrefix("#"), let address, let scheme = address.firstRange(of: "://")
        else { return nil }
        if target.hasPrefix("//") { return address[..<scheme.lowerBound] + ":" + target }
        let rest = address[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let origin = address[..<host.endIndex]
        if target.hasPrefix("/") { return origin + target }
        guard !target.prefix(while: { $0 != "/" }).contains(":") else { return nil }
        let path = address[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return origin + resolved(folder + target)
    }

    /// A path without `.` and `..`.
    private static func resolved(_ path: Substring) -> String { resolved(String(path)) }

    private static func resolved(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." {
                if parts.count > 1 { parts.removeLast() }
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

extension String {
    fileprivate func trimmingSpaces() -> String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
