#!/usr/bin/env python3
"""Makes the Word and e-mail fixtures in docx/ and email/, the hostile ones too. All names are invented.

    python3 -m venv venv && venv/bin/pip install python-docx && venv/bin/python make-office-fixtures.py

The files are committed; run this only to change them. Dates are fixed, so a run gives the same bytes.
`made-by-hand.docx` has what python-docx cannot write: notes, numbering, page marks, tracked changes.
"""
import datetime
import io
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def path(name):
    return os.path.join(HERE, name)


def pack(name, parts, fixed=True):
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, (2024, 1, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


def relationships(*targets):
    rows = "".join(
        f'<Relationship Id="r{index + 1}" Type="{kind}" Target="{target}"{mode}/>'
        for index, (kind, target, mode) in enumerate(
            (kind if "://" in kind else f"{OFFICE}/{kind}", target, ' TargetMode="External"' if "://" in target else "")
            for kind, target in targets
        )
    )
    return XML + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


ROOT = relationships(("officeDocument", "word/document.xml"))


def p(text, style=None, properties="", run=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p><w:pPr>{style}{properties}</w:pPr><w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def document(body):
    return XML + f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def table(*rows):
    cells = lambda row: "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)
    return "<w:tbl>" + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows) + "</w:tbl>"


def numbered(level, list=1):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'


def by_hand():
    body = (
        p("March 4, 2024")
        + "<w:p><w:r><w:t>The Honorable Ida Quill</w:t><w:br/><w:t>Office of Lantern Safety</w:t><w:br/>"
        "<w:t>Room 12,</w:t><w:tab/><w:t>Fourth Street</w:t></w:r></w:p>"
        + p("RE: Docket LAN", run="<w:b/>").replace("LAN</w:t></w:r>", "LAN</w:t><w:noBreakHyphen/><w:t>2024"
            "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>-7</w:t></w:r>")
        + p("Background", "Heading1")
        + '<w:p><w:r><w:t>We support the proposal</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r>'
        "<w:t>, see </w:t></w:r>"
        '<w:hyperlink r:id="r6"><w:r><w:t>our report</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>'
        + p("Wicks", properties=numbered(0)) + p("Cotton", properties=numbered(1))
        + p("Hemp", properties=numbered(1)) + p("Glass", properties=numbered(0)) + p("a dot", properties=numbered(0, 2))
        + "<w:p><w:ins><w:r><w:t>Inserted words stay; </w:t></w:r></w:ins><w:del><w:r><w:delText>deleted go"
        "</w:delText></w:r></w:del><w:r><w:t>the rest too.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden"
        "</w:t></w:r></w:p>"
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>The second page begins here</w:t></w:r>"
        '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:t>. Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/>'
        '</w:r><w:r><w:instrText> PAGEREF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> of 3.</w:t></w:r></w:p>'
        + table(("Lantern", "Year", "Cost"), ("Oil", "2023", "$4"), ("Gas", "", "$9"))
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + p("On the third page.").replace("<w:t ", "<w:lastRenderedPageBreak/><w:t ")
        + table((p("Sincerely,") + p("Otto Wren"), p("Mara Finch") + p("Secretary")))
        + '<w:sectPr><w:headerReference w:type="first" r:id="r4"/><w:headerReference w:type="default" r:id="r5"/>'
        '<w:footerReference w:type="default" r:id="r7"/><w:footerReference w:type="first" r:id="r7"/>'
        "<w:titlePg/></w:sectPr>"
    )
    level = lambda depth, format, text: (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>')
    note = lambda kind, text: XML + (
        f'<w:{kind}s {W}><w:{kind} w:type="separator" w:id="0"><w:p/></w:{kind}>'
        f'<w:{kind} w:id="2">{p(text)}</w:{kind}></w:{kind}s>')
    pack("docx/made-by-hand.docx", {
        "_rels/.rels": relationships(
            ("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relationships(
            ("styles", "styles.xml"), ("numbering", "/word/numbering.xml"), ("footnotes", "footnotes.xml"),
            ("header", "header1.xml"), ("header", "../word/header2.xml"), ("hyperlink", "https://lanterns.example/report"),
            ("footer", "footer1.xml"), ("endnotes", "endnotes.xml"), ("package", "embeddings/costs.xlsx")),
        "word/styles.xml": XML + f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:rPr><w:b/></w:rPr></w:style></w:styles>',
        "word/numbering.xml": XML + f'<w:numbering {W}><w:abstractNum w:abstractNumId="4">'
        + level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "(%2)") + '</w:abstractNum><w:abstractNum '
        'w:abstractNumId="5">' + level(0, "bullet", "\uf0b7") + '</w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>',
        "word/footnotes.xml": note("footnote", "Lamp Review 12 (2023)."),
        "word/endnotes.xml": note("endnote", "Counted by hand."),
        "word/header1.xml": XML + f"<w:hdr {W}>{p('Guild of Lamplighters')}{p('9 Wick Lane, Tallow')}</w:hdr>",
        "word/header2.xml": XML + f"<w:hdr {W}>{p('Quill, March 4, 2024')}</w:hdr>",
        "word/footer1.xml": XML + f"<w:ftr {W}>{p('www.lanterns.example')}{p('- 1 -')}</w:ftr>",
        "docProps/core.xml": XML + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/'
        'terms/"><dc:title>Comments on lanterns</dc:title><dc:creator>Otto Wren</dc:creator><cp:keywords>lanterns, oil'
        '</cp:keywords><dcterms:created>2024-03-01T09:00:00Z</dcterms:created><dcterms:modified>2024-03-04T10:00:00Z'
        '</dcterms:modified></cp:coreProperties>',
        "docProps/app.xml": XML + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>Example Writer</Application><Pages>3</Pages></Properties>',
    })


def by_python_docx():
    import docx

    letter = docx.Document()
    moment = datetime.datetime(2023, 6, 5, 8, 0)
    properties = letter.core_properties
    properties.title, properties.author = "Comment on ferries", "Nell Harbor"
    properties.created = properties.modified = moment
    letter.sections[0].header.paragraphs[0].text = "Ferry Riders' League"
    letter.add_paragraph("June 5, 2023")
    letter.add_heading("Summary", 2)
    run = letter.add_paragraph("We ask the agency to ").add_run("delay the rule")
    run.bold = True
    for text in ("Fares", "Timetables"):
        letter.add_paragraph(text, style="List Bullet")
    for text in ("First ask", "Second ask"):
        letter.add_paragraph(text, style="List Number")
    grid = letter.add_table(rows=2, cols=2)
    for index, text in enumerate(("Port", "Riders", "Sable", "1,200")):
        grid.cell(index // 2, index % 2).text = text
    letter.add_page_break()
    letter.add_paragraph("Yours truly,\nNell Harbor")
    stream = io.BytesIO()
    letter.save(stream)
    with zipfile.ZipFile(stream) as made:
        pack("docx/made-by-python-docx.docx", {name: made.read(name) for name in sorted(made.namelist())})


def hostile_documents():
    plain = document(p("Text"))
    pack("docx/bomb.docx", {"_rels/.rels": ROOT, "word/document.xml": document(p("a" * 40_000_000))})
    pack("docx/climbing-names.docx", {
        "_rels/.rels": ROOT, "../../outside.xml": "x", "/etc/passwd": "x", "word/document.xml": plain,
        "word/_rels/document.xml.rels": relationships(("styles", "../../../../etc/passwd"), ("footnotes", "file:///etc/passwd"))})
    pack("docx/no-document.docx", {"_rels/.rels": ROOT, "word/documents.txt": "nothing"})
    pack("docx/deep.docx", {"_rels/.rels": ROOT, "word/document.xml": document("<w:sdt><w:sdtContent>" * 5_000)})
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9)) + "]>"
    pack("docx/laughs.docx", {
        "_rels/.rels": ROOT, "word/document.xml": plain.replace("?>\n", "?>\n" + laughs).replace("Text", "&j;")})
    pack("docx/outside-entity.docx", {
        "_rels/.rels": ROOT, "word/document.xml": plain.replace(
            "?>\n", '?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>').replace("Text", "&e;")})
    whole = open(path("docx/made-by-hand.docx"), "rb").read()
    open(path("docx/truncated.docx"), "wb").write(whole[: len(whole) // 2])
    broken = bytearray(whole)
    start = whole.index(b"word/document.xml") + 60
    broken[start : start + 20] = bytes(20)
    open(path("docx/broken-part.docx"), "wb").write(bytes(broken))


def mail(name, text):
    with open(path("email/" + name), "wb") as file:
        file.write(text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode("utf-8"))


HEAD = """From: "Harbor, Nell" <nell@ferries.example>
To: rules@port.example, Desk <desk@port.example>
Cc: =?utf-8?Q?Ren=C3=A9e_?= =?utf-8?B?w4VzYQ==?= <renee@port.example>
Date: Mon, 5 Jun 2023 08:30:00 -0400
Message-ID: <1@ferries.example>
MIME-Version: 1.0
"""


def mails():
    mail("plain.eml", HEAD + """Subject: Comment on
 the ferry rule
Content-Type: text/plain; charset=iso-8859-1; format=flowed
Content-Transfer-Encoding: quoted-printable

Dear Clerk:

The caf=E9 line is long and was broken by=20
the program that sent it. A soft =
break is none.

> Earlier words.

Nell Harbor
""")
    mail("mixed.eml", "From nell Mon Jun  5 08:30:00 2023\n" + HEAD + """Subject: =?windows-1252?B?k1J1bGWU?= and annex
X-Mailer: Example Mail 1
Content-Type: multipart/mixed; boundary="outer"

A preamble that nobody reads.
--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain

See the HTML.
--inner
Content-Type: multipart/related; boundary=rel

--rel
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+RGVhciBDbGVyazo8L3A+PHA+V2Ugc3VwcG9ydCB0aGUgcnVsZSwgc2VlIDxhIGhyZWY9Imh0
dHBzOi8vZmVycmllcy5leGFtcGxlLyI+b3VyIHBhZ2U8L2E+LjwvcD48cD5OZWxsPGJyPkxlYWd1
ZTwvcD4=
--rel
Content-Type: image/png; name=logo.png
Content-ID: <logo>

x
--rel--
--inner--
--outer
Content-Type: application/pdf
Content-Disposition: attachment; filename*0*=utf-8''annex%20; filename*1="to.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--outer
Content-Type: message/rfc822

From: desk@port.example
Subject: Earlier letter

Inner text.
--outer--
""")
    mail("only-attachment.eml", HEAD + """Subject: Letter
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: application/pdf; name="../../letter.pdf"

x
--b--
""")
    mail("encrypted.eml", HEAD + """Subject: Secret
Content-Type: multipart/encrypted; boundary=b

--b
Content-Type: application/pgp-encrypted

Version: 1
--b--
""")
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(1_000))
    mail("deep.eml", HEAD + "Subject: Deep\n" + nested + "Content-Type: text/plain\n\nInside.\n")
    mail("huge-header.eml", HEAD + "Subject: Huge\nX-Long: " + "a" * 300_000 + "\n" + "X-Many: 1\n" * 3_000 + "\nText.\n")
    mail("many-parts.eml", HEAD + "Subject: Many\nContent-Type: multipart/mixed; boundary=b\n\n"
         + "--b\n\nPart.\n" * 2_000 + "--b--\n")


if __name__ == "__main__":
    os.makedirs(path("docx"), exist_ok=True)
    os.makedirs(path("email"), exist_ok=True)
    by_hand()
    by_python_docx()
    hostile_documents()
    mails()
