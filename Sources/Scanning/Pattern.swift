import CPCRE2

/// A regular expression, compiled once and used from any thread: PCRE2 (pcre.org) with its JIT, in Unicode
/// mode, so that `\w`, `\d`, `\b` and case follow Unicode.
///
/// For patterns in this program's own code use `init(literal:)`; for patterns that users write, `init(_:)`.
public final class Pattern: Sendable {
    public struct Options: OptionSet, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let caseInsensitive = Options(rawValue: 1)
        /// `^` and `$` match at every line.
        public static let lines = Options(rawValue: 2)
        /// White space in the pattern means nothing, `#` starts a comment.
        public static let spaced = Options(rawValue: 4)
        /// `.` matches a line break too.
        public static let dotMatchesLineBreak = Options(rawValue: 8)
    }

    public let source: String
    /// Groups by their names.
    public let groupNames: [String: Int]
    /// Written once, in `init`; PCRE2 only reads compiled code, from as many threads as one likes.
    nonisolated(unsafe) private let code: OpaquePointer

    /// Compiles a pattern that a user wrote.
    public init(_ source: String, options: Options = []) throws(PatternError) {
        self.source = source
        code = try Self.compile(source, options)
        groupNames = Self.names(of: code)
    }

    /// Compiles a pattern that stands in the program's code. A mistake in it is a programmer's: it stops the
    /// program, at the first use and so in the first test.
    public convenience init(literal source: StaticString, options: Options = []) {
        do {
            try self.init("\(source)", options: options)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    deinit { pcre2_code_free_8(code) }

    private static func compile(_ source: String, _ options: Options) throws(PatternError) -> OpaquePointer {
        var error: Int32 = 0
        var offset = 0
        let bytes = Array(source.utf8)
        let compiled = bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            guard let start = buffer.baseAddress else {
                return pcre2_compile_8("", 0, flags(options), &error, &offset, nil)
            }
            return pcre2_compile_8(start, buffer.count, flags(options), &error, &offset, nil)
        }
        guard let compiled else {
            throw PatternError(pattern: source, offset: offset, reason: message(error))
        }
        // Where there is no JIT, PCRE2 interprets; slower, otherwise the same.
        pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
        return compiled
    }

    private static func flags(_ options: Options) -> UInt32 {
        var flags = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP)
        if options.contains(.caseInsensitive) { flags |= UInt32(PCRE2_CASELESS) }
        if options.contains(.lines) { flags |= UInt32(PCRE2_MULTILINE) }
        if options.contains(.spaced) { flags |= UInt32(PCRE2_EXTENDED) }
        if options.contains(.dotMatchesLineBreak) { flags |= UInt32(PCRE2_DOTALL) }
        return flags
    }

    private static func message(_ error: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(error, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(error)"
    }

    /// The name table: entries of equal size, each a group's number in two bytes and its name with a final 0.
    private static func names(of code: OpaquePointer) -> [String: Int] {
        var count: UInt32 = 0
        var size: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table, count > 0 else { return [:] }
        var names: [String: Int] = [:]
        for entry in 0..<Int(count) {
            let bytes = UnsafeBufferPointer(start: table + entry * Int(size), count: Int(size))
            let name = String(decoding: bytes.dropFirst(2).prefix { $0 != 0 }, as: UTF8.self)
            names[name] = Int(bytes[0]) << 8 | Int(bytes[1])
        }
        return names
    }

    /// Calls `body` for each match from left to right, none overlapping, until it returns false.
    ///
    /// - Parameters:
    ///   - range: bytes to search; what stands before it is seen by look-behind, its end is the text's end.
    /// - Returns: false where the search was given up because it took too long, as a pattern like `(a+)+b` can.
    @discardableResult
    public func search(
        _ text: IndexedText, in range: Range<Int>? = nil, _ body: (PatternMatch) -> Bool
    ) -> Bool {
        guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return false }
        defer { pcre2_match_data_free_8(data) }
        let limits = (range ?? text.range).clamped(to: text.range)
        return text.bytes.withUnsafeBufferPointer { bytes in
            var start = limits.lowerBound
            while start <= limits.upperBound {
                let count = match(bytes, from: start, to: limits.upperBound, data)
                guard count > 0 else { return count == PCRE2_ERROR_NOMATCH }
                let found = readMatch(data, count: Int(count))
                guard body(found) else { return true }
                start = Self.next(after: found.range, in: bytes)
            }
            return true
        }
    }

    /// All matches from left to right, none overlapping.
    public func matches(in text: IndexedText, range: Range<Int>? = nil) -> [PatternMatch] {
        var found: [PatternMatch] = []
        search(text, in: range) {
            found.append($0)
            return true
        }
        return found
    }

    public func firstMatch(in text: IndexedText, range: Range<Int>? = nil) -> PatternMatch? {
        var found: PatternMatch?
        search(text, in: range) {
            found = $0
            return false
        }
        return found
    }

    /// Whether the pattern stands anywhere in the text.
    public func isFound(in text: IndexedText, range: Range<Int>? = nil) -> Bool {
        firstMatch(in: text, range: range) != nil
    }

    /// PCRE2's count of groups set, or its error. A search too deep for the JIT's stack is done again without.
    private func match(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ data: OpaquePointer
    ) -> Int32 {
        let checked = UInt32(PCRE2_NO_UTF_CHECK)
        let count = withSubject(bytes) { pcre2_match_8(code, $0, end, start, checked, data, nil) }
        guard count == PCRE2_ERROR_JIT_STACKLIMIT else { return count }
        let interpreted = checked | UInt32(PCRE2_NO_JIT)
        return withSubject(bytes) { pcre2_match_8(code, $0, end, start, interpreted, data, nil) }
    }

    /// PCRE2 wants an address even for an empty text.
    private func withSubject(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<UInt8>) -> Int32
    ) -> Int32 {
        if let start = bytes.baseAddress { return body(start) }
        var nothing: UInt8 = 0
        return body(&nothing)
    }

    private func readMatch(_ data: OpaquePointer, count: Int) -> PatternMatch {
        let offsets = UnsafeBufferPointer(
            start: pcre2_get_ovector_pointer_8(data), count: 2 * Int(pcre2_get_ovector_count_8(data)))
        // `\K` in a look-ahead can put the start behind the end.
        let range = min(offsets[0], offsets[1])..<max(offsets[0], offsets[1])
        let groups = (1..<max(1, offsets.count / 2)).map { group -> Range<Int>? in
            guard group < count else { return nil }
            // A group that took no part has the largest unsigned number, here -1.
            let start = offsets[2 * group]
            let end = offsets[2 * group + 1]
            return start >= 0 && start <= end ? start..<end : nil
        }
        return PatternMatch(range: range, groups: groups, names: groupNames)
    }

    /// Where to go on: at the match's end, or one scalar further after an empty match.
    private static func next(after range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard range.isEmpty else { return range.upperBound }
        var next = range.upperBound + 1
        while next < bytes.count && bytes[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
