"""The warmed parent: imports what snippets need once, then forks a keeper a job. It computes nothing and owns no thread.

Started by pool.py as `python -m proven.run.parent`. First line in: {"preload": [modules], "stubs": [modules], "jobs": n, "folder": path, "hidden": [paths],
"needed": [paths]}; first line out: what this machine is. Then one path of a job a line in, one {"id", "outcome"} a line out, until the input ends:
then it ends what still runs and removes the folder, so that nothing stays even if the caller was killed.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import selectors
import signal
import sys
import time
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proven.run import confine, keeper, machine
from proven.run.ahead import Ahead
from proven.run.folders import remove

PATIENCE = 20.0  # seconds beyond a job's timeout after which its keeper is thought to be lost
ANSWER_LIMIT = 256 << 20  # bytes


@dataclass
class _Running:
    pid: int
    job: dict[str, Any]
    deadline: float
    said: bytearray = field(default_factory=bytearray)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's to handle; then our input ends
    setup = json.loads(_readline(0))
    sys.modules.update((name, types.ModuleType(name.rpartition(".")[2])) for name in setup["stubs"])
    ahead = Ahead()
    ahead.load(setup["preload"])  # what is not installed is left out: the snippets that need it are skipped
    threads = len(os.listdir("/proc/self/task")) if sys.platform == "linux" else 1
    if threads > 1:  # a lock that another thread holds stays locked in a fork for ever
        sys.exit(f"the parent owns {threads} threads after importing {setup['preload']}: it cannot fork safely")
    gc.collect()
    gc.freeze()
    means = _in_fork(lambda: confine.available(setup["folder"])) or dict.fromkeys(confine.MEANS, False)
    # A fresh interpreter begins with this package: found in a folder where nothing else stands.
    runner = Path(setup["folder"], "runner")
    runner.mkdir()
    runner.joinpath("proven").symlink_to(Path(__file__).parents[1])
    readable = confine.around(setup["hidden"], [*setup["needed"], str(runner)]) if means["Landlock"] and setup["hidden"] else []
    _send({"machine": _in_fork(machine.describe), "means": means})
    try:
        _serve(setup["jobs"], means, {"readable": readable, "runner": str(runner)}, ahead)
    finally:
        remove(Path(setup["folder"]))


def _serve(limit: int, means: dict[str, bool], common: dict[str, Any], ahead: Ahead) -> None:
    selector = selectors.DefaultSelector()
    selector.register(0, selectors.EVENT_READ)
    waiting: list[dict[str, Any]] = []
    running: dict[int, _Running] = {}  # by the pipe that its keeper answers through
    buffer, open_input, clock = b"", True, keeper.Clock()
    while open_input or waiting or running:
        while waiting and len(running) < limit and not any(one.job["alone"] for one in running.values()):
            if waiting[0]["alone"] and running:
                break
            job = waiting.pop(0)
            pid, pipe = _start(job | common, means, ahead)
            running[pipe] = _Running(pid, job, clock.now() + job["timeout"] + PATIENCE)
            selector.register(pipe, selectors.EVENT_READ)
        for key, _ in selector.select(0.5 if running else None):
            data = os.read(key.fd, 1 << 16)
            if key.fd == 0:
                if not data:  # the caller has gone: end at once, and the snippets with us
                    for one in running.values():
                        _stop(one.pid)
                    return
                *lines, buffer = (buffer + data).split(b"\n")
                waiting += [json.loads(Path(json.loads(line)).read_text("utf-8")) for line in lines]
            elif data and len(running[key.fd].said) < ANSWER_LIMIT:
                running[key.fd].said.extend(data)
            else:
                _answer(running.pop(key.fd), key.fd, selector)
        now = clock.now()
        for pipe in [pipe for pipe, one in running.items() if now > one.deadline]:
            running[pipe].said.clear()
            _answer(running.pop(pipe), pipe, selector, late=True)


def _answer(one: _Running, pipe: int, selector: selectors.BaseSelector, late: bool = False) -> None:
    """Tell the caller how a job ended; None for the outcome: its keeper did not say, and "lost" tells what became of that one."""
    selector.unregister(pipe)
    os.close(pipe)
    code = _stop(one.pid, grace=0.0 if late else 1.0)
    try:
        _send({"id": one.job["id"], "outcome": json.loads(one.said)})
    except ValueError:
        _send(
            {"id": one.job["id"], "outcome": None, "lost": "did not end in time" if late else f"ended without an answer, exit code {code}"}
        )


def _stop(pid: int, grace: float = 0.0) -> int | None:
    """The exit code of a keeper. One that has not ended within the grace is asked to; one that takes its time over it is killed."""
    began, asked = time.monotonic(), False
    with contextlib.suppress(ChildProcessError, ProcessLookupError):
        while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
            waited = time.monotonic() - began
            if (waited >= grace and not asked) or waited > grace + 10:
                os.kill(pid, signal.SIGKILL if asked else signal.SIGTERM)
                asked = True
            time.sleep(0.005)
        return os.waitstatus_to_exitcode(ended[1])
    return None


def _start(job: dict[str, Any], means: dict[str, bool], ahead: Ahead) -> tuple[int, int]:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            os.closerange(3, write_end)
            os.closerange(write_end + 1, 1024)
            for standard in (0, 1):  # the lines to the caller are not the snippet's
                os.dup2(os.open(os.devnull, os.O_RDWR), standard)
            _keep(job, means, ahead, write_end)
        finally:
            os._exit(1)  # never back into the parent's code
    os.close(write_end)
    return pid, read_end


def _keep(job: dict[str, Any], means: dict[str, bool], ahead: Ahead, answer: int) -> None:
    """Be the keeper, or what stands between it and the parent: with processes of its own, the keeper is the first of them."""
    lacking = means["network namespace"] and not confine.network(job["folder"]) and "network namespace"
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(keeper.PR_SET_PDEATHSIG, signal.SIGTERM)
    if means["process namespace"] and not lacking:
        lacking = not confine.processes() and "process namespace"
        if not lacking and (pid := os.fork()):
            os.close(answer)
            os._exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 0xFF)
    if os.getpid() == 1:
        ctypes.CDLL(None).prctl(keeper.PR_SET_PDEATHSIG, signal.SIGKILL)  # and with the first one, all of them end
        lacking = not confine.own_proc() and "/proc"
    if lacking:
        outcome = {"events": [], "failure": f"{confine.NOT_SHUT_IN}: {lacking}", "line": 1, "trace": "", "seconds": 0.0}
    else:
        outcome = keeper.keep(job, means, ahead)
    with open(answer, "w", encoding="utf-8") as pipe:
        json.dump(outcome, pipe)
    os._exit(0)


def _in_fork(function) -> Any:
    """The function's JSON-able result, computed in a fork so that this process stays as it is (no CUDA, no namespace)."""
    read_end, write_end = os.pipe()
    if (pid := os.fork()) == 0:
        os.close(read_end)
        with contextlib.suppress(BaseException), open(write_end, "w") as pipe:
            json.dump(function(), pipe)
        os._exit(0)
    os.close(write_end)
    with open(read_end) as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    return json.loads(text) if text else {}


def _readline(descriptor: int) -> str:
    """One line, byte by byte: nothing that belongs to the next reader may be buffered away."""
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(descriptor, 1)):
        line += byte
    return line.decode()


def _send(message: dict[str, Any]) -> None:
    data = json.dumps(message).encode() + b"\n"
    while data:
        data = data[os.write(1, data) :]


if __name__ == "__main__":
    main()
    os._exit(0)  # taking torch apart would take half a second
