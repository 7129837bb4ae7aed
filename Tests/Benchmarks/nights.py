#!/usr/bin/env python3
"""What a night costs over so many letters: the first, one with nothing new, one with 100 new letters, one more.

    swift build -c release
    python3 Tests/Benchmarks/nights.py .build/release/letterbook FOLDER 10000 100000

Writes made-up letters as HTML, 3 kB each, with senders, agencies, dockets and campaigns of very different frequency, to
FOLDER/COUNT/corpus, and runs `letterbook nightly` over them. FOLDER/COUNT is made where it is not there, and kept: then
only the nights run again, with other new letters. Prints seconds of the clock and of the processor and peak memory, of
the program and its workers.
"""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
SMALL = ("the of and to in a for that is on with as be are by this from have we our at or not will an which has their "
         "it more all these would should may can care health patients services program states hospitals proposed rule "
         "payment access coverage quality data cost research community workforce rural clinical equity funding").split()
AGENCIES = ["Centers for Medicare & Medicaid Services", "Food and Drug Administration",
            "National Institutes of Health", "Health Resources and Services Administration",
            "Centers for Disease Control and Prevention"]
MONTHS = "January February March April May June July August September October November December".split()


def made(number):
    word = ""
    number += 65
    while number:
        word += SYLLABLES[number % 65]
        number //= 65
    return word


WORDS = SMALL + [made(number) for number in range(20_000)]


def zipf(dice, count):
    """A rank from 0 to below count; the second is half as frequent as the first."""
    return min(count - 1, int((count + 1) ** dice.random()) - 1)


def sentence(dice, words):
    text = " ".join(WORDS[zipf(dice, len(WORDS))] for _ in range(words))
    return text[0].upper() + text[1:] + "."


def paragraph(dice):
    return " ".join(sentence(dice, dice.randint(10, 24)) for _ in range(4))


def letter(number, count):
    dice = random.Random(number)
    sender = f"{made(zipf(dice, max(50, count // 60))).title()} {made(dice.randint(0, 90)).title()} Association"
    agency = AGENCIES[zipf(dice, len(AGENCIES))]
    docket = f"CMS-{1000 + zipf(dice, max(20, count // 40)) % 9000}-P"
    year, month, day = 1996 + int(30 * dice.random() ** 0.5), dice.randint(1, 12), dice.randint(1, 28)
    date = f"{MONTHS[month - 1]} {day}, {year}"
    # A tenth of the letters take part in a campaign; a few campaigns are large.
    is_campaign = dice.random() < 0.1
    template = random.Random(10_000_000 + zipf(dice, max(10, count // 200)))
    body = [paragraph(template if is_campaign else dice) for _ in range(5)]
    if is_campaign:
        body.append(paragraph(dice))
    asks = [f"We urge the agency to {sentence(dice, 12).lower()}" for _ in range(dice.randint(0, 2))]
    lines = "".join(f"<p>{text}</p>\n" for text in body + asks)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Comment on {docket}</title></head><body>
<article><h1>{sender}</h1><p>{date}</p><p>The Administrator<br>{agency}<br>Washington, DC 20201</p>
<p>RE: {docket}, {sentence(dice, 8)}</p><p>Dear Administrator:</p>
{lines}<p>Sincerely,</p><p>{made(dice.randint(0, 900)).title()} Smith<br>President and CEO<br>{sender}</p></article></body></html>
"""


def write(corpus, numbers, count):
    for number in numbers:
        folder = corpus / f"{number % 1000:03}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:07}.html").write_text(letter(number, count))


def night(name, program, folder):
    command = [program, "nightly", "--corpus", folder / "corpus", "--output", folder / "output", "--ocr", "never"]
    start = time.time()
    child = subprocess.Popen(["/usr/bin/time", "-f", "%U %S %M", *command], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True)
    out, errors = child.communicate()
    assert child.returncode == 0, errors[-2000:] + out[-2000:]
    user, system, memory = errors.split()[-3:]
    print(f"  {name:<18}{time.time() - start:8.2f} s  {float(user):8.2f} + {float(system):6.2f} CPU-s  "
          f"{int(memory) / 1024:7.0f} MiB", flush=True)


def run(program, place, count):
    folder = place / str(count)
    print(f"{count} letters", flush=True)
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        write(folder / "corpus", range(count), count)
        night("first", program, folder)
        (folder / "made").write_text("0\n")
    turn = int((folder / "made").read_text()) + 1
    (folder / "made").write_text(f"{turn}\n")
    night("nothing new", program, folder)
    write(folder / "corpus", range(count * turn * 2, count * turn * 2 + 100), count)
    night("100 new letters", program, folder)
    night("nothing new", program, folder)


if __name__ == "__main__":
    for count in sys.argv[3:]:
        run(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), int(count))
