"""The letters as data: read, checked, and handed to the maker of their format."""
import datetime
import pathlib
from dataclasses import dataclass

import yaml

from . import gold, pages, pdf, scan


@dataclass
class Letter:
    data: dict
    sender: dict
    file: str

    def get(self, key, default=None):
        return self.data.get(key, default)

    @property
    def style(self):
        return {**self.sender.get("style", {}), **self.data.get("style", {})}

    @property
    def printed_date(self):
        if "printed_date" in self.data:
            return self.data["printed_date"]
        date = self.data["date"]
        return f"{date:%B} {date.day}, {date.year}"


def load(folder: pathlib.Path):
    """Every letter, in the order of the file names; several letters may stand in one file, divided by ---."""
    senders = yaml.safe_load((folder / "senders.yaml").read_text())
    letters = []
    for path in sorted((folder / "letters").glob("*.yaml")):
        for data in with_models(yaml.safe_load_all(path.read_text())):
            letter = Letter(data, senders[data["sender"]], data["file"])
            assert isinstance(data.get("date"), (datetime.date, type(None))), letter.file
            letters.append(letter)
    names = [letter.file for letter in letters]
    assert len(names) == len(set(names)), "two letters share a file name"
    return letters


def with_models(entries):
    """A form letter: `like:` names the letter that the rest is taken from, and `$own` in the shared body
    is where each member puts its own sentences."""
    models = {}
    for data in entries:
        if "like" in data:
            own_style = data.get("style", {})
            data = {**models[data["like"]], "style": {}, **data}
            data["style"] = own_style
        models[data["file"]] = data
        yield {**data, "body": data["body"].replace("$own", data.get("own", "").strip())}


def make(letter):
    """The letter's files by name, and its number of pages (none for HTML)."""
    if letter.file.endswith(".html"):
        content, count = pages.render(letter), None
    elif letter.get("scan"):
        content, count = scan.render(letter, pdf.render(letter)[0])
    else:
        content, count = pdf.render(letter)
    gold.check(letter)
    files = {letter.file: content}
    if "copy" in letter.data:
        files[letter.get("copy")] = content
    return files, count
