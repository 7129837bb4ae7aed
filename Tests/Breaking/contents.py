"""What an output holds, so that two can be held against one another: files by their bytes, databases by their rows."""
import hashlib
import pathlib
import sqlite3

# Differ from night to night, or may be deleted at any time: what they hold shows in all the rest.
LEFT_OUT = ("reports/", "cache/", "set-aside/")


def contents(output, any_order=()):
    """By path: the hash of a file's bytes, or of an index's rows; of files below `any_order`, of their sorted lines."""
    output = pathlib.Path(output)
    found = {}
    for file in sorted(output.rglob("*")):
        path = str(file.relative_to(output))
        if not file.is_file() or path.startswith(LEFT_OUT):
            continue
        if file.name.endswith((".sqlite-wal", ".sqlite-shm", ".sqlite-journal")):
            found[path] = "a night that ended leaves none"
        elif file.suffix == ".sqlite":
            found[path] = index(file)
        elif path.startswith(tuple(any_order)):
            found[path] = hashlib.sha256(b"\n".join(sorted(file.read_bytes().split(b"\n")))).hexdigest()
        else:
            found[path] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def index(file):
    """A hash of all that an index answers from. Letters, senders and facets by name: their numbers are its own."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return hashlib.sha256("\n".join(sorted(rows(database))).encode()).hexdigest()
    finally:
        database.close()


def rows(database):
    ids = dict(database.execute("SELECT number, id FROM letter"))
    senders = dict(database.execute("SELECT number, name FROM sender"))
    facets = {number: (facet, value) for number, facet, value in database.execute("SELECT * FROM facet_value")}
    tables = [name for name, sql in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
              if "VIRTUAL" not in sql and not name.startswith(("letter_words", "letter_prefix", "sqlite_", "facet_"))]
    for table in tables:
        cursor = database.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        for row in cursor:
            values = dict(zip(names, row))
            if table == "letter":
                values["number"], values["sender"] = None, senders.get(values["sender"])
            elif table == "letter_facets":
                values = {"letter": ids[values["letter"]], "facets": sorted(facets[n] for n in leb128(values["numbers"]))}
            elif "letter" in values and table != "identifier_alias" and table != "about":
                values["letter"] = ids[values["letter"]]
            elif table == "sender":
                if values["number"] not in {number for number in used_senders(database)}:
                    continue
                values["number"] = None
            elif table == "gone":
                continue  # words of letters that left, which no answer counts
            yield f"{table} {values!r}"
    for table in ["letter_words", "letter_prefix"]:
        yield from words(database, table, ids)


def used_senders(database):
    return {number for number, in database.execute("SELECT DISTINCT sender FROM letter WHERE sender NOT NULL")}


def words(database, table, ids):
    """Every word and where it stands, of the letters that the index still has."""
    database.execute(f"CREATE VIRTUAL TABLE temp.{table}_seen USING fts5vocab(main, {table}, instance)")
    for term, document, column, place in database.execute(f'SELECT term, doc, col, "offset" FROM temp.{table}_seen'):
        if table == "letter_prefix":
            yield f"{table} {term}"
        elif document in ids:
            yield f"{table} {term} {ids[document]} {column} {place}"


def leb128(data):
    numbers, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(value)
            value, shift = 0, 0
    return numbers


def differences(expected, found):
    """What a reader would say is wrong: one line a file."""
    lines = []
    for path in sorted(set(expected) | set(found)):
        if path not in found:
            lines.append(f"missing: {path}")
        elif path not in expected:
            lines.append(f"left behind: {path}")
        elif expected[path] != found[path]:
            lines.append(f"differs: {path}")
    return lines


def leftovers(output):
    """Temporary files anywhere below an output: hidden names, or names that say so."""
    output = pathlib.Path(output)
    return sorted(
        str(file.relative_to(output)) for file in output.rglob("*")
        if file.is_file() and (file.name.startswith(".") or file.name.endswith((".part", ".tmp", "-journal", "-wal"))))
