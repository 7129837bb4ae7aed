"""poison.py OUTPUT [URL]: makes the records of a throw-away output hostile, and its manifest true again.

Every record gets another attack in its title, subject, sender, signatories, addressees, asks, events and quotations.
Run `letterbook index` afterwards. URL is where a page that lets script or requests out would call."""
import hashlib
import json
import pathlib
import sys


def attacks(url):
    return [
        f"<script>document.title='owned';fetch('{url}')</script>",
        f"<img src='{url}' onerror=\"document.title='owned'\"><svg onload=alert(1)>",
        f"</script></title></text></svg><style>@import '{url}'</style>",
        "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b1m\x08\x08",
        "\u202egnp.exe\u202c \u2066left\u2069 \u200bzero\u200d \ufeffmark",
        f'=HYPERLINK("{url}","click")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1+9)",
        "first\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:owned",
        'a,"b";c\r\n"=1+1",d\te',
        f"| cell | **bold** [x](javascript:alert(1)) ![i]({url}) `code` # h <br>",
        "<entry><title>owned</title></entry> ]]> <![CDATA[ x &amp; &lt; &#60;",
        "TY  - BOOK\r\nTI  - owned\r\nER  - \r\n",
        "}, author = {owned}}\n@book{owned, title = {x",
        "\u2028separator\u2029 next\u0085line \u00a0blank",
        "-- --> <!-- - --->",
        "\\end{document} $x^2$ 100% #1 ~tilde {brace} a_b & c",
        '"}],"title":"owned","x":[{"y":"',
        "\t=1+1",
    ]


def poison(letter, text):
    def put(value):
        value["evidence"]["quote"] = text

    letter["title"] = text
    letter["subject"] = {"value": text, "evidence": letter["kindEvidence"]}
    letter["document"]["title"] = text
    for name, key in [("sender", "organization"), ("subject", "value")]:
        if name in letter:
            letter[name][key] = text
            put(letter[name])
    for list_name, keys in [
        ("signatories", ["name", "title"]), ("addressees", ["name", "title"]), ("asks", ["text"]),
        ("events", ["text"]), ("identifiers", ["printed"]), ("agencies", []),
    ]:
        for value in letter.get(list_name, []):
            for key in keys:
                value[key] = text
            put(value)
    letter["events"] = letter["events"] or [
        {"date": "2020-06-01", "kind": "commentCloses", "text": text, "evidence": dict(letter["kindEvidence"])}
    ]
    for page in letter["pages"]:
        page["text"] += "\n" + text
    letter["custody"] = [{"source": "test", "url": "https://example.org/" + text}]


def main():
    archive = pathlib.Path(sys.argv[1]) / "archive"
    texts = attacks(sys.argv[2] if len(sys.argv) > 2 else "http://letters.invalid/owned")
    lines = []
    for place, line in enumerate((archive / "manifest.jsonl").read_text().splitlines()):
        entry = json.loads(line)
        file = archive / entry["path"]
        letter = json.loads(file.read_text())
        poison(letter, texts[place % len(texts)])
        data = json.dumps(letter, ensure_ascii=False, sort_keys=True, indent=2).encode() + b"\n"
        file.write_bytes(data)
        entry["recordSha256"] = hashlib.sha256(data).hexdigest()
        lines.append(json.dumps(entry, separators=(",", ":"), sort_keys=True))
    (archive / "manifest.jsonl").write_text("".join(line + "\n" for line in lines))


main()
