"""What the scripts share: the records that an export was made of, and text as exports show it."""
import json
import pathlib
import sys
import unicodedata

HIDDEN = [
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x061C, 0x061C), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE0FFF), (0xFFFE, 0xFFFF),
]
BLANK = set("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}


def clean(text):
    """One line without controls, reversals and hidden marks: what every export but JSON shows of a text."""
    spaced = "".join(" " if c in BLANK else c for c in text)
    kept = "".join(c for c in spaced if not any(a <= ord(c) <= b for a, b in HIDDEN))
    return " ".join(kept.split(" ")).strip() if "  " not in kept else " ".join(kept.split())


def folder():
    return pathlib.Path(sys.argv[1])


def records(place):
    with open(place / "letters.jsonl", encoding="utf-8") as lines:
        return {letter["id"]: letter for letter in map(json.loads, lines)}


def titles(place):
    return {id: clean(letter["title"]) for id, letter in records(place).items()}


def senders(place):
    return {
        id: clean(letter["sender"]["organization"]) if "sender" in letter else None
        for id, letter in records(place).items()
    }


def without_controls(text, allowed="\n"):
    found = {c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c not in allowed}
    assert not found, f"control characters {found!r}"


def same(found, expected, what):
    assert found == expected, "%s differs:\n  found    %r\n  expected %r" % (
        what, *next(((f, e) for f, e in zip(pairs(found), pairs(expected)) if f != e), (found, expected)))


def pairs(value):
    return sorted(value.items()) if isinstance(value, dict) else value
