#!/usr/bin/env python3
"""Makes the PDF fixtures in pdf/. Every sender, name and number in them is invented.

    python3 -m venv venv && venv/bin/pip install reportlab pypdf pillow && venv/bin/python make-fixtures.py

The files are committed; run this only to change them. Dates and ids are fixed, so a run gives the same bytes.
"""
import io
import os

from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

rl_config.invariant = 1
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pdf")
WIDTH, HEIGHT = 612, 792


class Sheet:
    """A page written from the top, in points."""

    def __init__(self, name, size=(WIDTH, HEIGHT)):
        self.height = size[1]
        self.canvas = canvas.Canvas(os.path.join(FOLDER, name), pagesize=size, pageCompression=1)

    def line(self, x, top, text, size=11, font="Times-Roman"):
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - top, text)

    def lines(self, x, top, texts, step=13, **type):
        for text in texts:
            self.line(x, top, text, **type)
            top += step
        return top

    def right(self, x, top, text, size=11, font="Times-Roman"):
        self.canvas.setFont(font, size)
        self.canvas.drawRightString(x, self.height - top, text)

    def next(self):
        self.canvas.showPage()

    def save(self):
        self.canvas.save()


def letter():
    """Two pages: letterhead, RE line, broken words, note marks, a footnote, signature, continuation head."""
    sheet = Sheet("letter.pdf")
    sheet.canvas.setTitle("Comments on the Lantern Rule")
    sheet.canvas.setAuthor("Alliance of Harbor Clinics")
    sheet.line(200, 60, "ALLIANCE OF HARBOR CLINICS", 16, "Times-Bold")
    sheet.line(214, 76, "14 Quay Street, Port Amber, ME 04999", 9)
    sheet.line(72, 120, "May 4, 2021")
    sheet.lines(72, 150, ["The Honorable Dana Whitlock", "Administrator", "Office of Coastal Health",
                          "900 Lantern Avenue", "Washington, DC 20099"])
    sheet.line(72, 235, "RE: ", font="Times-Bold")
    sheet.line(108, 235, "Lantern Rule; Request for Information [OCH-2021-0042]", font="Times-Bold")
    sheet.line(72, 262, "Dear Administrator Whitlock:")
    top = sheet.lines(72, 288, [
        "On behalf of our members we welcome the Lantern Rule and offer each recommen-",
        "dation below. The rule improves decision-making in clinics; decision-",
        "making by patients gains as well. Forty non-",
        "profit clinics and three university hospitals have joined this letter."])
    sheet.line(72, top, "Costs fell in every county that took part in the pilot.")
    x = 72 + sheet.canvas.stringWidth("Costs fell in every county that took part in the pilot.", "Times-Roman", 11)
    sheet.line(x, top - 4, "1", 7)
    sheet.line(x + 6, top, "We urge the Office to")
    sheet.line(72, top + 13, "publish the final results officially and without delay.")
    sheet.line(72, 700, "1", 6)
    sheet.line(76, 703, "Harbor Clinics, Pilot Report 2020, page 12.", 8)
    sheet.next()
    sheet.lines(72, 50, ["Administrator Dana Whitlock", "May 4, 2021", "Page 2"])
    sheet.lines(72, 120, ["We thank the Office for the opportunity to comment and remain at its disposal for any",
                          "question about this letter."])
    sheet.line(72, 165, "Sincerely,")
    sheet.lines(72, 215, ["Robin Halloran", "President"])
    sheet.lines(330, 215, ["Mika Sandoval, MD", "Medical Director"])
    sheet.line(72, 270, "cc: Office of the Ombudsman")
    sheet.save()


def testimony():
    """Four spaced-out pages with a foot that carries the date and counts the pages."""
    sheet = Sheet("testimony.pdf")
    words = ["Thank you for the invitation to testify about the lantern program and its results in the",
             "coastal counties. The program has lowered costs, and it has brought care to villages that",
             "had none before. The committee asked for figures, and this statement gives them below in",
             "the order of its questions, county by county and year by year, as far as they are known."]
    for page in range(1, 5):
        if page == 1:
            sheet.line(230, 80, "Testimony of Noor Castellan", font="Times-Bold")
        # No two pages begin alike, or their first line would be a running head.
        opening = ["Thank you for the invitation", "Thank you once more for the time", "Second, I wish to speak",
                   "In closing, let me return to what we said"][page - 1]
        sheet.lines(72, 130, [opening + words[0][28:]] + words[1:], step=27)
        sheet.lines(72, 252, ["The third question was about " + words[0][40:]] + words[1:], step=27)
        sheet.lines(72, 730, ["House Committee on Lanterns", "Hearing: June 9, 2016"], step=12, size=9)
        sheet.right(540, 742, f"Page {page}", 9)
        sheet.next()
    sheet.save()


def columns():
    """Two columns of prose, written row by row across the gutter, under a title that spans both."""
    sheet = Sheet("columns.pdf")
    sheet.line(180, 70, "Bulletin of the Lighthouse Council", 15, "Helvetica-Bold")
    left = [f"left column line {number} tells of harbors" for number in
            ["one", "two", "three", "four", "five", "six", "seven", "eight"]]
    right = [text.replace("left", "right").replace("harbors", "islands") for text in left]
    for row, (a, b) in enumerate(zip(left, right)):
        sheet.line(72, 110 + 13 * row, a)
        sheet.line(330, 110 + 13 * row, b)
    sheet.save()


