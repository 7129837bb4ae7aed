"""open_exports.py FOLDER: opens every export in FOLDER with its users' own tool, and holds what each reads to the records.

FOLDER holds letters.FORMAT for every format, the folder bag, and Output."""
import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import bagit
import bibtexparser
import duckdb
import html5lib
import jsonschema
import rdflib
import rispy
from markdown_it import MarkdownIt
from pylatexenc.latex2text import LatexNodes2Text

from reading import clean, folder, records, same, senders, titles, without_controls

PLACE = folder()
RECORDS, TITLES, SENDERS = records(PLACE), titles(PLACE), senders(PLACE)
DCTERMS = rdflib.Namespace("http://purl.org/dc/terms/")


def text_of(name):
    return (PLACE / name).read_bytes().decode("utf-8")


def says_what_was_asked(text):
    assert "letterbook 0." in text and f"{len(RECORDS)} letters" in text, text[:300]


def about(name):
    facts = json.loads(text_of(name + ".about.json"))
    assert facts["total"] == len(RECORDS) and facts["program"].startswith("letterbook "), facts
    assert "query" in facts


def schema():
    document = json.loads((PLACE / "Output/archive/schema/letter.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(document)
    validator = jsonschema.Draft202012Validator(document)
    files = list((PLACE / "Output/archive/letters").rglob("*.json"))
    assert len(files) == len(RECORDS)
    for record in [json.loads(file.read_text()) for file in files] + list(RECORDS.values()):
        validator.validate(record)


def json_lines():
    about("letters.jsonl")
    count = subprocess.run(
        ["jq", "-s", "map(select(.title and .original.sha256)) | length", PLACE / "letters.jsonl"],
        capture_output=True, check=True, text=True)
    assert int(count.stdout) == len(RECORDS)
    database = duckdb.connect()
    for source in [PLACE / "letters.jsonl", PLACE / "Output/archive/letters/*/*.json"]:
        rows = database.execute(
            "SELECT id, title, len(pages), original.sha256 FROM read_json(?, maximum_object_size=50000000)",
            [str(source)])
        same({row[0]: row[1] for row in rows.fetchall()},
             {id: letter["title"] for id, letter in RECORDS.items()}, f"titles in DuckDB from {source.name}")
    document = json.loads(text_of("letters.json"))
    assert document["total"] == len(RECORDS) == len(document["letters"])


def comma_separated():
    about("letters.csv")
    with open(PLACE / "letters.csv", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, strict=True))
    guarded = {id: "'" + t if t and t[0] in "=+-@\t\r＝＋－＠" else t for id, t in TITLES.items()}
    same({row["id"]: row["title"] for row in rows}, guarded, "titles in CSV")
    for row in rows:
        assert None not in row and None not in row.values(), "a row has other columns than the first"
        for cell in row.values():
            without_controls(cell, "")
            assert not cell or cell[0] not in "=+-@\t\r", cell
    loaded = duckdb.connect().execute(
        "SELECT id, title FROM read_csv(?, all_varchar=true)", [str(PLACE / "letters.csv")]).fetchall()
    same(dict(loaded), guarded, "titles in DuckDB from CSV")


def markdown():
    text = text_of("letters.markdown")
    without_controls(text)
    says_what_was_asked(text)
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    rows, row = [], []
    for place, token in enumerate(tokens):
        if token.type == "tr_open":
            row = []
        elif token.type == "inline" and tokens[place - 1].type in ("td_open", "th_open"):
            kinds = {child.type for child in token.children}
            assert kinds <= {"text", "text_special", "softbreak", "code_inline"}, (kinds, token.content)
            row.append("".join(child.content for child in token.children))
        elif token.type == "tr_close":
            rows.append(row)
    same({row[5]: row[3] for row in rows[1:]}, TITLES, "titles in Markdown")
    page = html5lib.parse(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    names = {element.tag.split("}")[-1] for element in page.iter() if isinstance(element.tag, str)}
    assert names <= {"html", "head", "body", "p", "table", "thead", "tbody", "tr", "th", "td", "code"}, names


def ris():
    says_what_was_asked(text_of("letters.ris"))
    entries = rispy.loads(text_of("letters.ris"))
    same({entry["id"]: entry.get("title") for entry in entries}, TITLES, "titles in RIS")
    for entry in entries:
        assert entry["type_of_reference"] in ("PCOMM", "HEAR"), entry
        sender = SENDERS[entry["id"]]
        assert sender is None or entry["authors"] == [sender], entry


def bibtex():
    text = text_of("letters.bibtex")
    says_what_was_asked(text)
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks, library.failed_blocks
    found = {}
    for entry in library.entries:
        title = entry.fields_dict["title"].value
        # The converter takes TeX's circumflex for the accent.
        text_of_title = LatexNodes2Text().latex_to_text(title).replace("\u02c6", "^")
        found[entry.key.removeprefix("letterbook-")] = text_of_title
    # Blanks after a macro are TeX's own; they are not compared.
    bare = lambda values: {id: re.sub(r"\s", "", value) for id, value in values.items()}
    same(bare(found), bare(TITLES), "titles in BibTeX")


def csl():
    about("letters.csl-json")
    items = json.loads(text_of("letters.csl-json"))
    same({item["id"]: item["title"] for item in items}, TITLES, "titles in CSL-JSON")
    assert {item["type"] for item in items} <= {"personal_communication", "hearing"}
    for item in items:
        for date in [item.get("issued"), item.get("accessed")]:
            assert date is None or all(isinstance(n, int) for part in date["date-parts"] for n in part)


def dublin_core():
    text = text_of("letters.dc-json")
    says_what_was_asked(text)
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    found = {str(s).removeprefix("urn:letterbook:"): str(o) for s, o in graph.subject_objects(DCTERMS.title)}
    same(found, TITLES, "titles in Dublin Core JSON")
    text = text_of("letters.dc-xml")
    says_what_was_asked(text)
    found = {}
    for record in ElementTree.fromstring(text.encode()).iter("record"):
        identifier = record.find(f"{{{DCTERMS}}}identifier").text
        found[identifier.removeprefix("urn:letterbook:")] = record.find(f"{{{DCTERMS}}}title").text
    same(found, TITLES, "titles in Dublin Core XML")


def schema_org():
    text = text_of("letters.jsonld")
    says_what_was_asked(text)
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    # The context is a page of the network; its vocabulary is what matters here.
    document["@context"] = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    name = rdflib.URIRef("https://schema.org/name")
    messages = graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Message"))
    found = {str(m).removeprefix("urn:letterbook:"): str(graph.value(m, name)) for m in messages}
    same(found, TITLES, "titles in JSON-LD")


def bag():
    packed = bagit.Bag(str(PLACE / "bag"))
    packed.validate()
    says_what_was_asked(packed.info["External-Description"] + packed.info["Bag-Software-Agent"])
    inside = {letter.stem for letter in (PLACE / "bag/data/letters").rglob("*.json")}
    assert inside == set(RECORDS)
    originals = {file.name.split(".")[0] for file in (PLACE / "bag/data/originals").iterdir()}
    standing = {letter["original"]["sha256"] for letter in RECORDS.values() if "withdrawn" not in letter}
    assert standing <= originals, standing - originals


def index():
    answer = subprocess.run(
        [pathlib.Path(sys.executable).with_name("datasette"), "-i", PLACE / "Output/index/letterbook.sqlite", "--get",
         "/letterbook/letter.json?_shape=array&_size=max"], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    same({row["id"]: row["title"] for row in json.loads(answer.stdout)},
         {id: letter["title"] for id, letter in RECORDS.items()}, "titles in Datasette")


for check in [schema, json_lines, comma_separated, markdown, ris, bibtex, csl, dublin_core, schema_org, bag, index]:
    check()
    print(f"ok {check.__name__}")
