"""A script as a row of top-level statements: what every way of running a snippet shares."""

from __future__ import annotations
import __future__

import ast
import atexit
import gc
import os
import sys
import threading
import time
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any


def run(script: str, spans: list[list[int]], tell: Callable[..., None], flush: Callable[[], dict[str, Any]]) -> bool:
    """Run the statements of `script` in a real `__main__`, then end as the interpreter does; True when all have run.

    Tells {at} before a statement, {end, **flush()} after it, {done: seconds} in the end, or {failure, line, trace}.
    """
    started = time.perf_counter()
    try:
        main = main_module(script)
        for number, code in enumerate(compiled(main, script, spans)):
            tell(at=number)
            exec(code, main.__dict__)
            if number + 1 < len(spans):
                tell(end=number, **flush())
        del main
        leave()
        tell(end=len(spans) - 1, **flush())
        tell(done=round(time.perf_counter() - started, 3))
        return True
    except SystemExit as error:
        line = line_in(script, traceback.extract_tb(error.__traceback__))
        tell(failure=f"sys.exit({error.code!r}) before the end: what follows was not proven", line=line, trace="")
    except BaseException as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == script]
        trace = "".join(["Traceback (most recent call last):\n", *traceback.format_list(frames), *traceback.format_exception_only(error)])
        tell(failure=f"{type(error).__name__}: {error}", line=frames[-1].lineno if frames else getattr(error, "lineno", None), trace=trace)
    flush()
    return False


def hear_warnings(caught: list[str], pid: int) -> None:
    """Collect warnings instead of printing them. Deprecations count when the snippet, a recipe or torch is what is addressed;
    what other packages say to each other is filtered as Python filters it."""
    warnings.resetwarnings()
    warnings.simplefilter("default")
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", category)
        warnings.filterwarnings("default", category=category, module=r"__main__|__mp_main__|torch(byexample)?(\.|$)")
    printed = warnings.showwarning

    def show(message, category, filename, lineno, file=None, line=None):
        if os.getpid() == pid:
            caught.append(f"{category.__name__}: {message}")
        else:  # a worker process: stderr is the only way back, the caller reads it there
            printed(message, category, filename, lineno, file, line)

    warnings.showwarning = show


def main_module(script: str) -> types.ModuleType:
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=script, __builtins__=__builtins__, __spec__=None, __cached__=None)
    sys.modules["__main__"] = main
    return main


def compiled(main: types.ModuleType, script: str, spans: list[list[int]]) -> Iterator[CodeType]:
    """Compile the statements of each span (first line, last line) as one code object, in order."""
    with open(script, encoding="utf-8") as file:
        tree = ast.parse(file.read(), script)
    main.__doc__ = ast.get_docstring(tree, clean=False)
    flags = 0
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            for alias in node.names:
                flags |= getattr(__future__, alias.name).compiler_flag
    for _, end in spans:
        nodes = []
        while tree.body and tree.body[0].lineno <= end:
            nodes.append(tree.body.pop(0))
        yield compile(ast.Module(nodes, []), script, "exec", flags, dont_inherit=True)


def line_in(script: str, frames: traceback.StackSummary) -> int | None:
    return next((frame.lineno for frame in reversed(frames) if frame.filename == script), None)


def leave() -> None:
    """What the interpreter does at its end, in its order: join threads, call exit handlers, drop the module's globals."""
    interpreter: Any = threading
    interpreter._shutdown()
    atexit._run_exitfuncs()
    sys.modules["__main__"].__dict__.clear()
    gc.collect()
