"""The parts of a letter as blocks, in the order in which they stand."""
from reportlab.lib.colors import HexColor
from reportlab.platypus import ListFlowable, Paragraph, Spacer, Table  # noqa: F401

from . import markup
from .filling import Break, Together, letters
from .signature import Signature

LETTER = ["date", "via", "address", "subject", "salutation", "body", "closing", "contact", "copied", "signon"]
ORDERS = {
    "letter": LETTER,
    "address-first": ["via", "address", "date", "subject", "salutation", "body", "closing", "contact", "copied", "signon"],
    "subject-late": ["date", "via", "address", "salutation", "subject", "body", "closing", "contact", "copied", "signon"],
    "memo": ["memo", "body", "contact"],
    "testimony": ["opening", "body"],
    "statement": ["opening", "date", "body", "contact"],
}


def of(letter, type_):
    found, ending = [], []
    for name in ORDERS[letter.style.get("order", "letter")]:
        made = globals()[name](letter, type_)
        if name in ("closing", "contact", "copied"):
            ending += made
        else:
            found += together(found, ending) + made
            ending = []
    return found + together(found, ending)


def together(before, ending):
    """No signature stands on a page without a line of the letter above it."""
    if not ending:
        return []
    last = [before.pop()] if before and isinstance(before[-1], Paragraph) else []
    return [Together(last + ending)]


def paragraph(text, style, bullet=None):
    made = Paragraph(
        markup.inline(
            text, lambda n: f"<super rise=4 size={style.fontSize - 3.5:.1f}>{n}</super>",
            lambda words, address: f'<link href="{address}" color="#1a4b8c">{words}</link>'),
        style, bulletText=bullet)
    made.marks = marks(text)
    return made


def marks(text):
    """Footnote numbers with how many letters stand before each."""
    found, rest, before = [], text, ""
    while "[^" in rest:
        head, tail = rest.split("[^", 1)
        number, rest = tail.split("]", 1)
        before += head
        found.append((int(number), letters(markup.plain(before))))
        before += number
    return found


def lined(lines, style):
    """Short lines under one another, as in an address."""
    return paragraph("\n".join(lines), style) if len(lines) == 1 else Paragraph(
        "<br/>".join(markup.inline(line, lambda n: "", lambda words, address: words) for line in lines), style)


def date(letter, type_):
    if letter.get("date") is None:
        return []
    style = type_.plain
    if letter.style.get("date_at"):
        style = style.clone("date", leftIndent=letter.style["date_at"])
    return [Paragraph(letter.printed_date, style), Spacer(1, type_.gap * 0.3)]


def via(letter, type_):
    return [paragraph(letter.get("via"), type_.plain)] if letter.get("via") else []


def address(letter, type_):
    made = [lined(entry["lines"], type_.plain) for entry in letter.get("to", []) if entry.get("lines")]
    if not letter.style.get("address_columns"):
        return made
    table = Table([made[place:place + 2] for place in range(0, len(made), 2)], hAlign="LEFT")
    table.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), type_.gap)])
    table.spaceAfter = 2
    return [table]


def subject(letter, type_):
    if not letter.get("subject"):
        return []
    label = letter.get("subject_label", "RE:")
    return [paragraph(f"{label}  {letter.get('subject')}", type_.subject)]


def salutation(letter, type_):
    return [paragraph(letter.get("salutation"), type_.plain)] if letter.get("salutation") else []


def opening(letter, type_):
    found = [lined(letter.get("opening"), type_.heading.clone("opening", alignment=1))] if letter.get("opening") else []
    return found + ([Spacer(1, type_.gap)] if found else [])


def memo(letter, type_):
    rows = [[Paragraph(label, type_.cell_head.clone("m", fontSize=type_.size)), lined(lines, type_.tight)]
            for label, lines in letter.get("memo")]
    table = Table(rows, colWidths=[64, None], hAlign="LEFT")
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("LINEBELOW", (0, -1), (-1, -1), 0.8, HexColor("#000000")), ("BOTTOMPADDING", (0, 0), (-1, -1), 5)])
    table.spaceAfter = type_.gap
    return [table]


def body(letter, type_):
    return [made for block in markup.blocks(letter.get("body")) for made in blocks(block, type_)]


def blocks(block, type_):
    if block.kind == "break":
        return [Break()]
    if block.kind in ("heading", "subheading"):
        made = paragraph(block.text, getattr(type_, block.kind))
        made.with_next = True
        return [made]
    if block.kind in ("bullets", "numbers"):
        made = [paragraph(item, type_.item, "•" if block.kind == "bullets" else f"{place}.")
                for place, item in enumerate(block.items, 1)]
        return made + [Spacer(1, 0 if type_.item.spaceAfter == 0 else type_.gap * 0.55)]
    if block.kind == "quote":
        return [paragraph(block.text, type_.quote)]
    if block.kind == "table":
        return [table(block.items, type_), Spacer(1, type_.gap)]
    return [paragraph(block.text, type_.body)]


def table(rows, type_):
    made = Table(
        [[paragraph(cell, type_.cell if place else type_.cell_head) for cell in row] for place, row in enumerate(rows)],
        repeatRows=1)
    made.setStyle([("LINEABOVE", (0, 0), (-1, 0), 0.8, HexColor("#000000")), ("LINEBELOW", (0, 0), (-1, 0), 0.5, HexColor("#000000")),
                   ("LINEBELOW", (0, -1), (-1, -1), 0.8, HexColor("#000000")), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                   ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)])
    return made


def closing(letter, type_):
    found = []
    indent = letter.style.get("closing_at", 0)
    style = type_.tight.clone("closing", leftIndent=indent)
    if letter.get("closing"):
        found.append(paragraph(letter.get("closing"), style))
    for person in letter.get("sign", []):
        if letter.style.get("signed", True):
            found.append(Signature(person["name"], indent))
        else:
            found.append(Spacer(1, 30))
        found.append(lined(signature_lines(person), style))
        found.append(Spacer(1, type_.gap))
    return found


def signature_lines(person):
    name = person["name"] + (f", {person['degrees']}" if person.get("degrees") else "")
    return [name] + [person[key] for key in ("title", "org") if person.get(key)]


def contact(letter, type_):
    return [paragraph(text, type_.plain) for text in ([letter.get("contact")] if letter.get("contact") else [])]


def copied(letter, type_):
    people = letter.get("cc", [])
    if not people:
        return []
    lines = [entry["printed"] for entry in people]
    return [lined([f"cc:  {lines[0]}"] + [f"       {line}" for line in lines[1:]], type_.plain)]


def signon(letter, type_):
    """The organisations that sign, down two columns."""
    names = letter.get("signon", [])
    if not names:
        return []
    half = (len(names) + 1) // 2
    rows = [[paragraph(names[place], type_.cell), paragraph(names[place + half], type_.cell) if place + half < len(names) else ""]
            for place in range(half)]
    made = Table(rows)
    made.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                   ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    head = paragraph(letter.get("signon_head"), type_.heading)
    return [Together([head, made])]
