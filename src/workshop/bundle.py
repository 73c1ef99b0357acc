"""Code that runs alone: a snippet with its recipes put in, as a download, as what the copy button gives and as a notebook."""

from __future__ import annotations

import ast
import json
import re
from itertools import pairwise
from pathlib import Path

from proven import program
from proven.fault import read
from proven.script import Script, is_section_mark

_START = re.compile(r"^# --8<-- \[start:", re.M)


def standalone(snippet: Script) -> str:
    """The whole file as one that runs alone: header and recorded output stay, recipes stand in place of their imports."""
    return _text(_without_marks([text for _, text in program.lines(snippet)]))


def runnable(snippet: Script, section: str | None = None) -> str:
    """The code from the top to the end of a section; see `program.until`."""
    return program.until(snippet, section)


def recipe(path: Path) -> str:
    """A recipe's source as it is copied and downloaded: without section marks."""
    return _text(_without_marks(read(path).splitlines()))


def notebook(snippet: Script) -> str:
    """The snippet as an .ipynb without outputs: a cell a section, or a file that is written and run if it starts processes."""
    header = range(*program.header_lines(snippet.source))
    source = "\n".join(text for number, text in program.lines(snippet) if number not in header)
    doc = ast.get_docstring(snippet.tree) or ""
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
