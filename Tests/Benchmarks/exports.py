#!/usr/bin/env python3
"""What exports of an archive cost: seconds of the processor, peak memory and size, in each format.

    python3 Tests/Benchmarks/nights.py .build/release/letterbook FOLDER 10000 100000
    python3 Tests/Benchmarks/exports.py .build/release/letterbook FOLDER/10000 FOLDER/100000

Each folder has a `corpus` and an `output`, as `nights.py` makes them. Memory that is the same for both shows that it does
not grow with the archive.
"""
import os
import pathlib
import shutil
import subprocess
import sys

FORMATS = ["jsonl", "csv", "markdown", "ris", "csl-json", "bibtex", "dc-json", "dc-xml", "jsonld", "bagit"]


def size(path):
    return sum(file.stat().st_size for file in [path, *path.rglob("*")] if file.is_file())


def export(program, folder, format):
    place = folder / "export"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    target = place / "out"
    command = [program, "export", "--format", format, "--into", target, "--corpus", folder / "corpus",
               "--output", folder / "output"]
    done = subprocess.run(["/usr/bin/time", "-f", "%U %S %M", *command], stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    user, system, memory = done.stderr.split()[-3:]
    print(f"  {format:<12}{float(user) + float(system):8.2f} CPU-s {int(memory) / 1024:6.0f} MiB peak "
          f"{size(target) / 1e6:9.1f} MB", flush=True)
    shutil.rmtree(place)


for name in sys.argv[2:]:
    folder = pathlib.Path(name)
    print(folder.name)
    for format in FORMATS:
        export(os.path.abspath(sys.argv[1]), folder, format)
