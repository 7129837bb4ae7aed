"""open_feeds.py FOLDER: opens what a night wrote for others: feeds of saved queries, what a command is told, the report
and the timeline. FOLDER is a workspace after a night with saved queries; told.json is what a command kept."""
import json
import re

import feedparser
import html5lib
from markdown_it import MarkdownIt

from reading import clean, folder, without_controls

PLACE = folder()
RECORDS = {letter["id"]: letter for letter in (
    json.loads(file.read_text()) for file in (PLACE / "Output/archive/letters").rglob("*.json"))}


def feeds():
    found = list((PLACE / "Output/queries").glob("*.atom"))
    assert found
    for file in found:
        text = file.read_text(encoding="utf-8")
        without_controls(text)
        feed = feedparser.parse(text)
        assert not feed.bozo, (file.name, feed.bozo_exception)
        for details in [feed.feed.title_detail, feed.feed.get("subtitle_detail", feed.feed.title_detail)]:
            assert details.type == "text/plain", details
        for entry in feed.entries:
            letter = RECORDS[entry.id.split(":")[3]]
            assert entry.title_detail.type == entry.summary_detail.type == "text/plain", entry
            assert (entry.title, entry.author) == (clean(letter["title"]), clean(letter["sender"]["organization"]))
            assert [link.href for link in entry.links] == [f"../archive/letters/{letter['id'][:2]}/{letter['id']}.json"]


def told():
    news = json.loads((PLACE / "told.json").read_text(encoding="utf-8"))
    assert set(news) == {"id", "query", "why", "night", "new", "changed"}, set(news)
    assert news["new"]


def report():
    for file in (PLACE / "Output/reports").glob("*.json"):
        # A file of data: every value is as the records have it.
        assert json.loads(file.read_text(encoding="utf-8"))


def timelines():
    pages = list((PLACE / "Output/timeline").rglob("*.html"))
    assert pages
    for file in pages:
        text = file.read_text(encoding="utf-8")
        without_controls(text)
        for element in html5lib.parse(text).iter():
            tag = element.tag.split("}")[-1] if isinstance(element.tag, str) else ""
            assert tag not in ("img", "iframe", "object", "embed", "base"), (file.name, tag)
            for key, value in element.attrib.items():
                assert not str(key).split("}")[-1].startswith("on"), (file.name, tag, key)
                assert not re.match(r"\s*(javascript|data|vbscript):", value) or key == "title", (file.name, tag, value)
    text = (PLACE / "Output/timeline/timeline.md").read_text(encoding="utf-8")
    without_controls(text)
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        assert token.type != "html_block", token.content
        for child in token.children or []:
            assert child.type not in ("html_inline", "image"), child
    text = (PLACE / "Output/timeline/timeline.json").read_text(encoding="utf-8")
    assert json.loads(text)
    without_controls(text)


for check in [feeds, told, report, timelines]:
    check()
    print(f"ok {check.__name__}")
