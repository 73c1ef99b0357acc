"""A script as a row of top-level statements: what every way of running a snippet shares."""

from __future__ import annotations
import __future__

import ast
import atexit
import builtins
import gc
import importlib.machinery
import inspect
import io
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

_MESSAGE = 1500  # characters of an exception's message that are kept


def run(script: str, spans: list[list[int]], tell: Callable[..., None], flush: Callable[[], dict[str, Any]]) -> bool:
    """Run the statements of `script` in a real `__main__`, then end as the interpreter does; True when all have run.

    Tells {at} before a statement, {end, **flush()} after it, {done: seconds} in the end, or {failure, line, trace}.
    """
    started = time.perf_counter()
    number = 0
    try:
        main = main_module(script)
        for number, code in enumerate(compiled(main, script, spans)):
            tell(at=number)
            try:
                exec(code, main.__dict__)
            except SystemExit as error:
                if number + 1 < len(spans) or error.code not in (None, 0):
                    raise
                # An end like any other: `sys.exit(main())`, `unittest.main()`.
            if number + 1 < len(spans):
                tell(end=number, **flush())
        del main
        leave()
        tell(end=len(spans) - 1, **flush())
        tell(done=round(time.perf_counter() - started, 3))
        return True
    except SystemExit as error:
        line = line_in(script, traceback.extract_tb(error.__traceback__))
        before = " before the end: what follows was not proven" if number + 1 < len(spans) else ""
        tell(failure=f"sys.exit({_text(repr, error.code)}){before}", line=line, trace="")
    except BaseException as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == script]
        said = f"{type(error).__name__}: {_text(str, error)}".removesuffix(": ")
        trace = "".join(["Traceback (most recent call last):\n", *traceback.format_list(frames), f"{said}\n"])
        tell(failure=said, line=frames[-1].lineno if frames else getattr(error, "lineno", None), trace=trace)
    flush()
    return False


def _text(how: Callable[[Any], str], thing: object) -> str:
    """What a thing of the snippet says of itself, which may be long or may raise in its turn."""
    try:
        text = how(thing)
    except BaseException as error:
        return f"<its {how.__name__}() raises {type(error).__name__}>"
    return text if len(text) <= _MESSAGE else f"{text[:_MESSAGE]}... ({len(text):,} characters)"


def hear_warnings(caught: list[str], pid: int, addressed: list[str]) -> None:
    """Collect warnings instead of printing them. Deprecations count when the snippet or one of the packages `addressed` is what is addressed;
    what other packages say to each other is filtered as Python filters it."""
    warnings.resetwarnings()
    warnings.simplefilter("default")
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", category)
    for category in (DeprecationWarning, PendingDeprecationWarning):
        warnings.filterwarnings("default", category=category, module=rf"__main__|__mp_main__|(?:{'|'.join(addressed)})(\.|$)")
    printed = warnings.showwarning

    def show(message, category, filename, lineno, file=None, line=None):
        if os.getpid() == pid:
            caught.append(f"{category.__name__}: {message}")
        else:  # a worker process: stderr is the only way back, the caller reads it there
            printed(message, category, filename, lineno, file, line)

    warnings.showwarning = show


def hear_lost_exceptions(script: str, tell: Callable[..., None]) -> None:
    """What nobody catches in a thread, a `__del__` or an exit handler only shows on stderr: if the script's own code raised it, it fails."""
    in_thread, unraisable = threading.excepthook, sys.unraisablehook

    def told(where: str, args: Any) -> None:
        line = line_in(script, traceback.extract_tb(args.exc_traceback))
        if line and args.exc_type is not SystemExit:
            tell(failure=f"{args.exc_type.__name__}: {_text(str, args.exc_value)} ({where})", line=line, trace="")

    def threads(args: Any) -> None:
        told("in a thread", args)
        in_thread(args)

    def others(args: Any) -> None:
        told("where Python can only ignore it", args)
        unraisable(args)

    threading.excepthook, sys.unraisablehook = threads, others


def look_like_python(script: str, library: str) -> None:
    """Let the process look as `python script` starts it: its arguments, its path, its streams, and none of this package in sight.

    Args:
        library: the folder of the recipes, which stays on the path of a snippet that uses one; else empty.
    """
    name = os.path.basename(script)
    sys.argv, sys.orig_argv = [name], ["python", name]
    others = [path for path in sys.path[1:] if path not in {library, ""} and not _is_ours(path)]
    sys.path[:] = [os.path.dirname(script), *filter(None, [library]), *others]
    # Line buffering, as in a terminal: the lines of a process and of its children keep their order.
    sys.stdin = _stream(0, "r", "<stdin>", "strict")
    sys.stdout = _stream(1, "w", "<stdout>", "strict")
    sys.stderr = _stream(2, "w", "<stderr>", "backslashreplace")
    sys.__dict__.update(__stdin__=sys.stdin, __stdout__=sys.stdout, __stderr__=sys.stderr)
    for module in [key for key in sys.modules if key.partition(".")[0] == __name__.partition(".")[0]]:
        del sys.modules[module]
    _end_stacks_at_main()


def _is_ours(path: str) -> bool:
    """Whether a folder of `sys.path` is a checkout's, with this package in it: a reader has none."""
    return os.path.isdir(os.path.join(path, __name__.partition(".")[0])) and not path.endswith("-packages")


def _stream(descriptor: int, mode: str, name: str, errors: str) -> io.TextIOWrapper:
    raw = io.FileIO(descriptor, mode, closefd=False)
    raw.name = name  # type: ignore[misc]
    buffered: Any = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
    stream = io.TextIOWrapper(buffered, "utf-8", errors, line_buffering=True)
    stream.mode = mode  # type: ignore[misc]
    return stream


def _end_stacks_at_main() -> None:
    """`traceback.print_stack()` and `inspect.stack()` end at the snippet's own `<module>`, where they end without a runner."""
    walked, outer = traceback.walk_stack, inspect.getouterframes
    below = __file__

    def walk_stack(f: types.FrameType | None) -> Iterator[tuple[types.FrameType, int]]:
        if f is None:  # from the caller of what traceback.py was asked for
            f = sys._getframe().f_back
            while f and f.f_code.co_filename == traceback.__file__:
                f = f.f_back
        for found in walked(f):
            if found[0].f_code.co_filename == below:
                return
            yield found

    def getouterframes(frame: Any, context: int = 1) -> list[inspect.FrameInfo]:
        found = outer(frame, context)
        return found[: next((n for n, info in enumerate(found) if info.filename == below), None)]

    traceback.walk_stack, inspect.getouterframes = walk_stack, getouterframes  # type: ignore[assignment]


def main_module(script: str) -> types.ModuleType:
    main = types.ModuleType("__main__")
    loader = importlib.machinery.SourceFileLoader("__main__", script)
    main.__dict__.update(__loader__=loader, __builtins__=builtins, __file__=script, __cached__=None)
    if sys.version_info < (3, 14):  # from then on annotations are made when they are asked for
        main.__annotations__ = {}
    sys.modules["__main__"] = main
    return main


def compiled(main: types.ModuleType, script: str, spans: list[list[int]]) -> Iterator[CodeType]:
    """Compile the statements of each span (first line, last line) as one code object, in order."""
    with io.open(script, encoding="utf-8") as file:  # noqa: UP020 a snippet may have replaced `open`
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
