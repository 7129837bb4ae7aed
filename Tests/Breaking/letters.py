"""Small letters by invented senders: HTML, PDF and mail, the same bytes for the same number and version.

What makes a night do all that it can do is among them: copies of the same bytes, form letters of one campaign, a
comment with a file attached, a damaged original, a file that is no letter."""
import random
from email.message import EmailMessage
from email.policy import SMTP

SENDERS = [
    "Riverbend Alliance of Teaching Clinics", "Cumber Plateau Medical College", "Delta Crescent Hospitals",
    "Prairie State School of Nursing", "Lakemont University Hospitals", "Tallgrass Midwives Association",
]
AGENCIES = [
    ("Seema Verma", "Administrator", "Centers for Medicare &amp; Medicaid Services", "CMS-1752-P"),
    ("Christopher P. Austin", "Director", "National Center for Advancing Translational Sciences", "NOT-TR-21-030"),
    ("Robert R. Redfield", "Director", "Centers for Disease Control and Prevention", "CDC-2020-0087"),
]
THEMES = [
    "maternal mortality and postpartum care in rural hospitals. We urge CMS to extend postpartum coverage to twelve "
    "months. Obstetric units close every year",
    "the Clinical and Translational Science Awards (CTSA) Program. We recommend that NCATS keep the hub awards at "
    "their level. CTSA hubs train the next generation of translational scientists",
    "equitable allocation of COVID-19 vaccine to communities of color. We ask CDC to publish COVID-19 data by race "
    "and ethnicity, as health disparities cannot be mended unseen",
]
WORDS = (
    "clinic county faculty grant hospital nurse outcome patient payment physician program quarter report research "
    "resident rural rule staff statute study teaching training travel urban visit ward waiver winter workforce"
).split()


def sentences(number, version):
    """Some that no other letter has, or letters would all be variants of one another."""
    chosen = random.Random(f"{number} {version}")
    lines = [" ".join(chosen.choice(WORDS) for _ in range(chosen.randint(8, 16))) for _ in range(12)]
    return " ".join(line.capitalize() + "." for line in lines)


def paragraphs(number, version):
    sender = SENDERS[number % len(SENDERS)]
    name, title, agency, identifier = AGENCIES[number % len(AGENCIES)]
    theme = THEMES[number % len(THEMES)]
    if number % 10 == 7:  # a campaign: the same words from many
        own = "I am one of your constituents and I sign this letter with many others."
        theme = THEMES[0]
    else:
        own = f"This is letter {number}, version {version}. {sentences(number, version)}"
    return [
        [sender, "12 Mill Lane", "Springfield, VA 22150"],
        [f"March {1 + number % 28}, {2018 + number % 5}"],
        [name, title, agency, "7500 Security Boulevard", "Baltimore, MD 21244"],
        [f"Re: {identifier}, comments of part {number}" + (f", amended {version}" if version else "")],
        [f"Dear {title} {name.split()[-1]}:"],
        [f"We write about {theme}. {own} The comment period closes on April {1 + number % 28}, {2018 + number % 5}."],
        ["Sincerely,"],
        [f"Jane {chr(65 + number % 26)}. Sample", "President", sender],
    ]


def html(number, version=0):
    body = "".join(f"<p>{'<br>'.join(lines)}</p>\n" for lines in paragraphs(number, version))
    title = f"Comments {number}"
    return f"<!DOCTYPE html>\n<html lang=en><head><title>{title}</title></head><body>\n{body}</body></html>\n".encode()


def plain(number, version=0):
    return "\n\n".join("\n".join(lines) for lines in paragraphs(number, version)).replace("&amp;", "&") + "\n"


def pdf(number, version=0):
    """A page with a text layer, its cross-reference table in order."""
    commands, height = [], 740
    for line in plain(number, version).splitlines():
        for start in range(0, max(len(line), 1), 90):
            text = line[start:start + 90].replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            commands.append(f"BT /F1 10 Tf 72 {height} Td ({text}) Tj ET")
            height -= 14
    content = "\n".join(commands).encode()
    return pdf_file([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    ])


def pdf_file(objects):
    """A PDF of objects 1, 2, …; the first is its catalog."""
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def mail(number, version=0):
    """A message whose attachment is a letter of its own."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{SENDERS[number % len(SENDERS)]} <office{number}@example.org>"
    message["To"] = "comments@example.gov"
    message["Date"] = f"Mon, {1 + number % 28:02} Mar 2021 09:00:00 +0000"
    message["Subject"] = f"Comments of part {number}"
    message["Message-ID"] = f"<{number}.{version}@example.org>"
    message.set_content(plain(number, version))
    if number % 3 == 0:
        message.add_attachment(
            pdf(number + 5_000, version), maintype="application", subtype="pdf", filename=f"enclosure-{number}.pdf")
        message.set_boundary(f"part-{number}-{version}")
    return message.as_bytes()


def letter(number, version=0):
    """The path of a letter and its bytes."""
    folder = f"{2018 + number % 5}"
    if number % 40 == 39:
        return f"{folder}/damaged-{number}.pdf", b"%PDF-1.4 broken " + str((number, version)).encode()
    if number % 40 == 38:
        return f"{folder}/picture-{number}.gif", b"GIF89a" + str((number, version)).encode()
    if number % 40 == 37:  # the bytes of the letter before it
        return f"{folder}/copy-{number}.html", html(number - 1, version)
    if number % 8 == 3:
        return f"{folder}/letter-{number}.pdf", pdf(number, version)
    if number % 8 == 5:
        return f"{folder}/letter-{number}.eml", mail(number, version)
    return f"{folder}/letter-{number}.html", html(number, version)
