/// The tables of `index/letterbook.sqlite`, plain enough to be read with `sqlite3` or Datasette.
///
/// The letters' text is not in it, only its words and where they stand: the archive has the text, and an index that
/// kept it, too, would be twice as large.
enum IndexTables {
    /// Changes whenever the tables do; an index of another version is built anew.
    static let version = 3

    /// `number` is the letter's place in the index, not an id to cite; it is never given to another letter.
    /// Names of agencies and topics are ids.
    static let letters = """
        CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE letter (
          number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, quality TEXT NOT NULL, date TEXT,
          date_from TEXT, date_to TEXT, sender INTEGER, sender_agency TEXT, sign_on INTEGER, withdrawn TEXT,
          title TEXT, addressed_to TEXT, topics TEXT, language TEXT, media_type TEXT NOT NULL,
          pages INTEGER NOT NULL, record_sha256 BLOB NOT NULL);
        CREATE TABLE sender (
          number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, words TEXT NOT NULL, initials TEXT NOT NULL);
        CREATE TABLE letter_agency (
          agency TEXT NOT NULL, letter INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (agency, letter, role)
        ) WITHOUT ROWID;
        CREATE TABLE letter_topic (
          topic TEXT NOT NULL, letter INTEGER NOT NULL, score REAL NOT NULL, decided_by TEXT NOT NULL,
          PRIMARY KEY (topic, letter)) WITHOUT ROWID;
        """

    /// What a letter has several of; `position` counts from 0 in the order of the record.
    static let parts = """
        CREATE TABLE addressee (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, copied INTEGER NOT NULL, agency TEXT,
          words TEXT NOT NULL, PRIMARY KEY (letter, copied, position)) WITHOUT ROWID;
        CREATE TABLE signatory (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (letter, position)
        ) WITHOUT ROWID;
        CREATE TABLE identifier (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
          PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE identifier_key (
          key TEXT NOT NULL, letter INTEGER NOT NULL, type TEXT NOT NULL, PRIMARY KEY (key, letter, type)
        ) WITHOUT ROWID;
        CREATE TABLE ask (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, direction TEXT NOT NULL, about TEXT, page INTEGER,
          PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE event (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, date TEXT NOT NULL, kind TEXT NOT NULL,
          PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE answer (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, identifier TEXT NOT NULL, confidence TEXT NOT NULL,
          PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE finding (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, severity TEXT NOT NULL, stage TEXT NOT NULL,
          code TEXT NOT NULL, page INTEGER, PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE relation (
          letter INTEGER NOT NULL, type TEXT NOT NULL, other TEXT NOT NULL, score REAL,
          PRIMARY KEY (letter, type, other)) WITHOUT ROWID;
        """

    /// What letters are counted by: each value has a number, and each letter the numbers of its values, in LEB128.
    static let facets = """
        CREATE TABLE facet_value (
          number INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
        CREATE TABLE letter_facets (letter INTEGER PRIMARY KEY, numbers BLOB NOT NULL);
        """

    /// Two keys that stand for the same proceeding, and how many letters answer it under both.
    static let aliases = """
        CREATE TABLE identifier_alias (
          key TEXT NOT NULL, type TEXT NOT NULL, other TEXT NOT NULL, value TEXT NOT NULL,
          letters INTEGER NOT NULL, PRIMARY KEY (key, type, other)) WITHOUT ROWID;
        """

    /// Tables whose rows belong to one letter by its number, and begin with it in their key.
    static let partNames = ["addressee", "signatory", "identifier", "ask", "event", "answer", "finding"]

    /// The words of the letters, stemmed; and unstemmed, to look up what begins so: "maternit" begins
    /// "maternity", but not its stem "matern". `gone` has the numbers of letters that left, whose words stay
    /// until the index is built anew: words can be taken out only by who still has the text.
    ///
    /// Body first: a place in the first column takes two bytes less.
    static let words = """
        CREATE VIRTUAL TABLE letter_words USING fts5(
          body, title, asks, other, content='', tokenize="\(tokenizer)");
        CREATE VIRTUAL TABLE letter_prefix USING fts5(
          words, content='', detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 2");
        CREATE TABLE gone (number INTEGER PRIMARY KEY);
        """

    static let tokenizer = "porter unicode61 remove_diacritics 2"

    /// Made after the rows, which is faster than keeping them up while rows come in.
    static let indexes = """
        CREATE INDEX letter_by_date ON letter (date_from DESC, date_to DESC, id);
        CREATE INDEX letter_by_sender ON letter (sender) WHERE sender NOT NULL;
        CREATE INDEX letter_by_sender_agency ON letter (sender_agency) WHERE sender_agency NOT NULL;
        CREATE INDEX letter_by_kind ON letter (kind);
        CREATE INDEX letter_by_quality ON letter (quality);
        CREATE INDEX letter_withdrawn ON letter (withdrawn) WHERE withdrawn NOT NULL;
        CREATE INDEX letter_sign_on ON letter (sign_on) WHERE sign_on NOT NULL;
        CREATE INDEX relation_by_other ON relation (other, type);
        """
}