def memorandum():
    """TO and FROM, a list whose bullets are set before its items, a table whose cells almost touch."""
    sheet = Sheet("memorandum.pdf")
    for row, label in enumerate(["TO:", "FROM:", "DATE:"]):
        sheet.line(72, 80 + 15 * row, label, font="Helvetica-Bold")
    for row, value in enumerate(["All Harbor Clinics", "Ines Okafor, Secretary", "March 3, 2019"]):
        sheet.line(150, 80 + 15 * row, value, font="Helvetica")
    for row in range(3):
        sheet.line(80, 160 + 16 * row, "\u2022", font="Helvetica")
    for row, item in enumerate(["Lamps are to be trimmed", "Logs are to be kept", "Boats are to be counted"]):
        sheet.line(100, 160 + 16 * row, item, font="Helvetica")
    for column, (x, cells) in enumerate([(72, ["County", "Amber", "Birch"]), (200, ["Clinics", "12", "7"]),
                                         (320, ["Patients", "4,000", "2,150"])]):
        for row, cell in enumerate(cells):
            sheet.line(x, 260 + 14 * row, cell, font="Helvetica")
    width = sheet.canvas.stringWidth("Scope", "Helvetica", 11)
    sheet.line(72, 330, "Scope", font="Helvetica")
    sheet.line(72 + width + 2.4, 330, "Lamps", font="Helvetica")
    sheet.save()


def pleading():
    """Court paper: every line is numbered at the left edge."""
    sheet = Sheet("pleading.pdf")
    for row in range(1, 26):
        sheet.right(60, 70 + 24 * row, str(row), 12)
        sheet.line(100, 70 + 24 * row, f"The council respectfully states in its paragraph of fact {chr(96 + row)} that", 12)
    sheet.save()


def templates():
    """Two letters of one template in a file: they share their sentences, and those are no running head."""
    sheet = Sheet("templates.pdf")
    for name in ["Chair Arlen Voss", "Chair Bettina Crane", "Chair Cyril Dunmore", "Chair Delia Ember"]:
        sheet.line(72, 60, f"Dear {name}:")
        sheet.lines(72, 86, [
            "These are the first two reports in a series about the lamps of the coast, which we sent to",
            f"your committee at the request of {name.split()[-1]} and of the members from the islands who asked",
            "for them in the spring. We are ready to brief your staff at any time that suits you."])
        sheet.next()
    sheet.save()


def form():
    """A filled-in field, a note in free text, a link, an attachment, XMP that says more than Info."""
    sheet = Sheet("form.raw.pdf")
    sheet.line(72, 100, "Name of organization:", font="Helvetica")
    sheet.canvas.acroForm.textfield(name="organization", value="Friends of the Amber Coast", x=200, y=HEIGHT - 106,
                                    width=240, height=16, fontSize=10, borderWidth=0)
    sheet.line(72, 140, "Our statement is posted on our site.", font="Helvetica")
    sheet.canvas.linkURL("https://coast.example/statement", (72, HEIGHT - 144, 250, HEIGHT - 130))
    sheet.canvas.freeTextAnnotation("Received after the closing date", DA="(/Helv 10 Tf 0 g)",
                                    Rect=(300, HEIGHT - 60, 500, HEIGHT - 40))
    sheet.save()
    raw = os.path.join(FOLDER, "form.raw.pdf")
    writer = PdfWriter(clone_from=PdfReader(raw))
    writer.add_attachment("appendix.csv", b"county,clinics\nAmber,12\n")
    writer.metadata = {"/Producer": "Fixture"}
    writer.xmp_metadata = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmp:CreateDate="2018-02-05T10:00:00Z"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Statement &amp; form'
        '</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>').encode()
    writer.write(os.path.join(FOLDER, "form.pdf"))
    os.remove(raw)


def scan():
    """Two pages: a picture of a short letter without a text layer, and one with a layer of nonsense."""
    picture = Image.new("L", (1275, 1650), 255)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(40)
    for row, text in enumerate(["COUNCIL OF LAMPLIGHTERS", "", "October 12, 2004", "", "Dear Secretary Bellweather:",
                                "", "We support the proposed rule.", "", "Sincerely,", "Juniper Ashdown"]):
        draw.text((150, 150 + 70 * row), text, font=font, fill=0)
    held = io.BytesIO()
    picture.convert("1").save(held, "PNG")
    sheet = Sheet("scan.pdf")
    for page in range(2):
        held.seek(0)
        sheet.canvas.drawImage(ImageReader(Image.open(io.BytesIO(held.getvalue()))), 0, 0, WIDTH, HEIGHT)
        if page == 1:
            sheet.canvas.setFillAlpha(0)
            sheet.lines(72, 80, ["Cqvncjl xf Lqmplqghtxrs jf thx cqqst", "Wx sxppqrt thx prqpqsxd rxlx zzkrtw",
                                 "Sjncxrxly qnd wjth thxnks bvgrtp mnbvcx", "Jxnjpxr Qshdqwn prxsjdxnt wrtqplk"])
        sheet.next()
    sheet.save()


def encrypted():
    writer = PdfWriter(clone_from=PdfReader(os.path.join(FOLDER, "columns.pdf")))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(os.path.join(FOLDER, "encrypted.pdf"))


if __name__ == "__main__":
    os.makedirs(FOLDER, exist_ok=True)
    for make in [letter, testimony, columns, memorandum, pleading, templates, form, scan, encrypted]:
        make()
