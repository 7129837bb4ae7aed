"""A letter as HTML: the page of a site, a bare old page, or a page that is no letter."""
import html
import pathlib
import string

from . import markup

TEMPLATES = pathlib.Path(__file__).resolve().parent.parent / "templates"


def render(letter):
    template = string.Template((TEMPLATES / f"{letter.style.get('template', 'site')}.html").read_text())
    values = {
        "title": html.escape(letter.get("title"), quote=False),
        "sender": html.escape(letter.sender["name"], quote=False),
        "short": html.escape(letter.sender.get("short", letter.sender["name"]), quote=False),
        "colour": letter.style.get("colour", "#1f3a5f"),
        "description": html.escape(letter.get("description", ""), quote=True),
        "posted": letter.get("posted", ""),
        "letter": "\n".join(content(letter)),
        "address": html.escape(", ".join(letter.sender["address"]), quote=False),
        "phone": letter.sender["phone"],
        "web": letter.sender["web"],
        "year": str(letter.get("year", letter.get("date").year if letter.get("date") else 2021)),
    }
    return template.substitute(values).encode()


def content(letter):
    order = letter.style.get("html_order", ["date", "via", "to", "subject", "salutation", "body", "sign", "cc", "signon", "notes"])
    return [line for name in order for line in PARTS[name](letter)]


def inline(text):
    return markup.inline(
        text, lambda n: f'<sup><a href="#note{n}">{n}</a></sup>', lambda words, address: f'<a href="{address}">{words}</a>')


def date(letter):
    return [f"<p>{letter.printed_date}</p>"] if letter.get("date") else []


def via(letter):
    return [f"<p><em>{inline(letter.get('via'))}</em></p>"] if letter.get("via") else []


def to(letter):
    """The inside address: line breaks in one paragraph."""
    return ["<p>" + "<br>\n".join(inline(line) for line in entry["lines"]) + "</p>"
            for entry in letter.get("to", []) if entry.get("lines")]


def subject(letter):
    label = letter.get("subject_label", "RE:")
    return [f"<p><strong>{label} {inline(letter.get('subject'))}</strong></p>"] if letter.get("subject") else []


def salutation(letter):
    return [f"<p>{inline(letter.get('salutation'))}</p>"] if letter.get("salutation") else []


def body(letter):
    return [line for block in markup.blocks(letter.get("body")) for line in block_lines(block)]


def block_lines(block):
    if block.kind in ("heading", "subheading"):
        level = "h2" if block.kind == "heading" else "h3"
        return [f"<{level}>{inline(block.text)}</{level}>"]
    if block.kind in ("bullets", "numbers"):
        tag = "ul" if block.kind == "bullets" else "ol"
        return [f"<{tag}>"] + [f"<li>{inline(item)}</li>" for item in block.items] + [f"</{tag}>"]
    if block.kind == "quote":
        return [f"<blockquote><p>{inline(block.text)}</p></blockquote>"]
    if block.kind == "table":
        rows = ["<tr>" + "".join(f"<{'td' if place else 'th'}>{inline(cell)}</{'td' if place else 'th'}>" for cell in row) + "</tr>"
                for place, row in enumerate(block.items)]
        return ["<table>"] + rows + ["</table>"]
    return [f"<p>{inline(block.text)}</p>"]


def sign(letter):
    found = [f"<p>{letter.get('closing')}</p>"] if letter.get("closing") else []
    for person in letter.get("sign", []):
        name = person["name"] + (f", {person['degrees']}" if person.get("degrees") else "")
        lines = [name] + [person[key] for key in ("title", "org") if person.get(key)]
        found.append("<p>" + "<br>\n".join(inline(line) for line in lines) + "</p>")
    return found + ([f"<p>{inline(letter.get('contact'))}</p>"] if letter.get("contact") else [])


def cc(letter):
    people = [entry["printed"] for entry in letter.get("cc", [])]
    return ["<p>cc: " + "<br>\n".join(inline(line) for line in people) + "</p>"] if people else []


def signon(letter):
    names = letter.get("signon", [])
    if not names:
        return []
    return [f"<h2>{inline(letter.get('signon_head'))}</h2>", "<ul>"] + [f"<li>{inline(name)}</li>" for name in names] + ["</ul>"]


def notes(letter):
    found = letter.get("notes", {})
    if not found:
        return []
    return ['<hr>', '<ol class="notes">'] + [f'<li id="note{n}">{inline(text)}</li>' for n, text in sorted(found.items())] + ["</ol>"]


PARTS = {"date": date, "via": via, "to": to, "subject": subject, "salutation": salutation, "body": body, "sign": sign,
         "cc": cc, "signon": signon, "notes": notes}
