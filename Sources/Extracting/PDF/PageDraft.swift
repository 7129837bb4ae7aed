import Correspondence

/// A page between reading and composing: its lines are sorted into running text and margin.
struct PageDraft: Sendable {
    var number: Int
    var width: Double
    var height: Double
    /// In reading order.
    var lines: [PrintedLine]
    var margin: [MarginDraft] = []
    /// Characters that poppler gave for the page, spaces included.
    var glyphCount = 0
}

/// A line that leaves the running text, and as what.
struct MarginDraft: Sendable {
    var line: PrintedLine
    var role: MarginLine.Role
}
