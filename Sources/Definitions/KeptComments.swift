/// Carries the comments that a person wrote into a file over to the file as the program writes it anew.
///
/// A comment on lines of its own stays above the line that it stood above; one at a line's end stays there. Where
/// the program no longer writes that line, the comment goes to the file's top: none is lost.
enum KeptComments {
    /// - Parameters:
    ///   - old: the file as it stands.
    ///   - new: the file as the program writes it, with comments only at its top.
    static func carried(from old: String, to new: String) -> String {
        var lines = new.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let own = Set(lines.filter(isComment))
        var top: [String] = []
        for comment in comments(in: old, but: own) {
            guard let anchor = comment.anchor, let place = lines.firstIndex(where: { bare($0) == anchor })
            else {
                top += comment.lines + [comment.tail].compactMap(\.self)
                continue
            }
            if let tail = comment.tail { lines[place] += " \(tail)" }
            lines.insert(contentsOf: comment.lines, at: place)
        }
        let head = lines.prefix(while: isComment).count
        lines.insert(contentsOf: top, at: min(head, lines.count))
        return lines.joined(separator: "\n")
    }

    private struct Comment {
        /// Whole lines, as printed.
        var lines: [String]
        /// Behind the line below them.
        var tail: String?
        /// That line without its comment; nil at the file's end.
        var anchor: String?
    }

    private static func comments(in text: String, but own: Set<String>) -> [Comment] {
        var found: [Comment] = []
        var waiting: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        {
            if isComment(line) {
                if !own.contains(line) { waiting.append(line) }
                continue
            }
            let anchor = bare(line)
            guard !anchor.isEmpty else { continue }
            let tail = tail(of: line)
            if !waiting.isEmpty || tail != nil {
                found.append(Comment(lines: waiting, tail: tail, anchor: anchor))
            }
            waiting = []
        }
        return waiting.isEmpty ? found : found + [Comment(lines: waiting)]
    }

    private static func isComment(_ line: String) -> Bool {
        line.first { $0 != " " && $0 != "\t" } == "#"
    }

    /// A line without the comment behind it and the blanks around it.
    private static func bare(_ line: String) -> String {
        let kept = tailStart(in: line).map { line[..<$0] } ?? line[...]
        return String(kept.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func tail(of line: String) -> String? {
        tailStart(in: line).map { String(line[$0...]) }
    }

    /// Where `#` begins a comment: after a blank, outside quotation marks. These open where a value may begin.
    private static func tailStart(in line: String) -> String.Index? {
        let scalars = line.unicodeScalars
        var quote: Unicode.Scalar?
        var isEscaped = false
        var last: Unicode.Scalar = " "
        for index in scalars.indices {
            let scalar = scalars[index]
            if let open = quote {
                if scalar == open, !isEscaped { quote = nil }
                isEscaped = open == "\"" && scalar == "\\" && !isEscaped
            } else if scalar == "\"" || scalar == "'", " \t[{,'".unicodeScalars.contains(last) {
                quote = scalar
            } else if scalar == "#", last == " " || last == "\t" {
                return index
            }
            last = scalar
        }
        return nil
    }
}
