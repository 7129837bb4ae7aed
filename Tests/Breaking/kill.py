#!/usr/bin/env python3
"""Kills nights, or their workers, at random instants and holds what the next night makes of it against a night that
nobody disturbed: archive, index, ledger, manifest, timeline and quarantine, byte for byte (the index by its rows).

    Tests/Breaking/kill.py --kills 500

Half of the kills strike at a random moment, the other half at a random call that writes or reads below the
workspace, so that short steps are hit as often as long ones; one in eight ends a worker instead of the night. Some
nights are killed two or three times before one may end. Exit code 1 where anything differs."""
import argparse
import collections
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import contents
import workspace

DAY = 86_400


class Scenario:
    """An output as it stood, a corpus as it is now, and what a night that is not disturbed makes of both."""

    def __init__(self, name, place, day, start, corpus, pipeline, library):
        self.name, self.place, self.start = name, place, start
        self.corpus, self.pipeline = corpus, pipeline
        # The day stands in tombstones: it must be the same whenever a night runs.
        self.environment = {"STILL_CLOCK": str(1_700_000_000 + day * DAY), "LD_PRELOAD": library}
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="reference-", dir=place))
        counts = self.folder / "counts"
        trial = self.trial(self.folder / "whole")
        begin = time.monotonic()
        trial.must_run(
            *self.arguments, environment={
                **self.environment, "FAULT_UNDER": str(self.folder), "FAULT_COUNTS": str(counts)})
        self.seconds = time.monotonic() - begin
        self.calls = int(dict(line.split()[:2] for line in counts.read_text("latin-1").splitlines()[:13])["any"])
        self.output = trial.output
        self.expected = contents.contents(self.output)

    @property
    def arguments(self):
        return ["--corpus", str(self.corpus)]

    def trial(self, root):
        """A workspace with a copy of the output as it stood."""
        root.mkdir()
        trial = workspace.Workspace.__new__(workspace.Workspace)
        trial.root, trial.output = root, root / "Output"
        (root / "Pipeline").symlink_to(self.pipeline)
        if self.start:
            shutil.copytree(self.start, trial.output, copy_function=share)
        return trial


