"""Watches over one snippet: its time, its output, its processes. Whatever the snippet does, the keeper ends it and says what happened."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import re
import selectors
import signal
import sys
import time
from pathlib import Path
from typing import Any

from proven.run import child

OUTPUT_LIMIT = 2 << 20  # bytes of stdout or stderr
GRACE = 2.0  # seconds for helpers such as multiprocessing's resource tracker to notice that the snippet is gone
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36


def keep(job: dict[str, Any], means: dict[str, bool]) -> dict[str, Any]:
    """Fork the snippet of `job`, wait for its end or make one, and return its outcome:

    events (see child.run), failure (text or None), line, trace, seconds.
    """
    os.setsid()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 1)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's to handle
    read_end, write_end = os.pipe()
    started = time.monotonic()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if sys.platform == "linux":
            libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        os.close(read_end)
        # Out of the way of the low numbers, and close-on-exec: a program that the snippet starts never sees it.
        status = 250
        os.dup2(write_end, status, inheritable=False)
        os.close(write_end)
        child.run(job, status, means)
    os.close(write_end)
    outcome = _watch(job, pid, read_end, started + job["timeout"])
    left = _left_behind()
    if left and outcome["failure"] is None:
        started_by = [event["end"] for event in outcome["events"] if set(event.get("children", ())) & left.keys()]
        outcome["failure"] = "left running: " + "; ".join(f"pid {pid} ({command})" for pid, command in left.items())
        outcome["line"] = job["spans"][min(started_by, default=-1)][0]
    _kill_all()
    outcome["seconds"] = round(time.monotonic() - started, 3)
    return outcome


def _watch(job: dict[str, Any], pid: int, pipe: int, deadline: float) -> dict[str, Any]:
    os.set_blocking(pipe, False)
    selector = selectors.DefaultSelector()
    selector.register(pipe, selectors.EVENT_READ)
    if hasattr(os, "pidfd_open"):
        selector.register(os.pidfd_open(pid), selectors.EVENT_READ)
    stream, exit_code, stopped = b"", None, None
    while exit_code is None:
        selector.select(0.02)
        stream += _drain(pipe)
        exit_code = _reap(pid)
        if stopped is None and exit_code is None:
            if time.monotonic() > deadline:
                stopped = f"still running after {job['timeout']:g} s"
            elif (size := _output_size(job)) > OUTPUT_LIMIT:
                stopped = f"printed {size >> 20} MiB and more; the limit is {OUTPUT_LIMIT >> 20} MiB"
            if stopped:
                _ask_where(pid)
                _kill_all()
    stream += _drain(pipe)
    events = [json.loads(line) for line in stream.splitlines() if line.endswith(b"}")]
    failure = next((e for e in events if "breach" in e), None) or next((e for e in events if "failure" in e), None)
    complete = any("done" in e for e in events)
    outcome: dict[str, Any] = {"events": events, "failure": None, "line": None, "trace": ""}
    if stopped:
        outcome.update(failure=stopped, line=_where(job))
    elif failure:
        outcome.update(failure=failure.get("breach") or failure["failure"], line=failure["line"], trace=failure.get("trace", ""))
    elif exit_code < 0:
        outcome.update(failure=f"killed by {signal.Signals(-exit_code).name}", line=_where(job))
    elif not complete:
        outcome.update(failure=f"ended with exit code {exit_code} before its last statement: what follows was not proven")
    if outcome["failure"] and outcome["line"] is None:
        at = [e["at"] for e in events if "at" in e]
        outcome["line"] = job["spans"][at[-1]][0] if at else 1
    return outcome


def _drain(pipe: int) -> bytes:
    data = b""
    try:
        while chunk := os.read(pipe, 1 << 16):
            data += chunk
    except BlockingIOError:
        pass
    return data


def _reap(pid: int) -> int | None:
    """Collect what has ended, orphans included; the exit code of `pid` once it has one (negative: a signal)."""
    try:
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            if ended[0] == pid:
                return os.waitstatus_to_exitcode(ended[1])
    except ChildProcessError:
        return 1
    return None


def _output_size(job: dict[str, Any]) -> int:
    return max(Path(job["folder"], name).stat().st_size if Path(job["folder"], name).exists() else 0 for name in ("stdout", "stderr"))


def _ask_where(pid: int) -> None:
    """Let faulthandler write the snippet's stack before it is killed; a snippet that blocks signals loses only the line."""
    os.kill(pid, child.TRACE_SIGNAL)
    time.sleep(0.2)


def _where(job: dict[str, Any]) -> int | None:
    """The innermost line of the snippet in the stack that faulthandler wrote."""
    trace = Path(job["folder"], "trace")
    found = re.findall(rf'File "[^"]*{re.escape(job["file"])}", line (\d+)', trace.read_text()) if trace.exists() else []
    return int(found[0]) if found else None


def _descendants() -> dict[int, str]:
    """Living processes below the keeper: pid -> command line."""
    children: dict[int, list[int]] = {}
    if sys.platform != "linux":
        return {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] != "Z":
                children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, queue = {}, [os.getpid()]
    while queue:
        for pid in children.get(queue.pop(), ()):
            queue.append(pid)
            try:
                command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
            except OSError:
                continue
            found[pid] = "a fork of the snippet" if "proven.run.parent" in command else command[:80]
    return found


def _left_behind() -> dict[int, str]:
    """The processes that outlive the snippet by more than the grace period."""
    deadline = time.monotonic() + GRACE
    while (left := _descendants()) and time.monotonic() < deadline:
        _reap(-1)
        time.sleep(0.02)
    return left


def _end(*_: object) -> None:
    """The caller wants an end, or has died: nothing of the snippet stays."""
    _kill_all()
    os._exit(1)


def _kill_all() -> None:
    while left := _descendants():
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)
        _reap(-1)
