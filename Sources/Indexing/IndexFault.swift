import GRDB

extension LetterIndex {
    /// What is wrong with the index file itself; nil for a sound one.
    public func fault() throws(IndexError) -> String? {
        try read { db in
            let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
            guard answer == "ok" else { return answer }
            let letters = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter") ?? 0
            let facets = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter_facets") ?? 0
            let words = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter_words_docsize") ?? 0
            let gone = try Int.fetchOne(db, sql: "SELECT count(*) FROM gone") ?? 0
            let counted = try SearchPlan.count(db)
            return letters == facets && words == letters + gone && counted == letters
                ? nil
                : "\(letters) letters, but \(facets) of them are counted and \(words - gone) in the word list"
        }
    }
}
