/// How a page's text is laid out: a fact for each line of it. Handed from Extracting to Describing; kept
/// in the cache, not in the record.
public struct PageLayout: Sendable, Hashable, Codable {
    /// The page's number, as in `Page`.
    public var page: Int
    /// Points (1/72 inch); nil for formats without pages.
    public var width: Double?
    public var height: Double?
    /// One for each non-empty line of the page's `text`, in order.
    public var lines: [TextLine]
    /// One for each line of the page's `margin`, in order.
    public var marginLines: [MarginLine]

    public init(
        page: Int, width: Double? = nil, height: Double? = nil, lines: [TextLine],
        marginLines: [MarginLine] = []
    ) {
        self.page = page
        self.width = width
        self.height = height
        self.lines = lines
        self.marginLines = marginLines
    }
}

/// A line of running text. In HTML a line ends at `<br>` or with its block; in PDF where it is printed.
public struct TextLine: Sendable, Hashable, Codable {
    /// What the block is that the line belongs to.
    public enum Block: String, Sendable, Hashable, Codable {
        case paragraph, heading, listItem, tableRow, quote, footnote, preformatted
    }

    /// Unicode scalar offsets into the page's `text`, without the line break.
    public var start: Int
    public var end: Int
    /// Ordinal of the block on its page, from 0; lines of one block follow one another.
    public var block: Int
    public var kind: Block
    /// 1 to 6 for headings (from tags, or from size and weight).
    public var level: Int?
    /// Where the line is printed; PDF and OCR only.
    public var box: Box?
    /// Size of its type in points, where known.
    public var size: Double?
    public var isBold: Bool
    public var isItalic: Bool

    public init(
        start: Int, end: Int, block: Int, kind: Block, level: Int? = nil, box: Box? = nil,
        size: Double? = nil, isBold: Bool = false, isItalic: Bool = false
    ) {
        self.start = start
        self.end = end
        self.block = block
        self.kind = kind
        self.level = level
        self.box = box
        self.size = size
        self.isBold = isBold
        self.isItalic = isItalic
    }
}

/// Written as an array, which is a third as long as an object with names: a document has a hundred thousand lines.
extension TextLine {
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.unkeyedContainer()
        for number in [start, end, block] { try fields.encode(number) }
        try fields.encode(kind)
        try fields.encode((isBold ? 1 : 0) + (isItalic ? 2 : 0))
        try fields.encode(level)
        try fields.encode(size)
        guard let box else { return }
        for number in [box.left, box.top, box.right, box.bottom] { try fields.encode(number) }
    }

    public init(from decoder: any Decoder) throws {
        var fields = try decoder.unkeyedContainer()
        start = try fields.decode(Int.self)
        end = try fields.decode(Int.self)
        block = try fields.decode(Int.self)
        kind = try fields.decode(Block.self)
        let style = try fields.decode(Int.self)
        (isBold, isItalic) = (style & 1 != 0, style & 2 != 0)
        level = try fields.decodeIfPresent(Int.self)
        size = try fields.decodeIfPresent(Double.self)
        guard !fields.isAtEnd else { return }
        box = Box(
            left: try fields.decode(Double.self), top: try fields.decode(Double.self),
            right: try fields.decode(Double.self), bottom: try fields.decode(Double.self))
    }
}

/// A line of a page's margin.
public struct MarginLine: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable {
        case header, footer, pageNumber, lineNumber, stamp, annotation, navigation
    }

    /// Unicode scalar offsets into the page's `margin`.
    public var start: Int
    public var end: Int
    public var role: Role
    public var box: Box?

    public init(start: Int, end: Int, role: Role, box: Box? = nil) {
        self.start = start
        self.end = end
        self.role = role
        self.box = box
    }
}

/// A rectangle in points; the origin is the page's upper left corner.
public struct Box: Sendable, Hashable, Codable {
    public var left: Double
    public var top: Double
    public var right: Double
    public var bottom: Double

    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    public var width: Double { right - left }
    public var height: Double { bottom - top }
}
