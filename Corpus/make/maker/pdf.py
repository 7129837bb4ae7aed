"""A letter as a PDF: its parts set on pages, with letterhead, running heads and footnotes."""
import io

from reportlab.lib.pagesizes import letter as LETTER
from reportlab.pdfgen.canvas import Canvas

from . import letterheads, parts
from .filling import Column, Filling
from .type import Type


def render(letter):
    """The file's bytes and its number of pages. Set twice: the first time counts the pages."""
    _, count = set_once(letter, 0)
    return set_once(letter, count)


def set_once(letter, total):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=1, pageCompression=1)
    describe(canvas, letter)
    type_ = Type(letter.style)
    pages = Pages(canvas, letter, type_, total)
    if letter.get("cover"):
        letterheads.cover(canvas, letter, type_)
        pages.finish()
    Filling(canvas, pages, type_, letter.get("notes", {})).fill(parts.of(letter, type_))
    pages.finish()
    canvas.save()
    return buffer.getvalue(), pages.number


def describe(canvas, letter):
    """What PDF says of itself. Some offices fill it in, some leave what the word processor wrote."""
    canvas.setTitle(letter.get("pdf_title", letter.get("title") or "Letter"))
    canvas.setAuthor(letter.sender["name"])
    canvas.setSubject("Sample written for Letterbook; the sender is invented")
    canvas.setKeywords("sample, letterbook")
    canvas.setCreator(letter.get("creator", "Corpus/make/make-samples"))


class Pages:
    """Begins pages on demand and knows where text may stand on each."""

    def __init__(self, canvas, letter, type_, total):
        self.canvas, self.letter, self.type, self.total = canvas, letter, type_, total
        self.number = 0
        self.open = False
        self.first = True

    def finish(self):
        self.number += 1
        self.canvas.showPage()
        self.open = False

    def columns(self):
        """The next page's columns; the furniture of the page is drawn first."""
        if self.open:
            self.finish()
        self.open = True
        style, canvas = self.letter.style, self.canvas
        width, height = LETTER
        left, right = style.get("margins", [72, 72])
        top, bottom = height - 72, style.get("bottom", 66)
        number = self.number + 1
        if self.first:
            top, left = letterheads.draw(canvas, self.letter, self.type, left)
            if self.letter.get("cover") is None:
                letterheads.sample_mark(canvas, self.letter)
        else:
            top = letterheads.running_head(canvas, self.letter, self.type, number, self.total, left, right)
        letterheads.foot(canvas, self.letter, self.type, number, self.total)
        self.first = False
        text_width = width - left - right
        if style.get("columns") == 2:
            gutter = 22
            each = (text_width - gutter) / 2
            return [Column(left, top, each, bottom), Column(left + each + gutter, top, each, bottom)]
        if style.get("line_numbers"):
            top = letterheads.line_numbers(canvas, self.type, left, top, bottom)
        return [Column(left, top, text_width, bottom)]
