"""A script as a row of top-level statements: what every way of running a snippet shares."""

from __future__ import annotations
import __future__

import ast
import atexit
import gc
import os
import sys
import threading
import traceback
import types
import warnings
from collections.abc import Iterator
from types import CodeType
from typing import Any


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
