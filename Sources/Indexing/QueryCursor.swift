import Correspondence
import GRDB

/// Where a page of a query's list ended: `date.5f0c2a91.3f9a1c20d4e5b6a7`.
///
/// It names the last letter, not a place in the list, so that letters which arrive between two pages neither repeat
/// a letter nor skip one.
struct QueryCursor {
    var id: String
    var sort: LetterQuery.Sort
    /// Of the question; a cursor of another question is a mistake.
    var question: String

    init(after id: String, _ query: LetterQuery) {
        self.id = id
        sort = query.sort
        question = Self.digest(query)
    }

    /// - Throws: `QueryError.cursor`.
    init(reading text: String, _ query: LetterQuery) throws(QueryError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let sort = LetterQuery.Sort(rawValue: parts[0]), !parts[2].isEmpty else {
            throw .cursor("'\(text)' is not a cursor; take it from the last page's output")
        }
        guard sort == query.sort, parts[1] == Self.digest(query) else {
            throw .cursor(
                "the cursor '\(text)' belongs to another question or order; leave it out to start anew")
        }
        (self.sort, question, id) = (sort, parts[1], parts[2])
    }

    var text: String { "\(sort.rawValue).\(question).\(id)" }

    /// The letter's number in this index.
    func number(_ db: Database) throws -> Int {
        guard
            let number = try Int.fetchOne(db, sql: "SELECT number FROM letter WHERE id = ?", arguments: [id])
        else {
            throw QueryError.cursor(
                "the letter \(id), with which the last page ended, has left the archive; start anew")
        }
        return number
    }

    private static func digest(_ query: LetterQuery) -> String {
        String(SHA256.hex(of: (query.condition?.text ?? "").utf8).prefix(8))
    }
}
