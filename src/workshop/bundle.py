"""Code that runs alone: a snippet with its recipes put in, as a download, as what the copy button gives and as a notebook."""

from __future__ import annotations

import ast
import json
import re
from itertools import pairwise
from pathlib import Path

from proven.script import RECIPES, SOURCES, Script, SourceError, is_section_mark, read, shown

_HEADER = re.compile(r"^# /// script$.*?^# ///$\n?", re.M | re.S)
_FUTURE = "from __future__ import annotations"
_START = re.compile(r"^# --8<-- \[start:", re.M)


def standalone(snippet: Script) -> str:
    """The whole file as one that runs alone: header and recorded output stay, recipes stand in place of their imports."""
    return _text(_without_marks(_bundled(snippet, set(), len(snippet.lines))))


def runnable(snippet: Script, section: str | None = None) -> str:
    """The code from the top to the end of a section (of the file without one), free of header, section marks and recorded output.

    A section that ends inside a top-level statement (a method of a class) is followed to that statement's end, because half a
    statement is not code that runs.
    """
    end = len(snippet.lines)
    if section is not None:
        end = snippet.sections[section].end
        end = max([end, *(s.end for s in snippet.statements if s.start <= end)])
    recorded = {line.line for statement in snippet.statements for line in statement.recorded}
    return _text(_without_marks(_HEADER.sub("", "\n".join(_bundled(snippet, recorded, end)), count=1).split("\n")))


def recipe(path: Path) -> str:
    """A recipe's source as it is copied and downloaded: without section marks."""
    return _text(_without_marks(read(path).splitlines()))


def notebook(snippet: Script) -> str:
    """The snippet as an .ipynb without outputs: a cell a section, or a file that is written and run if it starts processes."""
    source = _HEADER.sub("", "\n".join(_bundled(snippet, set(), len(snippet.lines))), count=1)
    doc = ast.get_docstring(ast.parse(snippet.source)) or ""
    install = [name for name in snippet.header.dependencies if not name.startswith("torch>")]
    cells = [_cell("markdown", f"# {snippet.path.stem.replace('_', ' ')}\n\n{doc}")]
    if install:
        cells.append(_cell("code", "%pip install -q " + " ".join(f'"{name}"' for name in install)))
    if re.search(r"^if __name__ ==", source, re.M):  # its child processes must be able to import the file
        cells.append(_cell("code", f"%%writefile {snippet.path.name}\n{_text(_without_marks(source.splitlines()))}"))
        cells.append(_cell("code", f"!python {snippet.path.name}"))
    else:
        cells += [_cell("code", _text(_without_marks(part.splitlines()))) for part in _parts(source)]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    meta = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    return json.dumps({"cells": cells, "metadata": meta, "nbformat": 4, "nbformat_minor": 5}, indent=1, ensure_ascii=False) + "\n"


def _bundled(snippet: Script, leave_out: set[int], end: int) -> list[str]:
    """The snippet's lines up to `end` without those numbered in `leave_out`, and each import of a recipe replaced by the recipe."""
    tree = ast.parse(snippet.source)
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == RECIPES]
    lines = {number: text for number, text in enumerate(snippet.lines, 1) if number <= end and number not in leave_out}
    placed: set[Path] = set()
    future = False
    for node in imports:
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
            lines.pop(number, None)
        path = SOURCES.joinpath(*(node.module or "").split(".")).with_suffix(".py")
        if node.lineno <= end and path not in placed:
            body, needs_future = _body(path)
            future |= needs_future
            lines[node.lineno] = f"# {shown(path)}\n{body}"
            placed.add(path)
    if future and _FUTURE not in snippet.source:  # it must stand before every other statement
        first = next(s.start for s in snippet.statements if not _is_docstring(tree, s.start))
        lines[first] = f"{_FUTURE}\n\n{lines[first]}"
    return "\n".join(lines[number] for number in sorted(lines)).split("\n")


def _body(path: Path) -> tuple[str, bool]:
    """A recipe's code without docstring, `__future__` import and `__main__` block; and whether it had that import.

    Raises:
        SourceError: the recipe is not Python, or imports another recipe.
    """
    source = read(path)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise SourceError(path, error.lineno or 1, f"not Python: {error.msg}", "correct it") from None
    lines = source.splitlines()
    drop: set[int] = set()
    future = False
    for node in tree.body:
        is_future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        future |= is_future
        is_main = isinstance(node, ast.If) and "__name__" in ast.dump(node.test)
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").split(".")[0] == RECIPES):
            raise SourceError(path, node.lineno, "a recipe imports another recipe", "copy what it needs: a recipe runs alone")
        if is_future or is_main or _is_docstring(tree, node.lineno):
            drop.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    kept = "\n".join(_without_marks([text for number, text in enumerate(lines, 1) if number not in drop]))
    return _HEADER.sub("", kept, count=1).strip("\n"), future


def _is_docstring(tree: ast.Module, line: int) -> bool:
    return ast.get_docstring(tree, clean=False) is not None and tree.body[0].lineno == line


def _parts(source: str) -> list[str]:
    """The source cut before each section that starts between two statements; in one piece if a cut would break one."""
    cuts = [0, *(match.start() for match in _START.finditer(source)), len(source)]
    parts = [source[a:b] for a, b in pairwise(cuts) if source[a:b].strip()]
    try:
        for part in parts:
            ast.parse(part)
    except SyntaxError:
        return [source]
    return parts


def _cell(kind: str, source: str) -> dict:
    cell = {"cell_type": kind, "metadata": {}, "source": source.strip("\n").splitlines(keepends=True)}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def _without_marks(lines: list[str]) -> list[str]:
    return [line for line in lines if not is_section_mark(line)]


def _text(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"
