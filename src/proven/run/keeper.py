"""Watches over one snippet: its time, its output, its memory, its files, its processes. Whatever the snippet does, the keeper ends it and
says what happened."""

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
from proven.run.ahead import Ahead

OUTPUT_LIMIT = 2 << 20  # bytes of stdout or stderr
MEMORY_LIMIT = 5 << 30  # bytes in use by the snippet and all that it has started, what they share counted once; as much again for each GPU
DISK_LIMIT = 1 << 30  # bytes in its folders
FILES_LIMIT = 50_000  # files and folders in them
PROCESS_LIMIT = 200
GRACE = 2.0  # seconds for helpers such as multiprocessing's resource tracker to notice that the snippet is gone
_EVENTS_LIMIT = 64 << 20  # bytes of what is told of it
_LOOK = 0.1  # seconds between two looks at memory and processes; files are counted ten times less often
PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36


class Clock:
    """Seconds that this process was awake. A machine that stands still (a paused virtual one, a crowded host) takes none of a snippet's time."""

    def __init__(self) -> None:
        self._awake, self._last = 0.0, time.monotonic()

    def now(self) -> float:
        """To be asked more often than once in a second."""
        last, self._last = self._last, time.monotonic()
        self._awake += min(self._last - last, 1.0)
        return self._awake


def keep(job: dict[str, Any], means: dict[str, bool], ahead: Ahead) -> dict[str, Any]:
    """Fork the snippet of `job`, wait for its end or make one, and return its outcome:

    events (see child.run), failure (text or None), line, trace, seconds.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 1)
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's to handle
    read_end, write_end = os.pipe()
    started = time.monotonic()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if sys.platform == "linux":
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        # Close-on-exec: a program that the snippet starts never sees it. All others are closed there.
        os.dup2(write_end, child.STATUS, inheritable=False)
        child.run(job, means, ahead)
    os.close(write_end)
    standing = _standing()
    outcome = _watch(job, pid, read_end)
    if _standing() != standing and outcome["failure"] is None:
        outcome.update(failure="slowed down what watches over it", line=1)
    left = _left_behind()
    if left and outcome["failure"] is None:
        started_by = [event["end"] for event in outcome["events"] if set(event.get("children", ())) & left.keys()]
        named = [f"pid {pid} ({command})" for pid, command in list(left.items())[:5]]
        outcome["failure"] = "left running: " + "; ".join(named) + (f" and {len(left) - 5} more" if len(left) > 5 else "")
        outcome["line"] = job["spans"][min(started_by, default=-1)][0]
    if not _kill_all():
        outcome["failure"] = outcome["failure"] or "left a process running that goes on by replacing itself"
    outcome["seconds"] = round(time.monotonic() - started, 3)
    return outcome


def _standing() -> tuple[int, set[int]]:
    """The keeper's own priority and processors, which a snippet of the same user may change."""
    return os.getpriority(os.PRIO_PROCESS, 0), os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()


def _watch(job: dict[str, Any], pid: int, pipe: int) -> dict[str, Any]:
    os.set_blocking(pipe, False)
    selector = selectors.DefaultSelector()
    selector.register(pipe, selectors.EVENT_READ)
    if hasattr(os, "pidfd_open"):
        selector.register(os.pidfd_open(pid), selectors.EVENT_READ)
    stream, exit_code, stopped, look, looks, clock = b"", None, None, 0.0, 0, Clock()
    while exit_code is None:
        selector.select(0.02)
        stream += _drain(pipe)
        exit_code = _reap(pid)
        if stopped is None and exit_code is None:
            now = clock.now()
            if now > job["timeout"]:
                stopped = f"still running after {job['timeout']:g} s"
            elif (size := _output_size(job)) > OUTPUT_LIMIT:
                stopped = f"printed {size >> 20} MiB and more; the limit is {OUTPUT_LIMIT >> 20} MiB"
            elif len(stream) > _EVENTS_LIMIT:
                stopped = "wrote into what the runner hears it through, without end"
            elif now > look:
                look, looks = now + _LOOK, looks + 1
                stopped = _too_much(job, looks % 10 == 0)
            if stopped:
                _ask_where(pid)
                _kill_all()
    stream += _drain(pipe)
    events, garbage = _events(stream)
    try:
        return _outcome(job, events, garbage, exit_code, stopped)
    except (LookupError, TypeError):  # events that the snippet made up
        return _outcome(job, [], True, exit_code, stopped)


def _outcome(job: dict[str, Any], events: list[dict[str, Any]], garbage: bool, exit_code: int, stopped: str | None) -> dict[str, Any]:
    failure = next((e for e in events if "breach" in e), None) or next((e for e in events if "failure" in e), None)
    done = any("done" in e for e in events)
    outcome: dict[str, Any] = {"events": events, "failure": None, "line": None, "trace": ""}
    if stopped:
        outcome.update(failure=stopped, line=_where(job))
    elif failure:
        outcome.update(failure=failure.get("breach") or failure["failure"], line=failure["line"], trace=failure.get("trace", ""))
    elif exit_code < 0:
        outcome.update(failure=f"killed by {signal.Signals(-exit_code).name}", line=_where(job))
    elif exit_code == child.UNHEARD or garbage or (done and not _whole(events, len(job["spans"]))):
        outcome.update(failure="closed, or wrote into, what the runner hears it through: nothing it did after that was proven")
    elif not done:
        outcome.update(failure=f"ended with exit code {exit_code} before its last statement: what follows was not proven")
    if outcome["failure"] and outcome["line"] is None:
        at = [e["at"] for e in events if "at" in e]
        outcome["line"] = job["spans"][at[-1]][0] if at else 1
    return outcome


