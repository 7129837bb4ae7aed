#!/usr/bin/env python3
"""Originals that no honest sender writes, each in a night of its own: what it costs and what becomes of it.

    Tests/Breaking/hostile.py                  all of them
    Tests/Breaking/hostile.py --only bomb      those whose names hold the word
    Tests/Breaking/hostile.py FOLDER…          a night over each folder instead, as it lies there

A night may end with 0 or 2 (an alarm: all that is new has failed), nothing else, and its own process, the parent, may
never hold more than 200 MiB: only workers, which are limited, read what strangers write. Exit code 1 otherwise."""
import argparse
import io
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

import letters
import workspace

LIMIT = 200  # MiB


def stream(data, *filters, extra=b""):
    names = b"".join(b"/" + name for name in filters)
    return b"<</Length %d/Filter[%s]%s>>stream\n%s\nendstream" % (len(data), names, extra, data)


def page(contents=b"4 0 R", box=b"0 0 612 792", resources=b""):
    return (b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents %s/Resources<</Font<</F1 5 0 R>>%s>>>>"
            % (box, contents, resources))


def pdf(page_object=None, content=b"<</Length 0>>stream\n\nendstream", *more, kids=b"3 0 R", count=1, catalog=b""):
    return letters.pdf_file([
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        page_object or page(), content, b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>", *more])


def words(text):
    data = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def image(data, name, width, height):
    return (b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Length %d"
            b"/Filter/%s>>stream\n%s\nendstream" % (width, height, len(data), name, data))


def with_image(data, name, width=2_000, height=2_000):
    draw = b"q 612 0 0 792 0 0 cm /I Do Q"
    content = b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw)
    return pdf(page(resources=b"/XObject<</I 6 0 R>>"), content, image(data, name, width, height))


def deflated(size, times=1, byte=b" "):
    data = byte * size
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def docx(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        types = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Default Extension="xml" ContentType="application/xml"/></Types>')
        package.writestr("[Content_Types].xml", types)
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def document(body):
    return ('<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>")


def nested_mail(depth):
    inner = b"Content-Type: text/plain\r\n\r\nthe innermost\r\n"
    for level in range(depth):
        edge = b"edge%d" % level
        inner = (b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n" % (edge, edge) + inner
                 + b"\r\n--%s--\r\n" % edge)
    return b"From: a@example.org\r\nSubject: nested\r\nMIME-Version: 1.0\r\n" + inner


def entities():
    lines = ["<!ENTITY a0 'ha'>"] + [f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)]
    return ("<?xml version='1.0'?><!DOCTYPE html [" + "".join(lines)
            + "]><html xmlns='http://www.w3.org/1999/xhtml'><body><p>&a11;</p></body></html>").encode()


def endless(text, size):
    return (text * (size // len(text) + 1))[:size]


MB = 1 << 20
ORIGINALS = {
    "a million empty pages.pdf": lambda: letters.pdf_file(
        [b"<</Type/Catalog/Pages 2 0 R>>",
         b"<</Type/Pages/MediaBox[0 0 9 9]/Count 1000000/Kids[%s]>>" % b" ".join(b"%d 0 R" % (n + 3) for n in range(MB))]
        + [b"<</Type/Page/Parent 2 0 R>>"] * MB),
    "a page a million times.pdf": lambda: pdf(kids=b" ".join([b"3 0 R"] * MB), count=MB),
    "a count that lies.pdf": lambda: pdf(count=2_000_000_000),
    "giant media box.pdf": lambda: pdf(page(box=b"0 0 99999999 99999999"), words(b"Dear Sir")),
    "media box of nothing.pdf": lambda: pdf(page(box=b"0 0 0 0"), words(b"Dear Sir")),
    "page tree that loops.pdf": lambda: pdf(kids=b"2 0 R"),
    "contents that loop.pdf": lambda: pdf(page(b"[4 0 R 4 0 R]"), b"4 0 R"),
    "form that draws itself.pdf": lambda: pdf(
        page(resources=b"/XObject<</X 6 0 R>>"), b"<</Length 5>>stream\n/X Do\nendstream",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream"),
    "bomb of one filter.pdf": lambda: pdf(None, stream(deflated(300 * MB), b"FlateDecode")),
    "bomb of nested filters.pdf": lambda: pdf(
        None, stream(deflated(900 * MB, 3), b"FlateDecode", b"FlateDecode", b"FlateDecode")),
    "forty filters.pdf": lambda: pdf(None, stream(b"30" * 4_000, *[b"ASCIIHexDecode"] * 40)),
    "jbig2 of noise.pdf": lambda: with_image(random.Random(1).randbytes(40_000), b"JBIG2Decode"),
    "jbig2 of a giant page.pdf": lambda: with_image(
        bytes.fromhex("0000000030000100000013ffffffffffffffff000000000000000000000000"), b"JBIG2Decode", 60_000, 60_000),
    "jpx of noise.pdf": lambda: with_image(random.Random(2).randbytes(40_000), b"JPXDecode"),
    "jpx that claims to be giant.pdf": lambda: with_image(
        bytes.fromhex("ff4fff51002f000000000fff00000fff0000000000000000000003ff000003ff0000000000000000000307010107010107"
                      "0101ff5c000d4040484850484850484850ff9000"), b"JPXDecode", 65_000, 65_000),
    "embedded files.pdf": lambda: pdf(
        None, words(b"Dear Sir"), b"<</Names[%s]>>" % b" ".join(b"(%d) 7 0 R" % n for n in range(20_000)),
        b"<</Type/Filespec/F(a.pdf)/EF<</F 8 0 R>>>>", stream(deflated(50 * MB), b"FlateDecode"),
        catalog=b"/Names<</EmbeddedFiles 6 0 R>>"),
    "200 MB that no page shows.pdf": lambda: pdf(None, words(b"Dear Sir"), stream(random.Random(3).randbytes(200 * MB))),
    "only a header.pdf": lambda: b"%PDF-1.7\n",
    "deep markup.html": lambda: b"<div>" * 2_000_000 + b"Dear Sir",
    "endless markup.html": lambda: b"<html><body>" + b"<b>" * 4_000_000,
    "one line of 50 MB.html": lambda: b"<p>" + endless(b"Dear Administrator, we urge you to act on this. ", 50 * MB),
    "one line of 50 MB.txt": lambda: endless(b"Dear Administrator, we urge you to act on this. ", 50 * MB),
    "ideographs of 50 MB.txt": lambda: endless("漢字の手紙。".encode(), 50 * MB),
    "700,000 short lines.txt": lambda: b"".join(b"We urge you to adopt rule %d.\n" % n for n in range(700_000)),
    "300,000 dockets.txt": lambda: b"".join(
        b"Docket CMS-2020-%04d, RIN 0938-AZ%02d.\n" % (n % 9_999, n % 99) for n in range(300_000)),
    "one word of 50 MB.html": lambda: b"<p>" + b"a" * (50 * MB),
    "a million attributes.html": lambda: b"<p " + b" ".join(b"a%d=1" % n for n in range(1_000_000)) + b">Dear Sir",
    "open comment.html": lambda: b"<p>Dear Sir<!--" * 200_000,
    "table of a million cells.html": lambda: b"<table>" + b"<tr><td>1" * 1_000_000,
    "nul bytes.html": lambda: b"<p>Dear\0 Sir" * 100_000,
    "entities that multiply.xhtml": entities,
    "bomb.docx": lambda: docx({"word/document.xml": document("<w:p><w:r><w:t>" + "a" * (300 * MB) + "</w:t></w:r></w:p>")}),
    "paths that climb.docx": lambda: docx({
        "../../../../tmp/letterbook-was-here": "x", "/tmp/letterbook-was-here": "x",
        "word/document.xml": document("<w:p><w:r><w:t>Dear Sir</w:t></w:r></w:p>")}),
    "entities.docx": lambda: docx({"word/document.xml": entities().decode()}),
    "sixty thousand parts.docx": lambda: docx({f"word/{n}.xml": "x" for n in range(60_000)}),
    "mail in mail 5,000 deep.eml": lambda: nested_mail(5_000),
    "header of 20 MB.eml": lambda: b"From: a@example.org\r\nSubject: " + b"a" * (20 * MB) + b"\r\n\r\nDear Sir\r\n",
    "a hundred thousand parts.eml": lambda: (
        b"From: a@example.org\r\nContent-Type: multipart/mixed; boundary=e\r\n\r\n"
        + b"--e\r\nContent-Type: text/html\r\n\r\n<p>Dear Sir\r\n" * 100_000 + b"--e--\r\n"),
}


def odd_files(corpus):
    """Names and kinds of files that a corpus should not have, beside a letter that must be read all the same."""
    (corpus / "letter.html").write_bytes(letters.html(1))
    (corpus / "line\nbreak\x1b[31m.html").write_bytes(letters.html(2))
    (corpus / ("n" * 250 + ".html")).write_bytes(letters.html(3))
    pathlib.Path(os.fsdecode(os.fsencode(corpus) + b"/not\xff\xfeutf8.html")).write_bytes(letters.html(4))
    (corpus / "\u202elmth.exe").write_bytes(letters.html(5))
    os.mkfifo(corpus / "pipe.html")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "loop.html").symlink_to(corpus / "loop.html")
    (corpus / "password.html").symlink_to("/etc/passwd")
    (corpus / "folder.html").mkdir()
    (corpus / "empty.pdf").write_bytes(b"")
    with socket.socket(socket.AF_UNIX) as made:
        here = os.getcwd()
        os.chdir(corpus)
        made.bind("socket.html")
        os.chdir(here)
    if os.geteuid() == 0:
        os.mknod(corpus / "device.html", 0o020644, os.makedev(1, 5))
    deep = corpus
    for _ in range(60):
        deep = deep / ("d" * 50)
        deep.mkdir()
    (deep / "deep.html").write_bytes(letters.html(6))


def write(file, make):
    """In a process of its own: what this one holds would be counted as its children's."""
    child = os.fork()
    if child == 0:
        file.write_bytes(make())
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit(f"{file.name} could not be made")


def peak(process):
    """Most memory, MiB, that the process itself has held until now; 0 where it is gone."""
    try:
        for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) // 1024
    except OSError:
        pass
    return 0


def night(root, *arguments):
    """A night's exit code, seconds by clock and of CPU, MiB of parent and of the largest process, and what it said."""
    begin = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [workspace.program(), "nightly", "--quiet", "--ocr", "never", *arguments], cwd=root,
            stdout=subprocess.DEVNULL, stderr=said, errors="replace")
        parent = 0
        while True:
            parent = max(parent, peak(process.pid))
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return (process.returncode, time.monotonic() - begin, usage.ru_utime + usage.ru_stime, parent,
                usage.ru_maxrss // 1024, said.read())


def verdict(output):
    report = json.loads(next((output / "reports").glob("*.json")).read_text())
    told = [f"{len(report[key])} {name}" for key, name in [("new", "read"), ("quarantined", "quarantined"), ("skipped", "skipped")]
            if report.get(key)]
    reasons = [entry["reason"] for entry in report.get("quarantined", []) + report.get("skipped", [])]
    return ", ".join(told) + (f": {reasons[0][:70]}" if len(reasons) == 1 else "")


def row(name, root, *arguments):
    code, wall, used, parent, largest, said = night(root, *arguments)
    wrong = code not in (0, 2) or parent > LIMIT
    told = verdict(root / "Output") if code in (0, 2) else f"exit code {code}: {said.strip()[-200:]}"
    print(f"{'!' if wrong else ' '} {name:34.34} {wall:6.1f} {used:6.1f} {parent:6} {largest:6}  {told}", flush=True)
    return wrong


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=pathlib.Path)
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    wrong = 0
    print(f"  {'original':34} {'s':>6} {'CPU s':>6} {'parent':>6} {'worker':>6}  verdict (MiB at their peaks)")
    with tempfile.TemporaryDirectory(prefix="letterbook-hostile-") as folder:
        place = pathlib.Path(folder)
        for number, corpus in enumerate(chosen.folders):
            made = workspace.Workspace(place / f"folder-{number}")
            wrong += row(corpus.name, made.root, "--corpus", str(corpus.resolve()))
        originals = {} if chosen.folders else {**ORIGINALS, "odd names and kinds of files": None}
        for number, (name, make) in enumerate(originals.items()):
            if chosen.only not in name:
                continue
            made = workspace.Workspace(place / f"original-{number}")
            odd_files(made.corpus) if make is None else write(made.corpus / name, make)
            wrong += row(name, made.root)
            shutil.rmtree(made.root)
        if os.path.exists("/tmp/letterbook-was-here"):
            wrong += 1
            print("! a path in a package was followed")
    print(f"wrong  {wrong}")
    sys.exit(1 if wrong else 0)


main()
