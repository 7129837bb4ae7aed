"""A throw-away workspace, and a program that runs in it."""
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import sys

import letters

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent

QUERIES = {
    "mothers": "query: topic:maternal-health\nwhy: Tests of being cut off.\n",
    "hubs": "query: topic:ctsa OR agency:ncats\nwhy: Tests of being cut off.\n",
}


def program():
    """The program to break: LETTERBOOK_PROGRAM, or the release build of this checkout."""
    path = os.environ.get("LETTERBOOK_PROGRAM") or CHECKOUT / ".build/release/letterbook"
    if not os.access(path, os.X_OK):
        sys.exit(f"no program at {path}: build it (swift build -c release) or name one in LETTERBOOK_PROGRAM")
    return str(pathlib.Path(path).resolve())


class Workspace:
    """The project's definitions, a corpus of its own, an output."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.corpus, self.output = self.root / "Corpus", self.root / "Output"
        self.pipeline = self.root / "Pipeline"
        self.corpus.mkdir(parents=True)
        self.pipeline.mkdir()
        for name in ["letterbook.yaml", "agencies.yaml", "organizations.yaml", "topics"]:
            source = CHECKOUT / "Pipeline" / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, self.pipeline / name)
        (self.pipeline / "queries").mkdir()
        for name, text in QUERIES.items():
            (self.pipeline / "queries" / f"{name}.yaml").write_text(text)

    def put(self, number, version=0):
        path, data = letters.letter(number, version)
        file = self.corpus / path
        file.parent.mkdir(exist_ok=True)
        # Never in place: another corpus may share the file.
        file.unlink(missing_ok=True)
        file.write_bytes(data)

    def remove(self, number):
        (self.corpus / letters.letter(number)[0]).unlink()

    def night(self, *arguments, environment=None, **options):
        """Begins a night; its worker processes are its own group's."""
        return subprocess.Popen(
            [program(), "nightly", "--quiet", "--ocr", "never", *arguments], cwd=self.root,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace",
            env={**os.environ, **(environment or {})}, start_new_session=True, **options)

    def run_night(self, *arguments, **options):
        """A whole night. Gives its exit code and what it said on standard error."""
        with self.night(*arguments, **options) as night:
            _, errors = night.communicate()
        return night.returncode, errors

    def must_run(self, *arguments, **options):
        code, errors = self.run_night(*arguments, **options)
        if code != 0:
            sys.exit(f"a night that nobody disturbed ended with {code}: {errors}")


def end(process):
    """Kills a process and all of its group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def die_with_parent():
    """For preexec_fn: no night outlives a harness that was itself cut off."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def shim(folder):
    """Builds faults.c; gives the path of the library."""
    library = pathlib.Path(folder) / "faults.so"
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        sys.exit("no C compiler: install gcc or clang")
    subprocess.run(
        [compiler, "-O1", "-Wall", "-shared", "-fPIC", "-o", library, HERE / "faults.c", "-ldl"], check=True)
    return str(library)
