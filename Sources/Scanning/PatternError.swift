/// A pattern that cannot be compiled.
public struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
    public var pattern: String
    /// In UTF-8 bytes from the pattern's start.
    public var offset: Int
    /// In PCRE2's words: `missing closing parenthesis`.
    public var reason: String

    public init(pattern: String, offset: Int, reason: String) {
        self.pattern = pattern
        self.offset = offset
        self.reason = reason
    }

    public var description: String {
        "pattern \"\(pattern)\" cannot be read at character \(offset): \(reason)"
    }
}
