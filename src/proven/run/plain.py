"""Runs snippets where a process cannot fork (Windows): a fresh interpreter for each, as `python script` would start it.

Processes that a snippet starts begin anew too (`spawn`), also where they could be forked. Speaks with pool.py as parent.py does, and is slower by one `import torch` a snippet. Only Python's audit hook watches over files and
network here. What a snippet has started ends with it where processes have groups; on Windows only its own process does.

`python -m proven.run.plain` serves; with the path of a job it is the snippet.
"""

from __future__ import annotations

import contextlib
import json
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from proven.run import confine, statements
from proven.run.folders import remove

SOURCES = Path(__file__).parents[2]


def serve() -> None:
    setup = json.loads(sys.stdin.readline())  # what to import ahead and how many at a time: neither is of use here
    asked = subprocess.run([sys.executable, "-m", "proven.run.machine"], capture_output=True, text=True, check=True)  # imports torch
    print(json.dumps({"machine": json.loads(asked.stdout) | {"start": "spawn"}, "means": dict.fromkeys(confine.MEANS, False)}), flush=True)
    for line in sys.stdin:
        job = json.loads(Path(json.loads(line)).read_text("utf-8"))
        print(json.dumps({"id": job["id"], "outcome": _outcome(job)}), flush=True)
    remove(Path(setup["folder"]))


def _outcome(job: dict[str, Any]) -> dict[str, Any]:
    """Start the snippet, wait for its end or make one: the outcome that keeper.keep describes."""
    folder, started, stopped = Path(job["folder"]), time.monotonic(), ""
    with open(folder / "stdout", "ab") as out, open(folder / "stderr", "ab") as err:
        command = [sys.executable, "-X", "utf8", "-m", "proven.run.plain", str(folder / "job.json")]
        process = subprocess.Popen(
            command,
            cwd=folder / "work",
            env=job["environ"] | {"PYTHONPATH": str(SOURCES)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=hasattr(os, "killpg"),  # a group of its own
        )
        try:
            process.wait(job["timeout"])
        except subprocess.TimeoutExpired:
            stopped = f"still running after {job['timeout']:g} s"
            process.kill()
            process.wait()
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError):  # it left nothing behind
                os.killpg(process.pid, signal.SIGKILL)
    told = (folder / "events").read_text("utf-8") if (folder / "events").exists() else ""
    events = [json.loads(line) for line in told.splitlines() if line.endswith("}")]
    at = [event["at"] for event in events if "at" in event]
    line = job["spans"][at[-1]][0] if at else 1
    outcome = {"events": events, "failure": None, "line": None, "trace": "", "seconds": round(time.monotonic() - started, 3)}
    failed = next((e for e in events if "breach" in e), None) or next((e for e in events if "failure" in e), None)
    if stopped:
        outcome.update(failure=stopped, line=line)
    elif failed:
        outcome.update(failure=failed.get("breach") or failed["failure"], line=failed["line"] or line, trace=failed.get("trace", ""))
    elif not any("done" in event for event in events):
        outcome.update(
            failure=f"ended with exit code {process.returncode} before its last statement: what follows was not proven", line=line
        )
    return outcome


def be_snippet(path: Path) -> None:
    """What child.run does, in a process of its own from the start."""
    job = json.loads(path.read_text("utf-8"))
    folder, pid = Path(job["folder"]), os.getpid()
    caught: list[str] = []
    script = str(folder / "work" / job["file"])
    events = open(folder / "events", "a", encoding="utf-8", buffering=1)  # noqa: SIM115 open until the process ends

    def tell(**event: Any) -> None:
        events.write(json.dumps(event) + "\n")

    def breach(what: str) -> None:
        tell(breach=what, line=statements.line_in(script, traceback.extract_stack()))

    def flush() -> dict[str, Any]:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):  # closed or replaced by the snippet
                stream.flush()
        event = {"out": (folder / "stdout").stat().st_size, "err": (folder / "stderr").stat().st_size, "warnings": caught[:]}
        caught.clear()
        return event

    code = 1
    try:
        statements.hear_warnings(caught, pid, job["addressed"])
        statements.hear_lost_exceptions(script, tell)
        statements.look_like_python(script, job["library"])
        multiprocessing.set_start_method("spawn")  # as where this runs; elsewhere a try of it
        confine.watch(breach, [str(folder / name) for name in ("work", "home", "tmp")])
        code = 0 if statements.run(script, job["spans"], tell, flush) else 1
        logging.shutdown()
    finally:
        os._exit(code)


if __name__ == "__main__":
    be_snippet(Path(sys.argv[1])) if len(sys.argv) > 1 else serve()
