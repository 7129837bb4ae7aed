"""Fills columns with blocks from top to bottom, keeps footnotes on the page of their mark."""
from dataclasses import dataclass

from reportlab.platypus import Paragraph

from . import markup


@dataclass
class Column:
    x: float
    top: float
    width: float
    bottom: float


class Break:
    """A new page or column."""


class Together:
    """Blocks that stand on one page: a closing with its signature."""

    def __init__(self, members):
        self.members = members


class Filling:
    def __init__(self, canvas, pages, type_, notes):
        self.canvas, self.pages, self.type = canvas, pages, type_
        self.notes = {int(number): text for number, text in (notes or {}).items()}
        self.waiting = []
        self.next_column()

    def next_column(self):
        if not self.waiting:
            self.waiting = self.pages.columns()
        self.column = self.waiting.pop(0)
        self.y = self.column.top
        self.at_top = True
        self.placed = []
        self.note_height = 0

    def fill(self, blocks):
        queue = list(blocks)
        while queue:
            block = queue.pop(0)
            if isinstance(block, Break):
                self.close_column()
                self.next_column()
            elif isinstance(block, Together):
                if not self.fits(block.members):
                    self.close_column()
                    self.next_column()
                queue = block.members + queue
            else:
                self.place(block, queue)
        self.close_column()

    def fits(self, members):
        return self.y - sum(self.height(member) for member in members) >= self.column.bottom + self.note_height

    def height(self, block):
        before = 0 if self.at_top else block.getSpaceBefore()
        return before + block.wrap(self.column.width, 10_000)[1] + block.getSpaceAfter()

    def place(self, block, queue):
        before = 0 if self.at_top else block.getSpaceBefore()
        height = block.wrap(self.column.width, 10_000)[1]
        marks = getattr(block, "marks", [])
        extra = self.needed(marks)
        follower = 40 if getattr(block, "with_next", False) else 0
        room = self.y - before - self.column.bottom - self.note_height
        if height + extra + follower <= room + 0.01:
            self.draw(block, before, height, marks)
            return
        pieces = [] if follower else block.split(self.column.width, room - extra)
        if len(pieces) == 2:
            first, second = self.shared(block, pieces)
            self.draw(first, before, first.wrap(self.column.width, 10_000)[1], first.marks)
            queue.insert(0, second)
        else:
            assert not self.at_top, "a block is taller than its page"
            queue.insert(0, block)
        self.close_column()
        self.next_column()

    def shared(self, block, pieces):
        """A split paragraph's footnote marks go with the piece that holds them."""
        first, second = pieces
        reach = letters(first.getPlainText()) if isinstance(first, Paragraph) else 0
        marks = getattr(block, "marks", [])
        first.marks = [mark for mark in marks if mark[1] <= reach]
        second.marks = [(number, place - reach) for number, place in marks if place > reach]
        return first, second

    def draw(self, block, before, height, marks):
        self.y -= before + height
        block.drawOn(self.canvas, self.column.x, self.y)
        self.y -= block.getSpaceAfter()
        self.at_top = False
        self.note_height += self.needed(marks)
        self.placed += [number for number, _ in marks]

    def needed(self, marks):
        if not marks:
            return 0
        return sum(self.note(number).wrap(self.column.width, 1_000)[1] + 2 for number, _ in marks) + (
            0 if self.placed else 9)

    def note(self, number):
        text = markup.inline(self.notes[number], lambda n: n, lambda words, address: words)
        return Paragraph(f"<super rise=3 size=6>{number}</super> {text}", self.type.note)

    def close_column(self):
        """Footnotes at the foot of the column, under a short rule."""
        if not self.placed:
            return
        y = self.column.bottom + self.note_height - 5
        self.canvas.setLineWidth(0.4)
        self.canvas.setStrokeColorRGB(0, 0, 0)
        self.canvas.line(self.column.x, y, self.column.x + min(120, self.column.width / 2), y)
        y -= 4
        for number in self.placed:
            note = self.note(number)
            height = note.wrap(self.column.width, 1_000)[1]
            note.drawOn(self.canvas, self.column.x, y - height)
            y -= height + 2
        self.placed = []


def letters(text):
    """Characters that no line break can change."""
    return len("".join(text.split()))
