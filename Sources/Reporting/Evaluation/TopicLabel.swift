import Correspondence

/// Topics that a reader gave to a document: one row of a table with the columns `path` and `topics`
/// (divided by commas; empty: none; `?`: not scored) and perhaps `borderline` (`yes`: not scored).
public struct TopicLabel: Sendable, Hashable {
    /// Relative to the folder of the table.
    public var path: String
    public var topics: Set<String>

    public init(path: String, topics: Set<String>) {
        self.path = path
        self.topics = topics
    }

    /// Reads a table of tab-separated values; rows that are not to be scored are left out.
    ///
    /// - Returns: nil where the first line does not name the columns `path` and `topics`.
    public static func read(_ table: String) -> [TopicLabel]? {
        let rows = table.split(whereSeparator: \.isNewline).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = rows.first, let path = header.firstIndex(of: "path"),
            let topics = header.firstIndex(of: "topics")
        else { return nil }
        let borderline = header.firstIndex(of: "borderline")
        return rows.dropFirst().compactMap { row in
            guard row.count > max(path, topics), row[topics] != "?" else { return nil }
            if let borderline, row.count > borderline,
                ["yes", "y", "true"].contains(row[borderline].lowercased())
            {
                return nil
            }
            return TopicLabel(path: row[path], topics: ids(row[topics]))
        }
    }

    private static func ids(_ list: String) -> Set<String> {
        Set(list.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty })
    }
}

extension Evaluation {
    /// Topics measured by a table of their own, under the field `topics`.
    ///
    /// - Parameter found: ids by the label's path; a path without an entry counts as a document without topics,
    ///   and as missing.
    public init(_ labels: [TopicLabel], found: [String: Set<String>]) {
        self.init([], letters: [:])
        for label in labels {
            if found[label.path] == nil { note(missing: label.path) }
            count("topics", file: label.path, found: found[label.path] ?? [], wanted: label.topics)
        }
    }
}
