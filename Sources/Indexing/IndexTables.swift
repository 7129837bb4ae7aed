/// The tables of `index/letterbook.sqlite`, plain enough to be read with `sqlite3` or Datasette.
enum IndexTables {
    /// Changes whenever the tables do; an index of another version is built anew.
    static let version = 2

    /// `number` is the letter's place in the index, not an id to cite. Names of agencies and topics are ids.
    static let letters = """
        CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE letter (
          number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT, subject TEXT,
          date TEXT, date_from TEXT, date_to TEXT, sender TEXT, sender_agency TEXT, addressed_to TEXT, topics TEXT,
          sign_on INTEGER, channel TEXT, language TEXT, quality TEXT NOT NULL, pages INTEGER NOT NULL,
          media_type TEXT NOT NULL, path TEXT, original_sha256 TEXT NOT NULL, record_sha256 TEXT NOT NULL,
          withdrawn TEXT);
        CREATE TABLE letter_text (
          letter INTEGER PRIMARY KEY, title TEXT NOT NULL, asks TEXT NOT NULL, body TEXT NOT NULL,
          other TEXT NOT NULL, page_numbers TEXT);
        CREATE TABLE letter_agency (
          agency TEXT NOT NULL, letter INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (agency, letter, role)
        ) WITHOUT ROWID;
        CREATE TABLE letter_topic (
          topic TEXT NOT NULL, letter INTEGER NOT NULL, score REAL NOT NULL, decided_by TEXT NOT NULL,
          PRIMARY KEY (topic, letter)) WITHOUT ROWID;
        CREATE TABLE sender (name TEXT PRIMARY KEY, words TEXT NOT NULL, initials TEXT NOT NULL) WITHOUT ROWID;
        """

    /// What a letter has several of; `position` counts from 0 in the order of the record.
    static let parts = """
        CREATE TABLE addressee (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, copied INTEGER NOT NULL, name TEXT, title TEXT,
          organization TEXT, agency TEXT, words TEXT NOT NULL, PRIMARY KEY (letter, copied, position)) WITHOUT ROWID;
        CREATE TABLE signatory (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, title TEXT, organization TEXT,
          words TEXT NOT NULL, PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE identifier (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
          printed TEXT NOT NULL, PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE identifier_key (
          key TEXT NOT NULL, letter INTEGER NOT NULL, type TEXT NOT NULL, PRIMARY KEY (key, letter, type)
        ) WITHOUT ROWID;
        CREATE TABLE ask (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL, direction TEXT NOT NULL,
          object TEXT, about TEXT, page INTEGER, PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE event (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, date TEXT NOT NULL, kind TEXT NOT NULL,
          text TEXT NOT NULL, PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE answer (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, identifier TEXT NOT NULL, confidence TEXT NOT NULL,
          PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE finding (
          letter INTEGER NOT NULL, position INTEGER NOT NULL, severity TEXT NOT NULL, stage TEXT NOT NULL,
          code TEXT NOT NULL, page INTEGER, message TEXT NOT NULL, PRIMARY KEY (letter, position)) WITHOUT ROWID;
        CREATE TABLE relation (
          letter TEXT NOT NULL, type TEXT NOT NULL, other TEXT NOT NULL, score REAL,
          PRIMARY KEY (letter, type, other)) WITHOUT ROWID;
        """

    /// Tables whose rows belong to one letter by its number.
    static let partNames = [
        "addressee", "signatory", "identifier", "identifier_key", "ask", "event", "answer", "finding",
        "letter_agency", "letter_topic", "letter_text",
    ]

    /// The words of the letters, stemmed; and unstemmed, to look up what begins so: "maternit" begins
    /// "maternity", but not its stem "matern".
    static let words = """
        CREATE VIRTUAL TABLE letter_words USING fts5(
          title, asks, body, other, content='letter_text', content_rowid='letter',
          tokenize="porter unicode61 remove_diacritics 2");
        CREATE VIRTUAL TABLE letter_prefix USING fts5(
          words, content='', detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 2");
        """

    /// Made after the rows, which is faster than keeping them up while rows come in.
    static let indexes = """
        CREATE INDEX letter_by_date ON letter (date_from DESC, date_to DESC, id);
        CREATE INDEX letter_by_sender ON letter (sender, date_from DESC, date_to DESC, id);
        CREATE INDEX letter_by_sender_agency ON letter (sender_agency) WHERE sender_agency NOT NULL;
        CREATE INDEX letter_agency_by_letter ON letter_agency (letter, agency);
        CREATE INDEX letter_topic_by_letter ON letter_topic (letter, topic);
        CREATE INDEX identifier_key_by_letter ON identifier_key (letter);
        CREATE INDEX addressee_by_agency ON addressee (agency, letter);
        CREATE INDEX relation_by_other ON relation (other, type);
        """
}
