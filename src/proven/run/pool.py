"""The caller's side: hands snippets to the parent and turns what comes back into results."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proven.script import SOURCES, Script

# What the parent imports once, and which text in a snippet tells that it will be used. None of these starts a thread.
_WARM = {
    "torch": r"\btorch\b",
    "torch._dynamo": r"\boptim\b|\bcompile\b",  # the first optimizer of a process imports it: seconds
    "torch.utils.tensorboard": r"torch\.utils\.tensorboard\b",
    "numpy": r"\bnumpy\b",
    "matplotlib.pyplot": r"\bmatplotlib\b",
    "sklearn.datasets": r"\bsklearn\b",
}
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


class Pool:
    """A warmed parent and the jobs it was given.

    Args:
        snippets: what will be run; decides what the parent imports.
        jobs: how many run at once; default the number of processors this process may use.

    Raises:
        RuntimeError: the parent did not start.
    """

    def __init__(self, snippets: list[Script], jobs: int | None = None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tbe-")
        sources = "\n".join(snippet.source for snippet in snippets)
        named = [module for module, used in _WARM.items() if re.search(used, sources)]
        self._parent = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", _RUNNER],
            env=_environ({"HOME": os.environ.get("HOME", self._folder.name), "TMPDIR": self._folder.name}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            bufsize=1,
        )
        self._done: dict[int, Result] = {}
        self._given: dict[int, Script] = {}
        self._say({"preload": named, "jobs": jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or 2})
        hello = self._hear()
        self.machine: dict[str, Any] = hello["machine"]
        self.means: dict[str, bool] = hello["means"]

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._parent.stdin:
            self._parent.stdin.close()  # the parent ends what still runs, then itself
        self._parent.wait()
        self._folder.cleanup()

    def submit(self, snippet: Script) -> int:
        """Queue a run and return its number. What runs is `snippet.source`, whatever its file holds by now: a changed script runs under its name."""
        number = len(self._given)
        self._given[number] = snippet
        folder = Path(self._folder.name, str(number))
        for name in ("work", "home", "tmp"):
            folder.joinpath(name).mkdir(parents=True)
        folder.joinpath("work", snippet.path.name).write_bytes(snippet.source.encode())
        self._say({
            "id": number,
            "folder": str(folder),
            "file": snippet.path.name,
            "spans": [[statement.start, statement.end] for statement in snippet.statements],
            "timeout": snippet.header.timeout,
            "alone": snippet.header.alone,
            "environ": _environ({"HOME": f"{folder}/home", "TMPDIR": f"{folder}/tmp"}),
        })  # fmt: skip
        return number

    def result(self, number: int) -> Result:
        """Wait for the end of a run that was submitted."""
        while number not in self._done:
            answer = self._hear()
            self._done[answer["id"]] = self._collect(answer["id"], answer["outcome"])
        return self._done[number]

    def run(self, snippet: Script) -> Result:
        return self.result(self.submit(snippet))

    def _collect(self, number: int, outcome: dict[str, Any] | None) -> Result:
        folder = Path(self._folder.name, str(number))
        if outcome is None:
            return Result(failure="its keeper was killed", line=1)
        snippet = self._given[number]
        files = {name: folder.joinpath(name).read_bytes() if folder.joinpath(name).exists() else b"" for name in ("stdout", "stderr")}
        printed, warned, failure, line = [], [], outcome["failure"] or "", outcome["line"] or 1
        start = {"out": 0, "err": 0}
        for event in outcome["events"]:
            if "end" not in event:
                continue
            statement = snippet.statements[event["end"]]
            try:
                text = files["stdout"][start["out"] : event["out"]].decode("utf-8")
            except UnicodeDecodeError as error:
                text, failure, line = (
                    "",
                    failure or f"printed bytes that are not UTF-8: {error.object[error.start : error.start + 8]!r}",
                    statement.start,
                )
            errors = files["stderr"][start["err"] : event["err"]].decode("utf-8", "replace")
            printed.append([piece.rstrip(" \t") for piece in text.split("\n")[: -1 if text.endswith("\n") else None]] if text else [])
            heard = [*event["warnings"], *re.findall(r"(?m)^\S.*?: (\w*Warning: .*)$", errors)]
            warned.append([_first_line(warning) for warning in heard if not warning.startswith(_NO_NUMPY)])
            start = {"out": event["out"], "err": event["err"]}
        figures = {}
        for name in snippet.header.figures:
            if (file := folder / "work" / name).is_file():
                figures[name] = file.read_bytes()
            elif not failure:
                failure, line = f"did not write the figure {name} that its header names", 1
        shutil.rmtree(folder, ignore_errors=True)
        stderr = files["stderr"][-4000:].decode("utf-8", "replace")
        trace = outcome["trace"].replace(f"{folder}/work/", "")
        return Result(printed, warned, failure.replace(f"{folder}/work/", ""), line, trace, stderr, outcome["seconds"], figures)

    def _say(self, message: dict[str, Any]) -> None:
        assert self._parent.stdin
        self._parent.stdin.write(json.dumps(message) + "\n")

    def _hear(self) -> dict[str, Any]:
        assert self._parent.stdout
        if not (line := self._parent.stdout.readline()):
            raise RuntimeError(f"the runner's parent ended with exit code {self._parent.wait()}; what it said stands above")
        return json.loads(line)


def _first_line(warning: str) -> str:
    return warning.strip().split("\n")[0].partition(" (Triggered internally at")[0].rstrip()


def _environ(own: dict[str, str]) -> dict[str, str]:
    """The environment of the parent and of every snippet: nothing of the caller's but what finds programs and devices."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | own | {
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(SOURCES),
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",  # in spawned children; lines then come in order, as in a terminal
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "JE_ARROW_MALLOC_CONF": "background_thread:false",  # pyarrow, which scikit-learn imports where it is, starts a thread
        "MATPLOTLIBRC": str(Path(__file__).with_name("matplotlibrc")),
        "SOURCE_DATE_EPOCH": "0",
    }  # fmt: skip
