#!/usr/bin/env python3
"""Makes the system fail under a night: each call that reads or writes below the workspace, one after another, with
each error that it can give (faults.c does it). Then the night must end with a message and the exit code for it, and
the next night, undisturbed, must arrive at the bytes of a night that never failed.

    Tests/Breaking/faults.py              every call
    Tests/Breaking/faults.py --each 25    every 25th of each kind

EINTR and short reads and writes strike every call at once, and nobody may notice. Exit code 1 where anything is wrong."""
import argparse
import collections
import pathlib
import shutil
import sys
import tempfile

import contents
import workspace

FAILING = {
    "create": ["ENOSPC", "EACCES"], "open": ["EIO"], "write": ["ENOSPC", "EIO"], "pwrite": ["ENOSPC", "EIO"],
    "read": ["EIO"], "pread": ["EIO"], "sync": ["EIO"], "rename": ["EIO", "ENOSPC"], "truncate": ["EIO"],
    "mkdir": ["ENOSPC"], "unlink": ["EIO"], "close": ["EIO"],
}
# Ledgers and feeds of saved queries, in which later nights' lines follow those of earlier ones.
ORDERED_BY_NIGHTS = ["ledger/", "queries/"]
# What may interrupt or shorten a call that will be done all the same.
TRANSPARENT = [("write", "SHORT"), ("read", "SHORT"), ("pwrite", "SHORT"), ("pread", "SHORT")]
# As a night may end: well, with an alarm, on input that cannot be read, on output that cannot be written.
EXPECTED = {0: "went on", 2: "alarm", 65: "definition", 66: "cannot read", 73: "cannot write"}


class Stage:
    """A workspace after one night, with changes for the next."""

    def __init__(self, place):
        self.place = place
        self.library = workspace.shim(place)
        self.first = workspace.Workspace(place / "first")
        for number in [0, 1, 3, 5, 7, 9, 17, 39]:
            self.first.put(number)
        self.environment = {"LD_PRELOAD": self.library, "STILL_CLOCK": "1700000000"}
        self.first.must_run(environment=self.environment)
        for number in [2, 11, 13, 27]:
            self.first.put(number)
        self.first.put(0, version=1)
        self.first.remove(1)
        self.environment["STILL_CLOCK"] = "1700086400"
        whole = self.copy("whole")
        counts = place / "counts"
        whole.must_run(environment=self.faults(whole, FAULT_COUNTS=str(counts)))
        self.counts = {name: int(count) for name, count in
                       (line.split()[:2] for line in counts.read_text("latin-1").splitlines()[:13])}
        self.exact = contents.contents(whole.output)
        # A letter that has to wait a night is told after the others.
        self.expected = contents.contents(whole.output, any_order=ORDERED_BY_NIGHTS)

    def faults(self, trial, **variables):
        return {**self.environment, "FAULT_UNDER": str(trial.root), **variables}

    def copy(self, name):
        root = self.place / name
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.first.root, root)
        trial = workspace.Workspace.__new__(workspace.Workspace)
        trial.root, trial.corpus, trial.output = root, root / "Corpus", root / "Output"
        return trial

    def try_one(self, call, at, error, stays=False):
        """What went wrong: nothing, or lines that say so. And how the night ended."""
        trial = self.copy("trial")
        struck = self.place / "struck"
        code, said = trial.run_night("--jobs", "1", environment=self.faults(
            trial, FAULT_CALL=call, FAULT_AT=str(at), FAULT_WITH=error, FAULT_STAYS=str(int(stays)),
            FAULT_COUNTS=str(struck)))
        where = struck.read_text("latin-1").split("\0")[0].splitlines()[-1].replace(str(trial.root), "…")
        wrong = []
        if code not in EXPECTED:
            wrong.append(f"ended with {code}: {said.strip()[-300:]}")
        elif code not in (0, 2) and not said.startswith("error: "):
            wrong.append(f"ended with {code} and said: {said.strip()[:300]!r}")
        code_after, said_after = trial.run_night("--retry", "--jobs", "1", environment=self.environment)
        if code_after != 0:
            wrong.append(f"the next night ended with {code_after}: {said_after.strip()[-300:]}")
        wrong += contents.differences(self.expected, contents.contents(trial.output, any_order=ORDERED_BY_NIGHTS))
        wrong += [f"left behind: {name}" for name in contents.leftovers(trial.output)]
        return [f"{where}: {line}" for line in wrong], code

    def try_transparent(self, call, error):
        trial = self.copy("trial")
        code, said = trial.run_night("--jobs", "1", environment=self.faults(
            trial, FAULT_CALL=call, FAULT_AT="1", FAULT_WITH=error, FAULT_STAYS="1"))
        wrong = [] if code == 0 else [f"ended with {code}: {said.strip()[-300:]}"]
        return wrong + contents.differences(self.exact, contents.contents(trial.output)), code


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--each", type=int, default=1, help="only every so manieth call of a kind")
    options.add_argument("--call", choices=FAILING, help="only this kind of call")
    chosen = options.parse_args()
    tried = wrong = 0
    with tempfile.TemporaryDirectory(prefix="letterbook-faults-") as folder:
        stage = Stage(pathlib.Path(folder).resolve())
        print(f"{'call':9} {'error':7} {'calls':>6} {'tried':>6}  outcomes")
        for call, errors in FAILING.items():
            if chosen.call not in (None, call):
                continue
            for error in errors:
                outcomes, count = collections.Counter(), stage.counts[call]
                for at in range(1, count + 1, chosen.each):
                    found, code = stage.try_one(call, at, error)
                    outcomes[EXPECTED.get(code, f"exit code {code}")] += 1
                    for line in found[:4]:
                        print("  !", line, flush=True)
                    wrong += bool(found)
                tried += sum(outcomes.values())
                told = ", ".join(f"{name} {number}" for name, number in outcomes.most_common())
                print(f"{call:9} {error:7} {count:6} {sum(outcomes.values()):6}  {told}", flush=True)
        for call, error in TRANSPARENT if chosen.call is None else []:
            found, _ = stage.try_transparent(call, error)
            for line in found[:4]:
                print("  !", line)
            wrong += bool(found)
            tried += 1
            print(f"{call:9} {error:7} {stage.counts[call]:6} {'all':>6}  {'noticed' if found else 'unnoticed'}", flush=True)
    print(f"faults       {tried}\ndifferences  {wrong}")
    sys.exit(1 if wrong else 0)


main()
