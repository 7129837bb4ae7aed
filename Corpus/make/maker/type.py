"""Fonts and paragraph styles of one letter."""
from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

# Family: regular, bold, italic, bold italic. Vera comes with reportlab and is embedded.
FAMILIES = {
    "times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "courier": ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
    "vera": ("Vera", "VeraBd", "VeraIt", "VeraBI"),
}
for _name in FAMILIES["vera"]:
    pdfmetrics.registerFont(TTFont(_name, f"{_name}.ttf"))
for _place, _name in enumerate(FAMILIES["vera"]):
    addMapping("Vera", _place & 1, _place >> 1, _name)


class Type:
    def __init__(self, style):
        self.regular, self.bold, self.italic, self.bold_italic = FAMILIES[style.get("font", "times")]
        self.head_font = FAMILIES[style.get("head_font", style.get("font", "times"))]
        self.size = style.get("size", 11)
        self.leading = style.get("leading", round(self.size * 1.24, 1))
        self.colour = HexColor(style.get("colour", "#1f3a5f"))
        narrow = style.get("columns") == 2
        grid = style.get("line_numbers")
        gap = self.leading if grid else style.get("gap", round(self.size * 0.8, 1))
        align = TA_JUSTIFY if style.get("align") == "justify" else TA_LEFT
        first = style.get("indent", 0)
        self.gap = gap
        base = dict(fontName=self.regular, fontSize=self.size, leading=self.leading, textColor=black)
        self.plain = ParagraphStyle("plain", **base, spaceAfter=gap)
        self.tight = ParagraphStyle("tight", **base)
        self.body = ParagraphStyle(
            "body", **base, alignment=align, spaceAfter=0 if grid else gap, firstLineIndent=36 if grid else first,
            allowWidows=0, allowOrphans=0)
        self.heading = ParagraphStyle(
            "heading", parent=self.plain, fontName=self.bold, spaceBefore=0 if grid else gap * 0.4,
            spaceAfter=0 if grid else gap * 0.55,
            textColor=self.colour if style.get("colour_headings") else black)
        self.subheading = ParagraphStyle("subheading", parent=self.heading, fontName=self.bold_italic, textColor=black)
        self.item = ParagraphStyle(
            "item", parent=self.body, leftIndent=18 if narrow else 30, bulletIndent=5 if narrow else 16, firstLineIndent=0,
            spaceAfter=0 if grid else gap * 0.45)
        self.quote = ParagraphStyle("quote", parent=self.body, leftIndent=30, rightIndent=30, firstLineIndent=0)
        self.subject = ParagraphStyle("subject", parent=self.plain, fontName=self.bold, leftIndent=36, firstLineIndent=-36)
        self.note = ParagraphStyle(
            "note", fontName=self.regular, fontSize=max(7.5, self.size - 2.5), leading=max(9, self.size - 1), textColor=black)
        self.cell = ParagraphStyle("cell", parent=self.tight, fontSize=self.size - 1.5, leading=self.leading - 1.5)
        self.cell_head = ParagraphStyle("cell_head", parent=self.cell, fontName=self.bold)
