"""The caller's side: hands snippets to the parent and turns what comes back into results."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from proven.run.folders import remove
from proven.script import Script

FOLDER = "/snippet"  # what a snippet's folder is called in what it prints: work/, home/ and tmp/ are in it
_HERE = Path(__file__).parent
_SOURCES = _HERE.parents[1]  # where this package is found

_KEPT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT", "CUDA_VISIBLE_DEVICES", "CUDA_HOME")

# The second starts an interpreter a snippet. PLAIN asks for it where the first would do.
_RUNNER = "proven.run.parent" if hasattr(os, "fork") and "PLAIN" not in os.environ else "proven.run.plain"

_NO_NUMPY = "UserWarning: Failed to initialize NumPy"  # torch without NumPy says so in each new process; no snippet's doing


@dataclass(frozen=True)
class Result:
    """What one run of a snippet showed. `printed` and `warned` have an entry for each statement that ended."""

    printed: list[list[str]] = field(default_factory=list)
    warned: list[list[str]] = field(default_factory=list)
    failure: str = ""  # empty: it ran to its end
    line: int = 1  # where it failed
    trace: str = ""
    stderr: str = ""
    seconds: float = 0.0
    figures: dict[str, bytes] = field(default_factory=dict)
    torch: str = ""  # the version that ran


class Pool:
    """A warmed parent and the jobs it was given.

    Args:
        snippets: what will be run; decides what the parent imports.
        jobs: how many run at once; default one more than the processors this process may use, for some wait.
        patience: how many times the seconds of its header a snippet may take; on a busy machine what starts processes is late.

    Raises:
        RuntimeError: `jobs` is not a number of snippets.
    """

    def __init__(self, snippets: list[Script], jobs: int | None = None, patience: float = 1.0) -> None:
        if jobs is not None and jobs < 1:
            raise RuntimeError(f"{jobs} at a time: there must be at least one")
        self._patience = patience
        self._folder = Path(tempfile.mkdtemp(prefix="tbe-"))
        self._library = self._folder / "library"
        self._library.mkdir()
        # A copy, so that all runs see the same recipes whatever is edited meanwhile, and see nothing else of the project.
        places = {snippet.places for snippet in snippets}
        for place in places:
            if (recipes := place.sources / place.library).is_dir():
                shutil.copytree(recipes, self._library / place.library, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        sources = "\n".join(snippet.source for snippet in snippets)
        warm = [place.warm for place in places]
        named = {module: 1 for one in warm for module, used in one.preload if re.search(used, sources)}
        self._done: dict[int, Result] = {}
        self._given: dict[int, Script] = {}
        self.lost: dict[int, str] = {}  # runs that were begun again because their keeper was lost: which, and how
        self._parent = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", _RUNNER],
            env=self._environ(PYTHONPATH=str(_SOURCES), HOME=os.environ.get("HOME", str(self._folder)), TMPDIR=str(self._folder)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            bufsize=1,
            start_new_session=True,  # Ctrl-C in the terminal is for the caller
        )
        self._say({
            "preload": list(named),
            "stubs": [name for one in warm for name in one.stubs],
            "jobs": jobs or 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1),
            "folder": str(self._folder),
            "hidden": [os.path.expanduser("~"), tempfile.gettempdir(), *(str(place.root) for place in places)],
            "needed": self._needed(),
        })  # fmt: skip

    @cached_property
    def _hello(self) -> dict[str, Any]:
        """The first that the parent says; until then it imports, and we may do other things."""
        return self._hear()

    @property
    def machine(self) -> dict[str, Any]:
        """What this machine is; see machine.describe. Waits until the parent is warm.

        Raises:
            RuntimeError: it did not start.
        """
        return self._hello["machine"]

    @property
    def means(self) -> dict[str, bool]:
        """Which of the kernel's means for isolation work here. Waits as `machine` does."""
        return self._hello["means"]

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            assert self._parent.stdin
            self._parent.stdin.close()  # the parent ends what still runs, then itself; it removes the folder also when we are killed
        self._parent.wait()
        remove(self._folder)

    def submit(self, snippet: Script) -> int:
        """Queue a run and return its number. What runs is `snippet.source`, whatever its file holds by now: a changed script runs under its name."""
        number = len(self._given)
        self._given[number] = snippet
        self._start(number)
        return number

    def _start(self, number: int) -> None:
        snippet, folder = self._given[number], self._folder / str(number)
        library = str(self._library) if snippet.recipes else ""  # who uses no recipe sees none, like a reader
        try:
            for name in ("work", "home", "tmp"):
                folder.joinpath(name).mkdir(parents=True)
            folder.joinpath("work", snippet.path.name).write_bytes(snippet.source.encode())
            job = {
                "id": number,
                "folder": str(folder),
                "file": snippet.path.name,
                "spans": [[statement.start, statement.end] for statement in snippet.statements],
                "timeout": snippet.header.timeout * self._patience,
                "alone": snippet.header.alone,
                "gpus": snippet.header.gpus,
                "library": library,
                "seeds": snippet.places.warm.seeds,
                "addressed": [snippet.places.library, *snippet.places.warm.addressed],
                "environ": self._environ(HOME=f"{folder}/home", TMPDIR=f"{folder}/tmp", **({"PYTHONPATH": library} if library else {})),
            }
            folder.joinpath("job.json").write_text(json.dumps(job), "utf-8")
            with contextlib.suppress(BrokenPipeError):  # the parent has ended: who waits hears of it
                self._say(str(folder / "job.json"))  # short: however many wait, we are never kept from hearing
        except Exception as error:  # this one's trouble, not its neighbours'
            self._done[number] = Result(failure=f"could not be started: {type(error).__name__}: {error}")

    def result(self, number: int) -> Result:
        """Wait for the end of a run that was submitted."""
        while number not in self._done:
            try:
                answer = self._hello and self._hear()
            except (RuntimeError, ValueError) as error:
                return Result(failure=f"nobody can run it any more: {error}")
            one, outcome = answer["id"], answer["outcome"]
            try:
                if outcome is not None:
                    self._done[one] = self._collect(one, outcome)
                elif one in self.lost:
                    self._done[one] = Result(failure=f"its keeper {answer['lost']}, twice")
            except Exception as error:  # of whichever it is: the one that is waited for has nothing to do with it
                self._done[one] = Result(failure=f"what it left cannot be read: {type(error).__name__}: {error}")
            remove(self._folder / str(one))
            if one not in self._done:  # the machine's trouble, most likely; if it is the snippet's, it comes again
                self.lost[one] = f"{self._given[one].path.name}: its keeper {answer['lost']}"
                self._start(one)
        return self._done[number]

    def run(self, snippet: Script) -> Result:
        return self.result(self.submit(snippet))

    def _collect(self, number: int, outcome: dict[str, Any]) -> Result:
        snippet, folder = self._given[number], self._folder / str(number)
        files = {name: folder.joinpath(name).read_bytes() if folder.joinpath(name).exists() else b"" for name in ("stdout", "stderr")}
        printed, warned, failure, line = [], [], outcome["failure"] or "", outcome["line"] or 1
        start, half = {"out": 0, "err": 0}, 0  # `half`: the statement that began a line and did not end it
        for event in outcome["events"]:
            if "again" in event:
                start = event
            if "end" not in event:
                continue
            statement = snippet.statements[event["end"]]
            try:
                text = self._seen(folder, files["stdout"][start["out"] : event["out"]].decode("utf-8").replace(os.linesep, "\n"))
            except UnicodeDecodeError as error:
                text = ""
                said = f"printed bytes that are not UTF-8: {error.object[error.start : error.start + 8]!r}"
                failure, line = (failure, line) if failure else (said, statement.start)
            if text and half and not text.startswith("\n") and not failure:  # the record would show two lines where a screen shows one
                failure, line = f"goes on in the line that the statement on line {half} began", statement.start
            text, half = text.removeprefix("\n") if half else text, half if not text else 0 if text.endswith("\n") else statement.start
            errors = files["stderr"][start["err"] : event["err"]].decode("utf-8", "replace")
            printed.append([piece.rstrip(" \t") for piece in text.split("\n")[: -1 if text.endswith("\n") else None]] if text else [])
            heard = [*event["warnings"], *re.findall(r"(?m)^\S.*?: (\w*Warning: .*)$", errors)]
            warned.append([self._seen(folder, _first_line(warning)) for warning in heard if not warning.startswith(_NO_NUMPY)])
            start = {"out": event["out"], "err": event["err"]}
        figures = {}
        for name in snippet.header.figures:
            file = folder / "work" / name
            if file.is_file() and not file.is_symlink() and file.parent.resolve() == (folder / "work").resolve():
                figures[name] = file.read_bytes()
            elif not failure:
                failure, line = f"did not write the figure {name} that its header names", 1
        stderr = self._seen(folder, files["stderr"][-4000:].decode("utf-8", "replace"))
        trace, failure = (text.replace(f"{folder}/work/", "") for text in (outcome["trace"], failure))
        return Result(
            printed,
            warned,
            self._seen(folder, failure),
            line,
            self._seen(folder, trace),
            stderr,
            outcome["seconds"],
            figures,
            self.machine["torch"],
        )

    def _seen(self, folder: Path, text: str) -> str:
        """What a snippet said, with names for its folders that are the same in each run."""
        return text.replace(str(folder), FOLDER).replace(str(self._library), f"{FOLDER}/library")

    def _environ(self, **own: str) -> dict[str, str]:
        """The environment of the parent and of every snippet: nothing of the caller's but what finds programs and devices."""
        return {name: os.environ[name] for name in _KEPT if name in os.environ} | {
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONUTF8": "1",
            "PYTHONUNBUFFERED": "1",  # in spawned children; lines then come in order, as in a terminal
            "OMP_NUM_THREADS": "1",  # OpenBLAS and MKL follow it
            "JE_ARROW_MALLOC_CONF": "background_thread:false",  # pyarrow, which scikit-learn imports where it is, starts a thread
            "MATPLOTLIBRC": str(_HERE / "matplotlibrc"),
            "SOURCE_DATE_EPOCH": "0",
        } | own  # fmt: skip

    def _needed(self) -> list[str]:
        """What a snippet must be able to read although it may stand in the home folder, the project or the folder of temporary files."""
        paths = [sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path, *os.get_exec_path(), str(self._library), str(_HERE.parent)]
        paths += [*os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep), os.environ.get("CUDA_HOME", "")]
        return [path for path in paths if os.path.isabs(path) and not _SOURCES.is_relative_to(path)]

    def _say(self, message: dict[str, Any] | str) -> None:
        assert self._parent.stdin
        self._parent.stdin.write(json.dumps(message) + "\n")

    def _hear(self) -> dict[str, Any]:
        assert self._parent.stdout
        if not (line := self._parent.stdout.readline()):
            raise RuntimeError(f"the runner's parent ended with exit code {self._parent.wait()}; what it said stands above")
        return json.loads(line)


def _first_line(warning: str) -> str:
    return warning.strip().split("\n")[0].partition(" (Triggered internally at")[0].rstrip()
