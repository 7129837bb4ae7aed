import Correspondence

extension ExtractedText {
    /// How a text breaks what all later stages rely on; nil where it is sound.
    ///
    /// What `extract` gives is always sound. What a worker sends may not be, if the document has taken it over.
    public var fault: String? {
        guard pages.count <= Self.mostPages else { return "over \(Self.mostPages) pages" }
        guard layouts.isEmpty || layouts.map(\.page) == pages.map(\.number) else {
            return "its layouts are not those of its pages"
        }
        guard zip(pages, pages.dropFirst()).allSatisfy({ $0.number < $1.number }),
            (pages.first?.number ?? 1) > 0
        else { return "its pages are not in order" }
        guard pages.allSatisfy({ Self.isPlain($0.text) && Self.isPlain($0.margin ?? "") }) else {
            return "control characters in its text"
        }
        return zip(pages, layouts).contains { !$1.lies(on: $0) } ? "lines outside its pages" : nil
    }

    /// A file of 256 MiB has room for no more.
    private static let mostPages = 10_000_000

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
    }
}

extension PageLayout {
    /// Lines stand one after another within the text; boxes are numbers to reckon with.
    fileprivate func lies(on page: Page) -> Bool {
        let (text, margin) = (page.text.unicodeScalars.count, page.margin?.unicodeScalars.count ?? 0)
        return lines.allSatisfy { $0.start >= 0 && $0.start <= $0.end && $0.end <= text }
            && marginLines.allSatisfy { $0.start >= 0 && $0.start <= $0.end && $0.end <= margin }
            && zip(lines, lines.dropFirst()).allSatisfy { $0.end <= $1.start }
            && lines.allSatisfy { $0.box.isReckonable && ($0.size ?? 0).isReckonable }
            && marginLines.allSatisfy { $0.box.isReckonable }
            && (width ?? 0).isReckonable && (height ?? 0).isReckonable
    }
}

extension Box? {
    fileprivate var isReckonable: Bool {
        guard let self else { return true }
        return [self.left, self.top, self.right, self.bottom].allSatisfy(\.isReckonable)
    }
}

extension Double {
    /// Points that still fit an integer when they are multiplied.
    fileprivate var isReckonable: Bool { abs(self) < 1e15 }
}
