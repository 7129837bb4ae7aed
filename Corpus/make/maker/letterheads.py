"""What stands on a page beside the letter: letterhead, running head, foot, line numbers, cover."""
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import letter as LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth

WIDTH, HEIGHT = LETTER
GREY = HexColor("#555555")


def draw(canvas, letter, type_, left):
    """The first page's head. Returns where the text may begin: top and left."""
    form = letter.style.get("head", "centred")
    return FORMS[form](canvas, letter, type_, left)


def put(canvas, font, size, x, y, text, align="left", colour=black, spacing=0):
    canvas.setFillColor(colour)
    width = stringWidth(text, font, size) + spacing * max(0, len(text) - 1)
    x -= {"left": 0, "centre": width / 2, "right": width}[align]
    line = canvas.beginText(x, y)
    line.setFont(font, size)
    line.setCharSpace(spacing)
    line.textOut(text)
    line.setCharSpace(0)
    canvas.drawText(line)
    canvas.setFillColor(black)


def rule(canvas, y, x0, x1, weight, colour):
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(x0, y, x1, y)
    canvas.setStrokeColor(black)


def centred(canvas, letter, type_, left):
    regular, bold = type_.head_font[0], type_.head_font[1]
    sender = letter.sender
    put(canvas, bold, 17, WIDTH / 2, HEIGHT - 62, sender["name"], "centre", type_.colour, 0.4)
    if sender.get("line"):
        put(canvas, type_.head_font[2], 9.5, WIDTH / 2, HEIGHT - 77, sender["line"], "centre", GREY)
    rule(canvas, HEIGHT - 86, left, WIDTH - left, 0.8, type_.colour)
    rule(canvas, HEIGHT - 88.5, left, WIDTH - left, 0.3, type_.colour)
    put(canvas, regular, 8, WIDTH / 2, HEIGHT - 99, "  •  ".join(sender["address"] + [sender["phone"]]), "centre", GREY)
    return HEIGHT - 128, left


def left(canvas, letter, type_, margin):
    """Name on the left in two or more lines, address stacked on the right."""
    regular, bold = type_.head_font[0], type_.head_font[1]
    sender = letter.sender
    canvas.setFillColor(type_.colour)
    lines = sender.get("stacked", [sender["name"]])
    canvas.rect(margin, HEIGHT - 54 - 19 * len(lines) + 8, 4, 19 * len(lines), stroke=0, fill=1)
    for place, line in enumerate(lines):
        put(canvas, bold, 15, margin + 13, HEIGHT - 60 - 19 * place, line, "left", type_.colour)
    for place, line in enumerate(sender["address"] + [sender["phone"], sender["web"]]):
        put(canvas, regular, 8, WIDTH - margin, HEIGHT - 55 - 10.5 * place, line, "right", GREY)
    return HEIGHT - 134, margin


def right(canvas, letter, type_, margin):
    regular, bold = type_.head_font[0], type_.head_font[1]
    sender = letter.sender
    for place, line in enumerate(sender.get("stacked", [sender["name"]])):
        put(canvas, bold, 14, WIDTH - margin, HEIGHT - 58 - 17 * place, line, "right", type_.colour)
    y = HEIGHT - 62 - 17 * len(sender.get("stacked", [sender["name"]]))
    for place, line in enumerate([sender.get("office", "")] + sender["address"] + [sender["phone"]]):
        put(canvas, type_.head_font[2] if place == 0 else regular, 8.5, WIDTH - margin, y - 11 * place, line, "right", GREY)
    return y - 72, margin


def band(canvas, letter, type_, margin):
    """White on a coloured band; the address stands at the foot of the page."""
    regular, bold = type_.head_font[0], type_.head_font[1]
    sender = letter.sender
    canvas.setFillColor(type_.colour)
    canvas.rect(0, HEIGHT - 62, WIDTH, 62, stroke=0, fill=1)
    put(canvas, bold, 18, margin, HEIGHT - 38, sender["name"], "left", white)
    put(canvas, regular, 9, margin, HEIGHT - 52, sender.get("line", ""), "left", white)
    put(canvas, regular, 7.5, WIDTH / 2, 40, "  |  ".join(sender["address"] + [sender["phone"], sender["web"]]), "centre", GREY)
    return HEIGHT - 100, margin


