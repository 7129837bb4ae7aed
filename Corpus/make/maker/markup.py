"""The few marks that the letters' bodies are written in, read into blocks.

A blank line divides blocks. `## ` and `### ` head a section, `- ` and `1. ` begin list items, `> ` quotes,
`|` rows make a table, `===` breaks the page or column. Inside a block: **bold**, *italic*, [text](address)
and [^1] for a footnote.
"""
import html
import re
from dataclasses import dataclass, field


@dataclass
class Block:
    kind: str                      # paragraph, heading, subheading, bullets, numbers, quote, table, break
    text: str = ""
    items: list = field(default_factory=list)


def blocks(source):
    found = []
    for chunk in re.split(r"\n\s*\n", source.strip()):
        found.append(block(chunk.strip("\n")))
    return found


def block(chunk):
    lines = chunk.split("\n")
    first = lines[0]
    if first == "===":
        return Block("break")
    if first.startswith("### "):
        return Block("subheading", joined(lines)[4:])
    if first.startswith("## "):
        return Block("heading", joined(lines)[3:])
    if first.startswith("- "):
        return Block("bullets", items=items(lines, r"- "))
    if re.match(r"1\. ", first):
        return Block("numbers", items=items(lines, r"\d+\. "))
    if first.startswith("> "):
        return Block("quote", joined([line.removeprefix("> ") for line in lines]))
    if first.startswith("|"):
        return Block("table", items=[[cell.strip() for cell in line.strip("|").split("|")] for line in lines])
    return Block("paragraph", joined(lines))


def joined(lines):
    return " ".join(line.strip() for line in lines)


def items(lines, mark):
    """List items; a line that does not begin with the mark continues the item before it."""
    found = []
    for line in lines:
        match = re.match(mark, line)
        if match:
            found.append(line[match.end():])
        else:
            found[-1] += " " + line.strip()
    return found


def typeset(text):
    """Straight quotes made curly, the way a word processor leaves them."""
    text = re.sub(r'(^|[\s(\[—/*])"', r"\1“", text)
    text = text.replace('"', "”")
    text = re.sub(r"(^|[\s(\[—“*])'", r"\1‘", text)
    return text.replace("'", "’")


def inline(text, note, link, curly=True):
    """HTML-like markup for one block; `note(number)` and `link(text, address)` give the marks their form."""
    text = html.escape(typeset(text) if curly else text, quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"(?<!\*)\*([^*\s](?:[^*]*[^*\s])?)\*(?!\*)", r"<i>\1</i>", text)
    text = re.sub(r"\[\^(\d+)\]", lambda match: note(match.group(1)), text)
    return re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", lambda match: link(match.group(1), match.group(2)), text)


def notes_in(text):
    return [int(number) for number in re.findall(r"\[\^(\d+)\]", text)]


def plain(text):
    """The words alone, for titles and labels."""
    return re.sub(r"<[^>]+>", "", inline(text, lambda number: "", lambda words, address: words)).replace("&amp;", "&")
