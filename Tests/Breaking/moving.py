#!/usr/bin/env python3
"""Nights over a corpus that does not hold still, two nights at once, readers during nights, many nights in a row.

    Tests/Breaking/moving.py              all of it
    Tests/Breaking/moving.py --nights 50  so many nights in a row

1. A process rewrites, grows, truncates, renames and removes originals while nights run. No night may end with anything
   but 0 or 2 (an alarm); when the corpus holds still, one more night must arrive at what a first night makes of it.
2. A second night says politely that one is running, with exit code 75, and changes nothing.
3. Queries asked all through a night always see a whole index: every answer is one from before or from after it.
4. So many nights in a row, each with one new letter: no file left behind, and neither memory nor descriptors grow."""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import contents
import letters
import workspace


def disturb(corpus, stop, seed):
    """Changes files in place and by renaming, as careless people and sync programs do."""
    chosen, number = random.Random(seed), 1_000
    while not stop.is_set():
        files = sorted(file for file in corpus.rglob("*") if file.is_file())
        file, number = chosen.choice(files), number + 1
        try:
            match chosen.randrange(6):
                case 0:
                    file.write_bytes(letters.html(number))
                case 1:
                    with file.open("ab") as grown:
                        grown.write(b"<p>One more paragraph.</p>" * chosen.randint(1, 2_000))
                case 2:
                    os.truncate(file, file.stat().st_size // 2)
                case 3:
                    file.rename(file.with_name(f"moved-{number}{file.suffix}"))
                case 4 if len(files) > 30:
                    file.unlink()
                case _:
                    (corpus / f"new-{number}.html").write_bytes(letters.html(number))
        except FileNotFoundError:
            pass
        time.sleep(0.003)


def restless(place, nights):
    made = workspace.Workspace(place / "restless")
    for number in range(60):
        made.put(number)
    stop = threading.Event()
    disturber = threading.Thread(target=disturb, args=(made.corpus, stop, 1))
    disturber.start()
    wrong = []
    for _ in range(nights):
        code, said = made.run_night()
        if code not in (0, 2):
            wrong.append(f"a night ended with {code}: {said[-200:]}")
    stop.set()
    disturber.join()
    made.run_night("--retry")
    still = workspace.Workspace(place / "still")
    shutil.rmtree(still.corpus)
    shutil.copytree(made.corpus, still.corpus)
    still.run_night()
    # What was archived on the way stays as tombstones; what stands must be the same.
    mine, theirs = standing(made.output), standing(still.output)
    wrong += [f"differs: {path}" for path in sorted(set(mine.items()) ^ set(theirs.items()))][:8]
    return wrong


def standing(output):
    """The records of letters that are not withdrawn."""
    return {file.name: file.read_bytes() for file in (output / "archive/letters").rglob("*.json")
            if b'"withdrawn" :' not in file.read_bytes() and b'"withdrawn":' not in file.read_bytes()}


def at_once(place):
    made = workspace.Workspace(place / "twice")
    for number in range(80):
        made.put(number)
    first = made.night()
    while not (made.output / "cache/night.lock").exists() or not (made.output / "cache/night.lock").read_bytes():
        time.sleep(0.002)
    code, said = made.run_night()
    first.communicate()
    wrong = [] if code == 75 and "already running" in said else [f"the second ended with {code}: {said}"]
    return wrong + ([] if first.returncode == 0 else [f"the first ended with {first.returncode}"])


def readers(place):
    made = workspace.Workspace(place / "readers")
    for number in range(60):
        made.put(number)
    made.must_run()

    def ask():
        asked = subprocess.run(
            [workspace.program(), "query", "--count", "kind:comment OR kind:letter"], cwd=made.root,
            capture_output=True, text=True)
        return asked.returncode, asked.stdout.strip(), asked.stderr.strip()

    before = ask()
    for number in range(60, 120):
        made.put(number)
    night, answers = made.night(), []
    while night.poll() is None:
        answers.append(ask())
    night.communicate()
    after = ask()
    strange = [answer for answer in answers if answer not in (before, after)]
    return [f"neither before nor after: {answer}" for answer in strange[:4]], f"{len(answers)} answers"


def in_a_row(place, nights):
    """Peak memory of each night's process, and open descriptors, which a new process cannot inherit."""
    made = workspace.Workspace(place / "row")
    for number in range(40):
        made.put(number)
    peaks = []
    for night in range(nights):
        made.put(2_000 + night)
        process = made.night("--jobs", "1")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 2):
            return [f"night {night} ended with {process.returncode}"], ""
        peaks.append(usage.ru_maxrss // 1024)
    left = contents.leftovers(made.output)
    files = sum(1 for file in (made.output / "cache").rglob("*") if file.is_file())
    told = (f"peak {max(peaks[:5])} MiB in the first five nights, {max(peaks[-5:])} MiB in the last five; "
            f"{files} files in cache, {len(left)} temporary")
    grown = max(peaks[-5:]) > max(peaks[:5]) * 1.2 + 4
    return [f"left behind: {name}" for name in left] + (["memory grows"] if grown else []), told


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nights", type=int, default=50)
    chosen = options.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="letterbook-moving-") as folder:
        place = pathlib.Path(folder)
        for name, trial in [
            ("a corpus that does not hold still", lambda: (restless(place, 6), "6 nights")),
            ("two nights at once", lambda: (at_once(place), "")),
            ("readers during a night", lambda: readers(place)),
            (f"{chosen.nights} nights in a row", lambda: in_a_row(place, chosen.nights)),
        ]:
            lines, told = trial()
            wrong += bool(lines)
            print(f"{name:34} {'; '.join(lines) or 'well'}  {told}", flush=True)
    sys.exit(1 if wrong else 0)


main()
