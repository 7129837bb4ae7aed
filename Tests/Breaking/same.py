#!/usr/bin/env python3
"""The samples, archived under all kinds of circumstances: --jobs 1, 2 and 8, files copied in another order, time zones,
languages (Turkish has its own upper case of i), umasks, working directories. Every file of the output but reports and
caches must have the same bytes, the index the same rows.

    Tests/Breaking/same.py"""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import contents
import workspace

CIRCUMSTANCES = {
    "as usual": {},
    "--jobs 1": {"arguments": ["--jobs", "1"]},
    "--jobs 8": {"arguments": ["--jobs", "8"]},
    "files in another order": {"shuffled": True},
    "TZ Pacific/Kiritimati": {"environment": {"TZ": "Pacific/Kiritimati"}},
    "TZ America/Los_Angeles": {"environment": {"TZ": "America/Los_Angeles"}},
    "LANG tr_TR.UTF-8": {"environment": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}},
    "LANG C": {"environment": {"LANG": "C", "LC_ALL": "C"}},
    "no environment": {"empty": True},
    "umask 077": {"umask": 0o077},
    "umask 000": {"umask": 0},
    "from another folder": {"elsewhere": True},
}


def night(place, circumstances, library):
    root = pathlib.Path(tempfile.mkdtemp(dir=place))
    shutil.copytree(workspace.CHECKOUT / "Pipeline", root / "Pipeline")
    (root / "Corpus").mkdir()
    source = workspace.CHECKOUT / "Corpus"
    files = sorted(file for file in source.rglob("*") if file.is_file())
    if circumstances.get("shuffled"):
        random.Random(1).shuffle(files)
    for file in files:
        target = root / "Corpus" / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    kept = {} if circumstances.get("empty") else dict(os.environ)
    environment = {**kept, "LD_PRELOAD": library, "STILL_CLOCK": "1700000000", **circumstances.get("environment", {})}
    arguments = [workspace.program(), "nightly", "--quiet", "--ocr", "never", *circumstances.get("arguments", [])]
    folder = root
    if circumstances.get("elsewhere"):
        folder = root / "Corpus"
        arguments += ["--corpus", str(root / "Corpus"), "--output", str(root / "Output")]
    outcome = subprocess.run(
        arguments, cwd=folder, env=environment, capture_output=True, text=True,
        umask=circumstances.get("umask", 0o022))
    if outcome.returncode != 0:
        return [f"ended with {outcome.returncode}: {outcome.stderr[-300:]}"], {}
    return [], contents.contents(root / "Output")


def main():
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="letterbook-same-") as folder:
        library = workspace.shim(folder)
        expected = None
        for name, circumstances in CIRCUMSTANCES.items():
            lines, found = night(folder, circumstances, library)
            expected = expected or found
            lines += contents.differences(expected, found) if not lines else []
            wrong += bool(lines)
            print(f"{name:26} {len(found):4} files  {'; '.join(lines[:4]) or 'the same'}", flush=True)
    print(f"differences  {wrong}")
    sys.exit(1 if wrong else 0)


main()
