/// Where an original lies: a file of the corpus, or something attached within one, as in
/// `inbox/mail.eml!/2/Comments.pdf`, the second file attached to a message.
public struct OriginalPath: Sendable, Hashable {
    /// Containers within one another at most: a message that was forwarded, twice, with a portfolio.
    public static let deepest = 4

    /// Relative to the corpus.
    public let file: String
    /// Which of the file's attachments, which of that one's, from 1; empty for the file itself.
    public let attachments: [Int]

    /// - Parameter path: as records have it. A folder may be called `x!`: where a file lies at the whole path, it is
    ///   that file.
    public init(_ path: String) {
        var rest = path[...]
        var numbers: [Int] = []
        let mark = Self.firstMark(in: rest)
        while let mark = Self.firstMark(in: rest) {
            rest = rest[mark.upperBound...]
            guard let slash = rest.firstIndex(of: "/"), let number = Int(rest[..<slash]), number > 0 else {
                numbers = []
                break
            }
            numbers.append(number)
            rest = rest[rest.index(after: slash)...]
        }
        attachments = numbers
        file = numbers.isEmpty ? path : mark.map { String(path[..<$0.lowerBound]) } ?? path
    }

    /// The path of something attached.
    ///
    /// - Parameters:
    ///   - number: from 1.
    ///   - name: without folders.
    public static func attachment(_ number: Int, named name: String, in path: String) -> String {
        "\(path)!/\(number)/\(name)"
    }

    private static func firstMark(in text: Substring) -> Range<Substring.Index>? {
        guard let slash = text.indices.first(where: { text[$0...].hasPrefix("!/") }) else { return nil }
        return slash..<text.index(slash, offsetBy: 2)
    }
}
