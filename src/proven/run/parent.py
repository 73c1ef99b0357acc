"""The warmed parent: imports what snippets need once, then forks a keeper a job. It computes nothing and owns no thread.

Started by pool.py as `python -m proven.run.parent`. First line in: {"preload": [modules], "jobs": n}; first line out: what this
machine is. Then one job a line in, one {"id", "outcome"} a line out, until the input ends.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import sys
import types
from typing import Any

from proven.run import confine, keeper, machine


def main() -> None:
    setup = json.loads(_readline(0))
    # TensorBoard takes TensorFlow if it finds it, which takes seconds and starts threads; this name is its own switch to do without.
    sys.modules["tensorboard.compat.notf"] = types.ModuleType("notf")
    for module in setup["preload"]:
        with contextlib.suppress(ImportError):  # not installed: the snippets that need it are skipped
            importlib.import_module(module)
    threads = len(os.listdir("/proc/self/task")) if sys.platform == "linux" else 1
    if threads > 1:  # a lock that another thread holds stays locked in a fork for ever
        sys.exit(f"the parent owns {threads} threads after importing {setup['preload']}: it cannot fork safely")
    gc.collect()
    gc.freeze()
    means = _in_fork(confine.available)
    _send({"machine": _in_fork(machine.describe), "means": means})
    _serve(setup["jobs"], means)


def _serve(limit: int, means: dict[str, bool]) -> None:
    selector = selectors.DefaultSelector()
    selector.register(0, selectors.EVENT_READ)
    waiting: list[dict[str, Any]] = []
    running: dict[int, tuple[int, dict[str, Any], bytearray]] = {}  # keeper's pipe -> its pid, its job, what it has said
    buffer, open_input = b"", True
    while open_input or waiting or running:
        while waiting and len(running) < limit and not any(job["alone"] for _, job, _ in running.values()):
            if waiting[0]["alone"] and running:
                break
            job = waiting.pop(0)
            pid, pipe = _start(job, means)
            running[pipe] = (pid, job, bytearray())
            selector.register(pipe, selectors.EVENT_READ)
        for key, _ in selector.select():
            data = os.read(key.fd, 1 << 16)
            if key.fd == 0:
                if not data:  # the caller has gone: end at once, and the snippets with us
                    for pid, _, _ in running.values():
                        os.kill(pid, signal.SIGTERM)
                        os.waitpid(pid, 0)
                    return
                *lines, buffer = (buffer + data).split(b"\n")
                waiting += [json.loads(line) for line in lines]
            elif data:
                running[key.fd][2].extend(data)
            else:
                pid, job, said = running.pop(key.fd)
                selector.unregister(key.fd)
                os.close(key.fd)
                os.waitpid(pid, 0)
                _send({"id": job["id"], "outcome": json.loads(said) if said else None})


def _start(job: dict[str, Any], means: dict[str, bool]) -> tuple[int, int]:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.closerange(3, write_end)
        os.closerange(write_end + 1, 256)
        for standard in (0, 1):  # the lines to the caller are not the snippet's
            os.dup2(os.open(os.devnull, os.O_RDWR), standard)
        outcome = keeper.keep(job, means)
        os.set_blocking(write_end, True)
        with open(write_end, "w", encoding="utf-8") as pipe:
            json.dump(outcome, pipe)
        os._exit(0)
    os.close(write_end)
    return pid, read_end


def _in_fork(function) -> Any:
    """The function's JSON-able result, computed in a fork so that this process stays as it is (no CUDA, no namespace)."""
    read_end, write_end = os.pipe()
    if (pid := os.fork()) == 0:
        os.close(read_end)
        with open(write_end, "w") as pipe:
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