def _events(stream: bytes) -> tuple[list[dict[str, Any]], bool]:
    """What was told, from the last beginning on; and whether there is something else in it."""
    events: list[dict[str, Any]] = []
    garbage = False
    for line in stream.split(b"\n"):
        try:
            event = json.loads(line) if line else {}
        except (ValueError, RecursionError):
            event = None
        if not isinstance(event, dict):
            garbage = True
        elif "again" in event:
            events = [event]
        elif event:
            events.append(event)
    return events, garbage


def _whole(events: list[dict[str, Any]], statements: int) -> bool:
    """Whether each statement was begun and ended in its turn."""
    told = [(key, event[key]) for event in events for key in ("at", "end") if key in event]
    return told == [(key, number) for number in range(statements) for key in ("at", "end")]


def _too_much(job: dict[str, Any], count_files: bool) -> str | None:
    """What the snippet uses more of than it may, in words."""
    pids = _descendants()
    if len(pids) > PROCESS_LIMIT:
        return f"started {len(pids)} processes; the limit is {PROCESS_LIMIT}"
    limit = MEMORY_LIMIT * (1 + job["gpus"])
    if pids and (memory := _memory(pids, limit)) > limit:
        return f"uses {memory / 2**30:.1f} GiB of memory; the limit is {limit / 2**30:g} GiB"
    if count_files:
        files, size = _usage(job["folder"])
        if size > DISK_LIMIT:
            return f"wrote {size / 2**30:.1f} GiB; the limit is {DISK_LIMIT / 2**30:g} GiB"
        if files > FILES_LIMIT:
            return f"wrote {files} files; the limit is {FILES_LIMIT}"
    return None


def _memory(pids: list[int], limit: int) -> int:
    """Bytes that these processes hold. The quick sum counts what they share many times; the exact one costs more and is asked if needed."""
    resident = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            resident += int(_text(f"/proc/{pid}/statm").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if resident <= limit:
        return resident
    exact = 0
    for pid in pids:
        with contextlib.suppress(OSError, TypeError):
            exact += int(re.search(r"(?m)^Pss:\s*(\d+)", _text(f"/proc/{pid}/smaps_rollup"))[1]) << 10  # type: ignore[index]
    return exact


def _usage(folder: str) -> tuple[int, int]:
    """How many files there are below a folder, and the bytes they take."""
    files, size, waiting = 0, 0, [folder]
    while waiting and files <= FILES_LIMIT:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:  # gone by now, or too deep to be named
            for entry in entries:
                with contextlib.suppress(OSError):
                    files, size = files + 1, size + entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
    return files, size


def _drain(pipe: int) -> bytes:
    data = b""
    try:
        while chunk := os.read(pipe, 1 << 16):
            data += chunk
            if len(data) > 1 << 24:
                break  # the snippet floods it; the deadline comes
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
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, child.TRACE_SIGNAL)
        time.sleep(0.2)


def _where(job: dict[str, Any]) -> int | None:
    """The innermost line of the snippet in the stack that faulthandler wrote."""
    trace = Path(job["folder"], "trace")
    found = re.findall(rf'File "[^"]*{re.escape(job["file"])}", line (\d+)', trace.read_text()) if trace.exists() else []
    return int(found[0]) if found else None


def _descendants() -> list[int]:
    """Living processes below the keeper."""
    children: dict[int, list[int]] = {}
    if sys.platform != "linux":
        return []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = _text(f"{entry.path}/stat").rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] != "Z":
                children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, queue = [], [os.getpid()]
    while queue:
        below = children.get(queue.pop(), [])
        queue += below
        found += below
    return found


def _command(pid: int) -> str:
    command = ""
    with contextlib.suppress(OSError):
        command = _text(f"/proc/{pid}/cmdline").replace("\0", " ").strip()
    return "a fork of the snippet" if re.search(r"\bproven.run\b", command) else command[:80] or "it has ended since"


def _text(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def _left_behind() -> dict[int, str]:
    """The processes that outlive the snippet by more than the grace period: pid -> command line."""
    deadline = time.monotonic() + GRACE
    while (left := _descendants()) and time.monotonic() < deadline:
        _reap(-1)
        time.sleep(0.02)
    return {pid: _command(pid) for pid in left}


def _end(*_: object) -> None:
    """The caller wants an end, or has died: nothing of the snippet stays."""
    _kill_all()
    os._exit(1)


def _kill_all() -> bool:
    """End everything below the keeper; False if something was quicker, which only happens without processes of its own."""
    deadline = time.monotonic() + 5
    while left := _descendants():
        if os.getpid() == 1:  # the kernel ends all others at once: nothing can be forked past it
            with contextlib.suppress(ProcessLookupError):
                os.kill(-1, signal.SIGKILL)
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)
        _reap(-1)
        if time.monotonic() > deadline:
            return False
    return True