def sidebar(canvas, letter, type_, margin):
    """Officers down the left side of the first page, as older offices print them."""
    regular, bold, italic = type_.head_font[:3]
    sender = letter.sender
    put(canvas, bold, 19, WIDTH / 2, HEIGHT - 60, sender["name"], "centre", type_.colour)
    put(canvas, regular, 8.5, WIDTH / 2, HEIGHT - 74, ", ".join(sender["address"]) + "   " + sender["phone"], "centre", GREY)
    rule(canvas, HEIGHT - 84, 40, WIDTH - 40, 0.6, type_.colour)
    y = HEIGHT - 112
    for entry in sender["officers"]:
        if entry[1]:
            put(canvas, bold, 7, 40, y, entry[0], "left", type_.colour)
            put(canvas, italic, 7, 40, y - 9, entry[1], "left", GREY)
            y -= 25
        else:
            put(canvas, bold, 7.5, 40, y, entry[0].upper(), "left", GREY)
            y -= 17
    canvas.setStrokeColor(type_.colour)
    canvas.setLineWidth(0.4)
    canvas.line(150, HEIGHT - 100, 150, 80)
    return HEIGHT - 116, 164


def agency(canvas, letter, type_, margin):
    """The plain head of a federal office: department on the left, office and place on the right."""
    regular, bold = type_.head_font[0], type_.head_font[1]
    sender = letter.sender
    put(canvas, bold, 9.5, margin, HEIGHT - 60, sender["department"], "left", type_.colour, 0.3)
    for place, line in enumerate([sender["office"]] + sender["address"]):
        put(canvas, regular, 8.5, WIDTH - margin, HEIGHT - 60 - 11 * place, line, "right", type_.colour)
    rule(canvas, HEIGHT - 66, margin, margin + 250, 0.6, type_.colour)
    return HEIGHT - 140, margin


def bare(canvas, letter, type_, margin):
    return HEIGHT - 72, margin


FORMS = {"centred": centred, "left": left, "right": right, "band": band, "sidebar": sidebar, "agency": agency, "bare": bare}


def running_head(canvas, letter, type_, number, total, left_margin, right_margin):
    """Who is written to, when, and the page: stacked on the left, in one line, or nothing."""
    form = letter.style.get("running", "stacked")
    words = letter.get("running_to") or letter.get("title") or ""
    if form == "stacked":
        for place, line in enumerate([words, letter.printed_date, f"Page {number}"]):
            put(canvas, type_.regular, type_.size - 1, left_margin, HEIGHT - 48 - (type_.size + 1.5) * place, line)
        return HEIGHT - 48 - (type_.size + 1.5) * 2 - 26
    if form == "line":
        put(canvas, type_.italic, 9, left_margin, HEIGHT - 46, words, "left", GREY)
        put(canvas, type_.italic, 9, WIDTH - right_margin, HEIGHT - 46, f"Page {number} of {total}", "right", GREY)
        rule(canvas, HEIGHT - 51, left_margin, WIDTH - right_margin, 0.3, GREY)
    return HEIGHT - 72


def foot(canvas, letter, type_, number, total):
    form = letter.style.get("foot")
    if form == "number" and number > 1:
        put(canvas, type_.regular, 9.5, WIDTH / 2, 40, str(number), "centre")
    elif form == "dashes":
        put(canvas, type_.regular, 9.5, WIDTH / 2, 40, f"– {number} –", "centre")
    elif form == "of":
        put(canvas, type_.regular, 8, WIDTH / 2, 40, f"{number} of {total}", "centre", GREY)


def sample_mark(canvas, letter):
    words = letter.sender.get("sample", "Sample letter written for Letterbook. The sender is invented.")
    put(canvas, "Helvetica", 7, WIDTH / 2, 22, words, "centre", HexColor("#888888"))


def line_numbers(canvas, type_, left_margin, top, bottom):
    """Numbers 1, 2, 3 … beside the lines of a transcript; the text keeps to the same grid."""
    count = int((top - bottom) / type_.leading)
    for place in range(count):
        y = top - type_.leading * place - type_.size
        put(canvas, type_.regular, 8.5, left_margin - 18, y, str(place + 1), "right", GREY)
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.4)
    canvas.line(left_margin - 10, top, left_margin - 10, bottom)
    return top


def cover(canvas, letter, type_):
    """A title page: each line with its weight, size and the space above it."""
    y = HEIGHT - 150
    for line in letter.get("cover"):
        font = {"bold": type_.bold, "italic": type_.italic}.get(line.get("as"), type_.regular)
        size = line.get("size", 13)
        y -= line.get("above", 0) + size * 1.35
        put(canvas, font, size, WIDTH / 2, y, line["text"], "centre", type_.colour if line.get("colour") else black)
    rule(canvas, HEIGHT - 120, 130, WIDTH - 130, 1.2, type_.colour)
    rule(canvas, 120, 130, WIDTH - 130, 1.2, type_.colour)
    sample_mark(canvas, letter)
