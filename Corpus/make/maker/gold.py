"""Gold labels, from the same data that the letters are made of."""
import json
import re
import unicodedata

from . import markup

MISSION = {"maternal-health", "ctsa", "covid-19-equity"}
TOPICS = MISSION | {
    "health-equity", "graduate-medical-education", "telehealth", "nih-research-funding",
    "340b-drug-pricing", "medicaid", "physician-payment", "workforce-and-diversity", "prior-authorization",
}


def people(entries):
    return [entry["name"] for entry in entries or [] if entry.get("name")]


def label(letter, file, count):
    data, want = letter.data, letter.data.get("gold", {})
    all_topics = want.get("topics", [])
    borderline = want.get("borderline", [])
    date = data.get("date")
    line = {
        "file": file,
        "kind": data["kind"],
        "date": None if date is None or want.get("date_outside_text") else date.isoformat(),
        "sender_org": letter.sender["name"],
        "sender_agency": letter.sender.get("agency"),
        "signatories": people(data.get("sign")),
        "recipients": want["recipients"] if "recipients" in want else people(data.get("to")),
        "copied": people(data.get("cc")),
        "agencies": want.get("agencies", []),
        "subject": markup.plain(data["subject"]) if data.get("subject") else None,
        "identifiers": want.get("identifiers", []),
        "identifiers_complete": True,
        "scanned": bool(data.get("scan")),
        "pages": count,
        "topics": [topic for topic in all_topics if topic in MISSION],
        "all_topics": all_topics,
        "topics_borderline": borderline,
        "notes": want.get("notes"),
    }
    for key in ("bodies", "campaign", "sign_on", "replies_to", "duplicate_of"):
        if key in want:
            line[key] = want[key]
    return json.dumps({key: value for key, value in line.items() if key != "notes" or value}, ensure_ascii=False)


def lines(letter, count):
    found = [label(letter, letter.file, count)]
    if "copy" in letter.data:
        found.append(label(letter, letter.get("copy"), count))
    return found


def check(letter):
    """A label must be true of the letter's words: every identifier stands in it, every topic is known."""
    want = letter.data.get("gold", {})
    unknown = set(want.get("topics", []) + want.get("borderline", [])) - TOPICS
    assert not unknown, f"{letter.file}: unknown topics {unknown}"
    text = fold(" ".join(words(letter.data)))
    for identifier in want.get("identifiers", []):
        assert fold(identifier) in text, f"{letter.file}: {identifier} does not stand in the letter"


def words(value):
    if isinstance(value, dict):
        return [word for key, inner in value.items() if key not in ("gold", "file") for word in words(inner)]
    if isinstance(value, list):
        return [word for inner in value for word in words(inner)]
    return [str(value)]


def fold(text):
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"\s+", " ", re.sub(r"[\u2010-\u2015]", "-", text)).lower()


def passages(letter):
    """The body's running text in reading order, each block cut where a footnote mark stands."""
    found = []
    for block in markup.blocks(letter.data["body"]):
        if block.kind in ("table", "break"):
            continue
        for text in block.items or [block.text]:
            pieces = [piece.strip() for piece in re.split(r"\[\^\d+\]", text)]
            found += [markup.plain(piece) for piece in pieces if piece]
    return found


def text_line(letter, file):
    return json.dumps({"file": file, "passages": passages(letter)}, ensure_ascii=False)
