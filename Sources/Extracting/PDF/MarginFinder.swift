import Correspondence

/// Finds what surrounds the running text of a document's pages: running heads and feet, page numbers, stamps.
///
/// A line belongs to the margin where its like stands at the same height of another page, counting up at most
/// as the pages do. The head of the first page stays: it is the letterhead.
struct MarginFinder {
    /// The share of a page's height, from either edge, in which heads and feet are looked for.
    static let zone = 0.16
    /// How far apart the same line may stand on two pages, points.
    static let drift = 10.0

    private let pages: [PageDraft]
    private let likes: [String: [EdgeLine]]

    init(_ pages: [PageDraft]) {
        self.pages = pages
        var likes: [String: [EdgeLine]] = [:]
        for page in pages {
            for line in page.lines where Self.zone(of: line, on: page) != nil {
                let edge = EdgeLine(line, page: page.number)
                likes[edge.skeleton, default: []].append(edge)
            }
        }
        self.likes = likes
    }

    private enum Zone { case head, foot }

    private static func zone(of line: PrintedLine, on page: PageDraft) -> Zone? {
        if line.box.bottom < zone * page.height { return .head }
        if line.box.top > (1 - zone) * page.height { return .foot }
        return nil
    }

    func parted() -> [PageDraft] {
        pages.map { page in
            var roles: [Int: MarginLine.Role] = [:]
            for (index, line) in page.lines.enumerated() where line.isTurned { roles[index] = .stamp }
            let order = page.lines.indices.filter { roles[$0] == nil }
            let down = order.sorted { page.lines[$0].box.top < page.lines[$1].box.top }
            peel(down, of: page, from: .head, into: &roles)
            peel(down.reversed(), of: page, from: .foot, into: &roles)
            return page.parted(by: roles)
        }
    }

    /// Walks from the page's edge inwards until a line belongs to the running text.
    private func peel(
        _ order: [Int], of page: PageDraft, from zone: Zone, into roles: inout [Int: MarginLine.Role]
    ) {
        for index in order where roles[index] == nil {
            let line = page.lines[index]
            guard Self.zone(of: line, on: page) == zone, let role = role(of: line, on: page, in: zone) else {
                break
            }
            roles[index] = role
        }
        if zone == .head, page.number > 1 { peelContinuation(order, of: page, into: &roles) }
    }

    private func role(of line: PrintedLine, on page: PageDraft, in zone: Zone) -> MarginLine.Role? {
        guard !line.beginsRaised, !line.isFilledIn else { return nil }
        let edge = EdgeLine(line, page: page.number)
        if isPageNumber(edge) { return .pageNumber }
        guard edge.hasLetters, isRepeated(edge) else { return nil }
        if zone == .head, page.number == 1, !edge.countsPages { return nil }
        return zone == .head ? .header : .footer
    }

    private func isRepeated(_ edge: EdgeLine) -> Bool {
        (likes[edge.skeleton] ?? []).contains { edge.isLike($0, drift: Self.drift) }
    }

    private func isPageNumber(_ edge: EdgeLine) -> Bool {
        guard let number = edge.pageNumber else { return false }
        if edge.countsPages || number == edge.page { return true }
        return likes.contains { _, others in
            others.contains {
                $0.page != edge.page && $0.pageNumber.map { $0 - number } == $0.page - edge.page
            }
        }
    }

    /// A continuation head stands once in a letter of two pages: "Ms. Jones / May 3, 2020 / Page 2". Its page
    /// number betrays it, and its other lines stand on the first page too.
    private func peelContinuation(
        _ order: [Int], of page: PageDraft, into roles: inout [Int: MarginLine.Role]
    ) {
        let top = order.filter { page.lines[$0].box.bottom < Self.zone * page.height }.prefix(5)
        guard let last = top.lastIndex(where: { isContinuationNumber(page.lines[$0], on: page) }) else {
            return
        }
        let first = pages[0].lines.map { EdgeLine.folded($0.text) }
        let head = top[...last].filter { roles[$0] == nil }
        let isHead = head.allSatisfy { index in
            let line = page.lines[index]
            let text = EdgeLine.folded(line.text)
            return isContinuationNumber(line, on: page)
                || first.contains { $0.contains(text) || text.contains($0) && $0.count > 8 }
        }
        guard isHead else { return }
        for index in head {
            roles[index] = isContinuationNumber(page.lines[index], on: page) ? .pageNumber : .header
        }
    }

    private func isContinuationNumber(_ line: PrintedLine, on page: PageDraft) -> Bool {
        EdgeLine(line, page: page.number).pageNumber == page.number
    }
}

extension PageDraft {
    /// Moves the lines with a role into the margin, from top to bottom.
    fileprivate func parted(by roles: [Int: MarginLine.Role]) -> PageDraft {
        guard !roles.isEmpty else { return self }
        var parted = self
        parted.lines = lines.indices.filter { roles[$0] == nil }.map { lines[$0] }
        let moved = roles.sorted { $0.key < $1.key }.map { MarginDraft(line: lines[$0.key], role: $0.value) }
        parted.margin += moved
        return parted
    }
}
