"""The process that is the snippet: runs its statements one by one in a real `__main__` and reports after each."""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import faulthandler
import io
import json
import logging
import multiprocessing.util
import os
import random
import signal
import sys
import tempfile
import threading
import traceback
from typing import Any

from proven.run import confine, statements

TRACE_SIGNAL = signal.SIGUSR2  # the keeper asks with it where the snippet stands


def run(job: dict[str, Any], status: int, means: dict[str, bool]) -> None:
    """Run a snippet and leave the process. Writes one JSON line an event to the descriptor `status`:

    {"at": n} before statement n, {"end": n, "out": bytes, "err": bytes, "warnings": [...], "children": [pids]} after it,
    {"breach": text} when it tries to leave its folder, {"failure": text, "line": n, "trace": text} when it raises, {"done": seconds} when everything has run.
    """
    pid = os.getpid()
    out, err = (os.open(f"{job['folder']}/{name}", os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC) for name in ("stdout", "stderr"))
    script = f"{job['folder']}/work/{job['file']}"

    def tell(**event: Any) -> None:
        if os.getpid() == pid:  # not a fork of the snippet that came this far
            os.write(status, json.dumps(event).encode() + b"\n")

    caught: list[str] = []
    _own_process(job, script, out, err)
    statements.hear_warnings(caught, pid)
    folders = [f"{job['folder']}/{name}" for name in ("work", "home", "tmp")]
    if means["network namespace"]:
        confine.network()
    guarded = means["Landlock"] and confine.files(folders)

    def breach(what: str) -> None:  # told by forked workers too
        os.write(status, json.dumps({"breach": what, "line": statements.line_in(script, traceback.extract_stack())}).encode() + b"\n")

    confine.watch(breach, folders, guarded)

    def flush() -> dict[str, Any]:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):  # closed by the snippet
                stream.flush()
        ctypes.CDLL(None).fflush(None)
        event = {"out": os.fstat(out).st_size, "err": os.fstat(err).st_size, "warnings": caught[:], "children": _children()}
        caught.clear()
        return event

    os._exit(0 if statements.run(script, job["spans"], tell, flush) else 1)


def _own_process(job: dict[str, Any], script: str, out: int, err: int) -> None:
    """Make the fork look like a process just started with `python script`."""
    os.environ.clear()
    os.environ.update(job["environ"])
    os.chdir(f"{job['folder']}/work")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    # Line buffering, as in a terminal: the lines of a process and of its children keep their order.
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8")
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), "utf-8", line_buffering=True)
    sys.stderr = io.TextIOWrapper(io.BufferedWriter(io.FileIO(2, "w", closefd=False)), "utf-8", "backslashreplace", line_buffering=True)
    sys.__dict__.update(__stdin__=sys.stdin, __stdout__=sys.stdout, __stderr__=sys.stderr)
    sys.argv = [script]
    sys.path[0] = os.path.dirname(script)
    trace = os.open(f"{job['folder']}/trace", os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC)
    faulthandler.enable(trace)
    faulthandler.register(TRACE_SIGNAL, trace, all_threads=False)
    # What the parent's imports left for the exit is not this snippet's (torch's costs 60 ms); what any program has comes back.
    atexit._clear()
    atexit.register(logging.shutdown)
    internals: Any = multiprocessing.util
    internals._finalizer_registry.clear()
    atexit.register(internals._exit_function)
    tempfile.tempdir = None  # the parent may have asked for its own already
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    if "torch" in sys.modules:
        sys.modules["torch"].seed()


def _children() -> list[int]:
    """The processes that this one has started and that still run, so that one that is left behind can be laid at a line's door."""
    try:
        with open(f"/proc/self/task/{threading.get_native_id()}/children") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:
        return []
