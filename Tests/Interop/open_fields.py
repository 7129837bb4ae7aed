"""open_fields.py FOLDER: holds every field of every export in FOLDER that a document fills to the records.

open_exports.py asks whether titles are the same; this asks whether anything else became more than one value of its field."""
import csv
import json
import re

import bibtexparser
import rdflib
import rispy
from markdown_it import MarkdownIt
from pylatexenc.latex2text import LatexNodes2Text

from reading import clean, folder, records, same, without_controls

PLACE = folder()
RECORDS = records(PLACE)
FORMULA = "=+-@\t\r＝＋－＠"


def text_of(name):
    return (PLACE / name).read_bytes().decode("utf-8")


def guarded(text):
    return "'" + text if text and text[0] in FORMULA else text


def distinct(values):
    return list(dict.fromkeys(values))


def joined(values):
    return guarded(clean("; ".join(distinct(values))))


def named(letter, key):
    return [party.get("name") or party.get("organization") for party in letter[key]]


def web_address(letter):
    """The first address, where it is one of the web: nothing else may become a link."""
    urls = [entry["url"] for entry in letter["custody"] if "url" in entry]
    return urls[0] if urls else ""


def comma_separated():
    with open(PLACE / "letters.csv", encoding="utf-8", newline="") as lines:
        rows = {row["id"]: row for row in csv.DictReader(lines, strict=True)}
    for id, letter in RECORDS.items():
        expected = {
            "sender": guarded(clean(letter["sender"]["organization"])) if "sender" in letter else "",
            "signatories": joined(named(letter, "signatories")), "addressees": joined(named(letter, "addressees")),
            "identifiers": joined([value["value"] for value in letter["identifiers"]]),
            "asks": joined([ask["text"] for ask in letter["asks"]]),
            "path": guarded(clean(letter["original"]["paths"][0])), "url": guarded(clean(web_address(letter))),
            "kind": letter["kind"],
        }
        same({key: rows[id][key] for key in expected}, expected, f"{id} in CSV")


def markdown():
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text_of("letters.markdown"))
    cells = [
        "".join(child.content for child in token.children) for place, token in enumerate(tokens)
        if token.type == "inline" and tokens[place - 1].type == "td_open"]
    assert len(cells) == 6 * len(RECORDS)
    found = {cells[place + 5]: cells[place + 1] for place in range(0, len(cells), 6)}
    expected = {id: clean(letter["sender"]["organization"]) if "sender" in letter else ""
                for id, letter in RECORDS.items()}
    same(found, expected, "senders in Markdown")


def ris():
    known = {"TY", "AU", "A2", "TI", "PY", "DA", "KW", "N1", "UR", "Y2", "LA", "ID", "ER"}
    text = text_of("letters.ris")
    without_controls(text, "\r\n")
    lines = text.split("\r\n")
    for line in lines[4:]:
        assert not line or line[:2] in known and line[2:6] == "  - ", line
    assert not re.search(r"[^\r]\n|\r[^\n]", text)
    for entry in rispy.loads(text):
        letter = RECORDS[entry["id"]]
        addresses = entry.get("urls", [])
        assert all(re.match("https?://", address) for address in addresses), addresses
        assert len(entry.get("authors", [])) <= 1 + len(letter["signatories"]), entry


def bibtex():
    text = text_of("letters.bibtex")
    without_controls(text)
    bare = lambda value: re.sub(r"\s", "", value)
    for entry in bibtexparser.parse_string(text).entries:
        letter = RECORDS[entry.key.removeprefix("letterbook-")]
        fields = {key: field.value for key, field in entry.fields_dict.items()}
        assert set(fields) <= {"author", "title", "date", "year", "month", "url", "urldate", "keywords", "note", "type",
                               "howpublished", "language", "langid", "entrysubtype"}, set(fields)
        author = LatexNodes2Text().latex_to_text(fields.get("author", "")).replace("\u02c6", "^")
        if "sender" in letter:
            same(bare(author.strip("{}")), bare(clean(letter["sender"]["organization"]).strip("{}")), "author in BibTeX")
        assert "url" not in fields or re.match("https?:", fields["url"]), fields["url"]


def csl():
    for item in json.loads(text_of("letters.csl-json")):
        letter = RECORDS[item["id"]]
        assert set(item) <= {"id", "type", "title", "author", "recipient", "issued", "accessed", "URL", "keyword", "note",
                             "language", "genre", "number", "source", "archive", "abstract"}, set(item)
        for party in item.get("author", []) + item.get("recipient", []):
            assert set(party) <= {"literal", "family", "given"}, party
            for name in party.values():
                without_controls(name, "")
        if "sender" in letter:
            assert item["author"] == [{"literal": clean(letter["sender"]["organization"])}], item["author"]
        assert re.match("https?://", item.get("URL", "http://")), item["URL"]


def linked_data():
    for name in ["dc-json", "jsonld"]:
        document = json.loads(text_of(f"letters.{name}"))
        if name == "jsonld":
            document["@context"] = {"@vocab": "https://schema.org/"}
        graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
        for _, property, value in graph:
            if isinstance(value, rdflib.URIRef):
                assert re.match("(https?://|urn:)", value), (name, property, value)
            else:
                without_controls(str(value), "")
    without_controls(text_of("letters.dc-xml"))


def plain_json():
    """A terminal may have them: what it would obey stands in them as numbers, not as it is."""
    for name in ["jsonl", "json", "csl-json", "dc-json", "jsonld"]:
        without_controls(text_of(f"letters.{name}"))


for check in [plain_json, comma_separated, markdown, ris, bibtex, csl, linked_data]:
    check()
    print(f"ok {check.__name__}")
