"""The process that is the snippet: runs its statements one by one in a real `__main__` and reports after each.

A fork of the warmed parent; or, where it changes the environment before it imports what the parent has imported already, a fresh
interpreter (`python child.py JOB`) in the place of that fork.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import faulthandler
import json
import logging
import multiprocessing.util
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from proven.run import confine, statements
from proven.run.ahead import Ahead

TRACE_SIGNAL = signal.SIGUSR2  # the keeper asks with it where the snippet stands
STATUS, TRACE = 250, 251  # the descriptors of the reports and of faulthandler's: out of the way of the low numbers
UNHEARD = 77  # exit code: the snippet has closed or broken what the reports go through
_FOLDERS = ("work", "home", "tmp")


def run(job: dict[str, Any], means: dict[str, bool], ahead: Ahead | None) -> None:
    """Run a snippet and leave the process. Writes one JSON line an event to the descriptor STATUS:

    {"at": n} before statement n, {"end": n, "out": bytes, "err": bytes, "warnings": [...], "children": [pids]} after it,
    {"breach": text} when it tries to leave its folder, {"failure": text, "line": n, "trace": text} when it raises, {"done": seconds} when
    everything has run, {"again": true, "out": bytes, "err": bytes} when it begins anew in a fresh interpreter: what came before does not count.

    Args:
        ahead: what was imported ahead of time; None in a fresh interpreter.
    """
    code = UNHEARD
    try:
        code = 0 if _run(job, means, ahead) else 1
    finally:
        os._exit(code)  # whatever the snippet has broken, this process never comes back to the code it was forked from


def _run(job: dict[str, Any], means: dict[str, bool], ahead: Ahead | None) -> bool:
    pid, script, write = os.getpid(), f"{job['folder']}/work/{job['file']}", os.write
    folders = [f"{job['folder']}/{name}" for name in _FOLDERS]
    encode = json.JSONEncoder().encode

    def tell(**event: Any) -> None:
        if os.getpid() == pid:  # not a fork of the snippet that came this far
            write(STATUS, encode(event).encode() + b"\n")

    def breach(what: str) -> None:  # told by forked workers too
        write(STATUS, encode({"breach": what, "line": statements.line_in(script, traceback.extract_stack())}).encode() + b"\n")

    out, err = f"{job['folder']}/stdout", f"{job['folder']}/stderr"
    caught: list[str] = []
    if ahead:
        _own_process(job)
    else:
        os.environ["PYTHONPATH"] = job["library"]
        if not job["library"]:
            del os.environ["PYTHONPATH"]
    for descriptor in (STATUS, TRACE):
        os.set_inheritable(descriptor, False)
    faulthandler.enable(TRACE)
    faulthandler.register(TRACE_SIGNAL, TRACE, all_threads=False)
    statements.hear_warnings(caught, pid, job["addressed"])
    statements.hear_lost_exceptions(script, tell)
    if ahead:  # a fresh interpreter is confined already: it has taken the place of one that was
        confine.limits()
        if means["Landlock"] and not confine.files(folders, job["readable"] and [*job["readable"], job["folder"]]):
            tell(failure=f"{confine.NOT_SHUT_IN}: Landlock", line=1)
            return False
    statements.look_like_python(script, job["library"])
    if ahead:
        _see_to_imports(script, ahead, lambda: _begin_again(job, tell))
    confine.watch(breach, folders)

    def flush() -> dict[str, Any]:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):  # closed or replaced by the snippet
                stream.flush()
        ctypes.CDLL(None).fflush(None)
        event = {"out": _size(out), "err": _size(err), "warnings": caught[:], "children": _children()}
        caught.clear()
        return event

    return statements.run(script, job["spans"], tell, flush)


def _see_to_imports(script: str, ahead: Ahead, begin_again: Callable[[], None]) -> None:
    """Hide what was imported ahead, until it is imported; if the snippet has prepared that import, begin again.

    It does so by setting the environment, by changing the path, or by putting something else in a module's place.
    """
    prepared: list[str] = []
    path = sys.path[:]

    def hook(event: str, args: tuple) -> None:
        if event in ("os.putenv", "os.unsetenv") and (name := os.fsdecode(args[0])) not in _NO_IMPORT_READS:
            frame = sys._getframe(1)
            while frame.f_back and frame.f_code.co_filename in _MAPPINGS:
                frame = frame.f_back
            if frame.f_code.co_filename == script:  # and no library that it uses
                prepared.append(name)

    def before() -> None:
        if prepared or ahead.replaced or sys.path != path:
            begin_again()

    ahead.hide(before)
    sys.addaudithook(hook)


_MAPPINGS = {os.environ.__setitem__.__code__.co_filename, os.environ.update.__code__.co_filename}  # os.py and what it inherits from
_NO_IMPORT_READS = {"MASTER_ADDR", "MASTER_PORT", "RANK", "LOCAL_RANK", "WORLD_SIZE"}  # torch.distributed reads them when it starts


def _own_process(job: dict[str, Any]) -> None:
    """Make the fork a process of its own: its streams, its environment, nothing of the parent's."""
    os.umask(0o022)
    os.environ.clear()
    os.environ.update(job["environ"])
    os.chdir(f"{job['folder']}/work")
    # Anything else that is open is the runner's.
    os.closerange(3, STATUS)
    os.closerange(STATUS + 1, 1024)
    for descriptor, name in ((0, os.devnull), (1, "stdout"), (2, "stderr"), (TRACE, "trace")):
        how = os.O_RDONLY if descriptor == 0 else os.O_WRONLY | os.O_APPEND | os.O_CREAT
        opened = os.open(os.path.join(job["folder"], name), how, 0o600)
        os.dup2(opened, descriptor, inheritable=descriptor != TRACE)
        os.close(opened)
    # What the parent's imports left for the exit is not this snippet's (that of some costs 60 ms); what any program has comes back.
    atexit._clear()
    atexit.register(logging.shutdown)
    internals: Any = multiprocessing.util
    internals._finalizer_registry.clear()
    atexit.register(internals._exit_function)
    tempfile.tempdir = None  # the parent may have asked for its own already
    random.seed()
    for module, _, function in (name.rpartition(".") for name in job["seeds"]):
        if module in sys.modules:
            getattr(sys.modules[module], function)()


def _begin_again(job: dict[str, Any], tell: Callable[..., None]) -> None:
    """Start the snippet over in a fresh interpreter: what was imported ahead of time did not see what the snippet has prepared for it."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    tell(again=True, out=os.fstat(1).st_size, err=os.fstat(2).st_size)
    for name in _FOLDERS:
        for entry in os.scandir(f"{job['folder']}/{name}"):
            if entry.name != job["file"]:
                shutil.rmtree(entry) if entry.is_dir(follow_symlinks=False) else os.unlink(entry)
    os.chdir(f"{job['folder']}/work")
    for descriptor in (STATUS, TRACE):
        os.set_inheritable(descriptor, True)
    command = [sys.executable, "-X", "utf8", f"{job['runner']}/proven/run/child.py", f"{job['folder']}/job.json"]
    os.execve(sys.executable, command, job["environ"] | {"PYTHONPATH": job["runner"]})


def _children() -> list[int]:
    """The processes that this one has started and that still run, so that one that is left behind can be laid at a line's door."""
    with contextlib.suppress(Exception):
        return [int(pid) for pid in Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split()]
    return []


def _size(path: str) -> int:
    return os.stat(path).st_size


if __name__ == "__main__":
    run(json.loads(Path(sys.argv[1]).read_text("utf-8")) | {"runner": os.environ["PYTHONPATH"]}, {}, None)
