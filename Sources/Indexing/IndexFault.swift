import GRDB

extension LetterIndex {
    /// What is wrong with the index file itself; nil for a sound one.
    public func fault() throws(IndexError) -> String? {
        try read { db in
            let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
            guard answer == "ok" else { return answer }
            let letters = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter") ?? 0
            let texts = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter_text") ?? 0
            let words = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter_words_docsize") ?? 0
            return letters == texts && texts == words
                ? nil : "\(letters) letters, but \(texts) texts and \(words) of them in the word list"
        }
    }
}