def share(source, target):
    """Records and texts are replaced, never written into: their bytes may be shared. All else is copied."""
    if source.endswith(".json"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def step(scenario, output):
    """The step of the night that was cut: the first whose outcome is not there."""
    whole = scenario.output
    if not (output / "cache/memory.sqlite").exists():
        return "beginning"
    if len(list((output / "reports").glob("2*.json"))) == len(list((whole / "reports").glob("2*.json"))):
        return "end"
    done = [same(output, whole, path) for path in scenario.expected if path.startswith("archive/letters/")]
    if not all(done):
        changed = [path for path in scenario.expected if path.startswith("archive/letters/")
                   and not (scenario.start and same(scenario.start, whole, path))]
        if not any(same(output, whole, path) for path in changed):
            return "survey"
        return "letters"
    for path, name in [
        ("archive/manifest.jsonl", "manifest"), ("ledger/tombstones.jsonl", "tombstones"),
        ("quarantine.jsonl", "quarantine"), ("ledger/campaigns.jsonl", "campaigns"),
        ("archive/relations.jsonl", "relations"), ("timeline/timeline.html", "timeline"),
        ("cache/derived.json", "timeline"),
    ]:
        if (whole / path).exists() and not same(output, whole, path):
            return name
    if stamp(output) != stamp(whole):
        return "index"
    return "queries" if not same(output, whole, "cache/queries.json") else "report"


def same(one, other, path):
    one, other = pathlib.Path(one, path), pathlib.Path(other, path)
    if not one.exists() or not other.exists():
        return one.exists() == other.exists()
    return one.read_bytes() == other.read_bytes()


def stamp(output):
    """The archive that an index says it was made of."""
    try:
        with sqlite3.connect(f"file:{output}/index/letterbook.sqlite?mode=ro", uri=True) as database:
            return database.execute("SELECT value FROM about WHERE key = 'archive'").fetchone()
    except sqlite3.Error:
        return None


def remains(output):
    """What a killed night left besides whole files."""
    found = [name.rsplit(".")[-1] if name.endswith((".part", "journal", "wal")) else "temporary file"
             for name in contents.leftovers(output)]
    for ledger in (output / "ledger").glob("*.jsonl"):
        data = ledger.read_bytes()
        found += ["half a line in a ledger"] if data and not data.endswith(b"\n") else []
    return found


def children(process):
    """Workers of a night."""
    found = []
    for task in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:
            pass
    return found


class Harness:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.states, self.remains = collections.Counter(), collections.Counter()
        self.kills = self.workers = self.trials = self.wrong = 0

    def cut(self, scenario, trial):
        """Runs a night and kills it, or one of its workers. False where it ended before that."""
        kind = self.random.choices(["moment", "call", "worker"], [7, 7, 2])[0]
        environment = dict(scenario.environment)
        if kind == "call":
            environment |= {
                "FAULT_UNDER": str(trial.root), "FAULT_WITH": "KILL",
                "FAULT_AT": str(self.random.randint(1, scenario.calls))}
        night = trial.night(*scenario.arguments, environment=environment)
        if kind == "call":
            _, errors = night.communicate()
            was_cut = night.returncode == -9
        else:
            wait(night, self.random.uniform(0.02, scenario.seconds * 1.02))
            if kind == "worker":
                return self.end_worker(night)
            was_cut = night.poll() is None
            workspace.end(night)
            _, errors = night.communicate()
            was_cut = was_cut and night.returncode == -9
        if night.returncode not in (0, -9):
            sys.exit(f"a night ended with {night.returncode}: {errors}")
        if was_cut:
            self.kills += 1
            self.states[step(scenario, trial.output)] += 1
            self.remains.update(set(remains(trial.output)))
        return was_cut

    def end_worker(self, night):
        victims = children(night.pid)
        if victims:
            try:
                os.kill(self.random.choice(victims), 9)
            except ProcessLookupError:
                victims = []
        _, errors = night.communicate()
        if night.returncode != 0:
            sys.exit(f"a night whose worker was killed ended with {night.returncode}: {errors}")
        if victims:
            self.kills += 1
            self.workers += 1
            self.states["a worker"] += 1
        return bool(victims)

    def try_one(self, scenario):
        self.trials += 1
        root = scenario.place / f"trial-{self.trials}"
        trial = scenario.trial(root)
        cuts = self.random.choice([1, 1, 2, 3])
        told = [self.kills]
        for _ in range(cuts):
            self.cut(scenario, trial)
        trial.must_run(*scenario.arguments, environment=scenario.environment)
        found = contents.differences(scenario.expected, contents.contents(trial.output))
        found += [f"left behind: {name}" for name in contents.leftovers(trial.output)]
        if found and self.kills > told[0]:
            self.wrong += 1
            kept = pathlib.Path(tempfile.gettempdir()) / f"letterbook-cut-{os.getpid()}-{self.trials}"
            shutil.copytree(root, kept, symlinks=True)
            print(f"{scenario.name}, trial {self.trials}, kept in {kept}:", *found[:8], sep="\n  ", flush=True)
        shutil.rmtree(root)


def wait(night, seconds):
    try:
        night.wait(seconds)
    except subprocess.TimeoutExpired:
        pass


def prepare(place, count, library):
    """The scenarios: a first night, a quiet one, one with all kinds of change, the way back, new definitions."""
    def corpus(name, source=None):
        made = workspace.Workspace(place / name)
        if source:
            shutil.rmtree(made.corpus)
            shutil.copytree(source.corpus, made.corpus, copy_function=os.link)
        return made

    old = corpus("old")
    for number in range(count):
        old.put(number)
    new = corpus("new", old)
    for number in range(count):
        if number % 10 == 2:
            new.put(number, version=1)
        elif number % 10 == 6:
            new.remove(number)
    for number in range(count, count + count // 10 + 1):
        new.put(number)
    for file in sorted(new.corpus.rglob("letter-*4.html"))[::2]:
        file.rename(file.with_name("renamed-" + file.name))
    edited = corpus("edited", old)
    topic = edited.pipeline / "topics/maternal-health.yaml"
    topic.write_text(topic.read_text().replace("weight: 3", "weight: 2"))
    (edited.pipeline / "queries/all.yaml").write_text("query: kind:comment OR kind:letter\nwhy: A query that is new.\n")

    first = Scenario("a first night", place, 0, None, old.corpus, old.pipeline, library)
    change = Scenario("new, changed, removed", place, 1, first.output, new.corpus, old.pipeline, library)
    return [
        first, change,
        Scenario("nothing new", place, 1, first.output, old.corpus, old.pipeline, library),
        Scenario("back again", place, 2, change.output, old.corpus, old.pipeline, library),
        Scenario("edited definitions", place, 1, first.output, old.corpus, edited.pipeline, library),
    ]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=500)
    options.add_argument("--letters", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--minutes", type=float, default=1_000, help="stop before all kills are done")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="letterbook-kill-") as folder:
        place = pathlib.Path(folder)
        scenarios = prepare(place, chosen.letters, workspace.shim(place))
        harness = Harness(chosen.seed)
        end = time.monotonic() + chosen.minutes * 60
        while harness.kills < chosen.kills and time.monotonic() < end:
            # A quiet night is short and has little to lose.
            weights = [3, 4, 1, 2, 2]
            harness.try_one(harness.random.choices(scenarios, weights)[0])
        for scenario in scenarios:
            now = contents.contents(scenario.output)
            if now != scenario.expected:
                sys.exit(f"a file was written into, not replaced: {contents.differences(scenario.expected, now)[:8]}")
    print(f"kills        {harness.kills} ({harness.workers} of workers) in {harness.trials} trials over {chosen.letters} letters")
    print("cut during  ", ", ".join(f"{name} {count}" for name, count in harness.states.most_common()))
    print("left behind ", ", ".join(f"{name} {count}" for name, count in harness.remains.most_common()) or "nothing")
    print(f"differences  {harness.wrong}")
    sys.exit(1 if harness.wrong else 0)


main()
