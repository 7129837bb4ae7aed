#!/usr/bin/env python3
"""Recoll and plain Datasette on the same made-up letters as Letterbook's index, in one run.

    FOLDER=/tmp/bench STEPS=write,build,query,texts swift run -c release --package-path Tests/Benchmarks IndexBenchmark 10000
    python3 Tests/Benchmarks/index-peers.py /tmp/bench/10000

Needs Debian's recollcmd, and datasette and sqlite-utils from PyPI. The folder has `texts/`: a text file a letter, and
`texts.tsv`: id, agency, file. Prints seconds of the clock and of the processor, sizes, and p50 and p95 of queries.
"""
import asyncio
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import time

folder = pathlib.Path(sys.argv[1])
texts = folder / "texts"
queries = (folder / "queries.txt").read_text().splitlines()


def processor():
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def report(name, wall, cpu, size):
    text = sum(file.stat().st_size for file in texts.iterdir())
    print(f"{name:<12} built in {wall:7.2f} s {cpu:7.2f} CPU-s, {size / 1e6:7.1f} MB, {size / text:.2f} times the text")


def latencies(name, what, times):
    times.sort()
    p50, p95 = times[len(times) // 2], times[int((len(times) - 1) * 0.95 + 0.5)]
    print(f"{name:<12} {what:<28} p50 {p50:8.2f} ms  p95 {p95:8.2f} ms (CPU)")


def size(path):
    return sum(file.stat().st_size for file in pathlib.Path(path).rglob("*") if file.is_file())


def recoll():
    home = folder / "recoll"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    (home / "recoll.conf").write_text(f"topdirs = {texts}\nthrQSizes = -1 -1 -1\nidxniceprio = 0\n")
    wall, cpu = time.time(), processor()
    subprocess.run(["recollindex", "-c", home], check=True, capture_output=True)
    report("Recoll", time.time() - wall, processor() - cpu, size(home / "xapiandb"))
    times = []
    for query in queries:
        cpu = processor()
        subprocess.run(["recollq", "-c", home, "-n", "25", query], check=True, capture_output=True)
        times.append((processor() - cpu) * 1000)
    cpu = processor()
    for _ in range(10):
        subprocess.run(["recollq", "-h"], capture_output=True)
    print(f"{'Recoll':<12} of which a program's start  {(processor() - cpu) * 100:8.2f} ms")
    latencies("Recoll", "two words, ranked", times)


def datasette():
    import sqlite_utils
    from datasette.app import Datasette

    file = folder / "datasette.db"
    file.unlink(missing_ok=True)
    wall, cpu = time.time(), processor()
    database = sqlite_utils.Database(file)
    rows = (line.rstrip("\n").split("\t") for line in open(folder / "texts.tsv"))
    database["letters"].insert_all(
        ({"id": id, "agency": agency, "text": (texts / name).read_text()} for id, agency, name in rows),
        pk="id", batch_size=1000)
    database["letters"].enable_fts(["text"], tokenize="porter")
    database["letters"].create_index(["agency"])
    report("Datasette", time.time() - wall, processor() - cpu, file.stat().st_size)

    async def ask():
        server = Datasette([str(file)])
        await server.invoke_startup()
        for what, extra in [("two words and an agency", "&agency=cms"), ("two words, a facet", "&_facet=agency")]:
            times = []
            for query in queries:
                words = query.replace(" ", "+")
                cpu = processor()
                path = f"/datasette/letters.json?_search={words}&_size=25&_shape=objects{extra}"
                answer = await server.client.get(path)
                assert answer.status_code == 200, answer.text[:200]
                times.append((processor() - cpu) * 1000)
            latencies("Datasette", what, times)

    asyncio.run(ask())


recoll()
datasette()
