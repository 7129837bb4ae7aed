"""poison_pipeline.py FOLDER: makes the next night of a workspace a hostile one, by what people may write and name.

Every letter gets another attack of poison.py as its title, subject and sender, through Pipeline/corrections; every topic
one in its label; Pipeline/events has an event, and Pipeline/queries a query, with each. The query's command keeps what
it is told in told.json."""
import json
import pathlib
import re
import sys

from poison import attacks

HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def quoted(text):
    """A double-quoted YAML scalar: JSON's, with the characters that YAML does not take as numbers."""
    text = json.dumps(text, ensure_ascii=False)
    return HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def corrections(pipeline, ids, texts):
    (pipeline / "corrections").mkdir(exist_ok=True)
    for place, id in enumerate(ids):
        text = quoted(texts[place % len(texts)])
        values = [
            f"  - {{field: {field}, new: {text}, who: {text}, when: 2026-11-21, why: {text}}}\n"
            for field in ["title", "subject", "sender"]]
        (pipeline / f"corrections/{id}.yaml").write_text("values:\n" + "".join(values), encoding="utf-8")


def topics(pipeline, texts):
    for place, file in enumerate(sorted((pipeline / "topics").glob("*.yaml"))):
        text = file.read_text(encoding="utf-8")
        label = quoted(texts[-1 - place])
        file.write_text(re.sub(r"(?m)^label:.*$", lambda _: f"label: {label}", text), encoding="utf-8")


def events(pipeline, texts):
    entries = []
    for place, text in enumerate(texts):
        text = quoted(text)
        entries.append(
            f"  - id: poison-{place}\n    kind: commentCloses\n    date: 2021-06-{place % 28 + 1:02}\n"
            f"    title: {text}\n    source: {text}\n    about: [CMS-1752-P]\n")
    (pipeline / "events").mkdir(exist_ok=True)
    (pipeline / "events/poison.yaml").write_text("events:\n" + "".join(entries), encoding="utf-8")


def queries(pipeline, texts):
    (pipeline / "queries").mkdir(exist_ok=True)
    for place, text in enumerate(texts):
        command = "command: [/bin/sh, -c, 'cat > told.json']\n" if place == 0 else ""
        (pipeline / f"queries/q{place}.yaml").write_text(
            f"query: has:sender\nwhy: {quoted(text)}\n{command}", encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    texts = attacks("http://letters.invalid/owned")
    manifest = (folder / "Output/archive/manifest.jsonl").read_text().splitlines()
    corrections(folder / "Pipeline", [json.loads(line)["id"] for line in manifest], texts)
    topics(folder / "Pipeline", texts)
    events(folder / "Pipeline", texts)
    queries(folder / "Pipeline", texts[:6])


main()
