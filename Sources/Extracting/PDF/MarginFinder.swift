import Correspondence

/// Finds what surrounds the running text of a document's pages: running heads and feet, page numbers, stamps.
///
/// A line belongs to the margin where its like stands at the same height of another page, counting up at most
/// as the pages do. The head of the first page stays: it is the letterhead.
struct MarginFinder {
    /// The share of a page's height, from either edge, in which heads and feet are looked for.
    static let zone = 0.2
    /// How far apart the same line may stand on two pages, points.
    static let drift = 10.0
    /// White between margin and text, in heights of a line.
    static let white = 0.35
    /// Letters of a line that may be a sentence.
    static let longHead = 60
    /// A continuation head has at most this many rows.
    static let longestHead = 5

    private let pages: [PageDraft]
    private let edges: [PageEdges]
    private let likes: [String: [EdgeLine]]
    /// Lines of the first page, which a continuation head repeats.
    private let opening: [String]

    init(_ pages: [PageDraft]) {
        let pages = pages.map { page in
            var page = page
            page.lines = LineNumbers.torn(page.lines)
            return page
        }
        self.pages = pages
        edges = pages.map { PageEdges($0, zone: Self.zone) }
        var likes: [String: [EdgeLine]] = [:]
        for line in edges.lazy.flatMap({ $0.head + $0.foot }).flatMap(\.pieces) {
            likes[line.edge.skeleton, default: []].append(line.edge)
        }
        self.likes = likes
        opening = pages.first.map { $0.lines.map { EdgeLine.folded($0.text) } } ?? []
    }

    func parted() -> [PageDraft] {
        zip(pages, edges).map { page, edges in
            var roles: [Int: MarginLine.Role] = [:]
            for (index, line) in page.lines.enumerated() where line.isTurned { roles[index] = .stamp }
            for index in LineNumbers.indices(in: page.lines) { roles[index] = .lineNumber }
            peel(edges.head, as: .header, into: &roles)
            peel(edges.foot, as: .footer, into: &roles)
            if page.number > 1 { peelContinuation(edges.head, into: &roles) }
            return page.parted(by: roles)
        }
    }

    /// Walks from the page's edge inwards until a row belongs to the running text. White must part the margin
    /// from the text: lines that two letters of one template share are text, and stand close to more of it.
    private func peel(
        _ rows: [EdgeRow], as side: MarginLine.Role, into roles: inout [Int: MarginLine.Role]
    ) {
        var pending: [(indices: [Int], role: MarginLine.Role)] = []
        let rows = side == .header ? peelFaxLine(rows, into: &roles) : rows
        for (row, next) in zip(rows, rows.dropFirst().map(Optional.some) + [nil]) {
            for piece in row.pieces {
                guard let role = role(of: piece, as: side) else { return }
                pending.append((piece.indices, role))
            }
            guard next.map({ row.distance(to: $0) > Self.white }) ?? true else { continue }
            for entry in pending {
                for index in entry.indices { roles[index] = entry.role }
            }
            pending = []
        }
    }

    /// A fax machine prints its line over all else, the page's number at its far end.
    ///
    /// - Returns: the rows below it.
    private func peelFaxLine(_ rows: [EdgeRow], into roles: inout [Int: MarginLine.Role]) -> [EdgeRow] {
        let place = rows.prefix(4).firstIndex { $0.pieces.contains(where: \.edge.isFaxLine) }
        // Specks of the sheet's edge may stand above it.
        guard let place, rows[..<place].allSatisfy({ $0.pieces.allSatisfy { $0.edge.text.utf8.count < 9 } })
        else { return rows }
        for index in rows[...place].flatMap(\.pieces).flatMap(\.indices) { roles[index] = .header }
        return Array(rows[(place + 1)...])
    }

    private func role(of piece: EdgePiece, as side: MarginLine.Role) -> MarginLine.Role? {
        guard !piece.line.beginsRaised, !piece.line.isFilledIn else { return nil }
        let edge = piece.edge
        if isPageNumber(edge) { return .pageNumber }
        // A lone figure may be a table's; three and more are a telephone's number.
        guard edge.hasLetters || edge.numbers.count >= 3, isRepeated(edge) else { return nil }
        return side == .header && edge.page == 1 && !edge.countsPages ? nil : side
    }

    private func isRepeated(_ edge: EdgeLine) -> Bool {
        let alike = (likes[edge.skeleton] ?? []).count { edge.isLike($0, drift: Self.drift) }
        // A sentence stands on two pages by chance or by template; a long head stands on most of them.
        return edge.text.utf8.count > Self.longHead ? (alike + 1) * 2 > pages.count : alike > 0
    }

    private func isPageNumber(_ edge: EdgeLine) -> Bool {
        guard let number = edge.pageNumber else { return false }
        if edge.countsPages || number == edge.page { return true }
        return (likes[edge.skeleton] ?? []).contains { other in
            other.page != edge.page && other.pageNumber.map { $0 - number } == other.page - edge.page
        }
    }

    /// A continuation head stands once in a letter of two pages: "Ms. Jones / May 3, 2020 / Page 2". Its page
    /// number betrays it, and its other lines stand on the first page too.
    private func peelContinuation(_ rows: [EdgeRow], into roles: inout [Int: MarginLine.Role]) {
        let top = rows.prefix(Self.longestHead).flatMap(\.pieces)
        guard let last = top.lastIndex(where: { $0.edge.isContinuation }) else { return }
        let head = top[...last]
        func isPeeled(_ piece: EdgePiece) -> Bool { piece.indices.allSatisfy { roles[$0] != nil } }
        guard
            head.allSatisfy({ $0.edge.isContinuation || standsInOpening($0.edge) || isPeeled($0) })
        else { return }
        // What stands under the number and on the first page too is still the head: the date, often.
        let rest = top[(last + 1)...].prefix { standsInOpening($0.edge) }
        for piece in head + rest {
            for index in piece.indices where roles[index] == nil {
                roles[index] = piece.edge.isContinuation ? .pageNumber : .header
            }
        }
    }

    private func standsInOpening(_ edge: EdgeLine) -> Bool {
        edge.text.utf8.count > 4
            && opening.contains { $0.contains(edge.text) || $0.utf8.count > 8 && edge.text.contains($0) }
    }
}

extension PageDraft {
    /// Moves the lines with a role into the margin.
    fileprivate func parted(by roles: [Int: MarginLine.Role]) -> PageDraft {
        guard !roles.isEmpty else { return self }
        var parted = self
        parted.lines = lines.indices.filter { roles[$0] == nil }.map { lines[$0] }
        parted.margin += roles.sorted { $0.key < $1.key }
            .map { MarginDraft(line: lines[$0.key], role: $0.value) }
        return parted
    }
}
