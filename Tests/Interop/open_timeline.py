"""open_timeline.py FOLDER: opens the timeline's formats in FOLDER with their users' own tools; nothing leaves its field.

FOLDER holds letters.jsonl and timeline.{html,ics,atom,csv,markdown,svg}."""
import csv
import re

import feedparser
import html5lib
import icalendar
from markdown_it import MarkdownIt

from reading import folder, records, titles, without_controls

PLACE = folder()
RECORDS, TITLES = records(PLACE), titles(PLACE)


def text_of(name):
    return (PLACE / name).read_bytes().decode("utf-8")


def calendar():
    parsed = icalendar.Calendar.from_ical(text_of("timeline.ics"))
    events = parsed.walk("VEVENT")
    kinds = {event["kind"] for letter in RECORDS.values() for event in letter["events"]}
    assert events or "commentCloses" not in kinds
    assert len(events) == text_of("timeline.ics").count("BEGIN:VEVENT\r\n")
    assert not [event for event in events if str(event.get("SUMMARY")) == "owned"]
    for event in events:
        assert not event.errors, event.errors
        without_controls(str(event.get("SUMMARY")), "")


def atom():
    feed = feedparser.parse(text_of("timeline.atom"))
    assert not feed.bozo, feed.bozo_exception
    assert feed.entries and not [entry for entry in feed.entries if entry.title == "owned"]
    for entry in feed.entries:
        without_controls(entry.title, "")
        # As text, not as markup: a reader shows it as it is.
        details = [entry.title_detail, entry.get("summary_detail", entry.title_detail)]
        assert {detail.type for detail in details} == {"text/plain"}, details


def rows():
    with open(PLACE / "timeline.csv", encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, strict=True))
    assert table
    for row in table:
        assert None not in row and None not in row.values()
        for cell in row.values():
            without_controls(cell, "")
            # Days before a deadline are negative numbers, which do nothing.
            assert re.fullmatch(r"-[0-9]+", cell) or not cell or cell[0] not in "=+-@\t\r", cell


def page(name, tree):
    own = {"script", "style"}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.split("}")[-1]
        for key, value in element.attrib.items():
            key = key.split("}")[-1]
            assert not key.startswith("on"), (name, tag, key)
            if key in ("href", "src", "action", "formaction", "data"):
                assert re.match(r"(https?:|mailto:|#|data:image/|urn:)", value) or ":" not in value, (name, key, value)
        if tag in own:
            assert "owned" not in (element.text or "").replace("\\u003c", ""), (name, tag)
        assert tag not in ("img", "iframe", "object", "embed", "link", "base"), (name, tag)


def html():
    page("html", html5lib.parse(text_of("timeline.html")))
    page("svg", html5lib.parse(text_of("timeline.svg")))
    without_controls(text_of("timeline.html"))


def markdown():
    text = text_of("timeline.markdown")
    without_controls(text)
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        assert token.type != "html_block", token.content
        for child in token.children or []:
            assert child.type not in ("html_inline", "image"), child
            if child.type == "link_open":
                assert not child.attrs["href"].startswith("javascript:"), child.attrs


for check in [calendar, atom, rows, html, markdown]:
    check()
    print(f"ok {check.__name__}")
