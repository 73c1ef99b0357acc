"""A script as a program that runs alone: recipes stand in place of their imports, and nothing is left of marks and records."""

from __future__ import annotations

import ast
from pathlib import Path

from proven.fault import Fault, read, shown
from proven.script import HEADER, Script, is_section_mark

FUTURE = "from __future__ import annotations"


def until(script: Script, section: str | None = None) -> str:
    """The program from its top to the end of a section (to its own end without one): the first lines of the whole program.

    A section that ends inside a top-level statement (a method of a class) is followed to that statement's end, because half a
    statement is not code that runs.
    """
    end = len(script.lines)
    if section is not None:
        end = script.sections[section].end
        end = max([end, *(s.end for s in script.statements if s.start <= end)])
    drop = {line.line for statement in script.statements for line in statement.recorded} | set(range(*header_lines(script.source)))
    kept = [text for number, text in lines(script) if number <= end and number not in drop and not is_section_mark(text)]
    return "\n".join(kept).strip("\n") + "\n"


def lines(script: Script) -> list[tuple[int, str]]:
    """The script's lines with their numbers; a recipe's lines have the number of the import they replace."""
    found = {number: [text] for number, text in enumerate(script.lines, 1)}
    future = False
    placed: set[Path] = set()
    for node in script.tree.body:
        if not (path := _recipe(script, node)):
            continue
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
            found.pop(number, None)
        if path not in placed:
            body, needs_future = recipe_body(path, script.places.library)
            future |= needs_future
            found[node.lineno] = [f"# {shown(path, script.places.root)}", *body.split("\n")]
            placed.add(path)
    if future and FUTURE not in script.source:  # it must stand before every other statement
        has_docstring = ast.get_docstring(script.tree, clean=False) is not None
        first = script.statements[1 if has_docstring else 0].start
        found[first] = [FUTURE, "", *found[first]]
    return [(number, text) for number in sorted(found) for text in found[number]]


def recipe_body(path: Path, library: str) -> tuple[str, bool]:
    """A recipe's code without docstring, `__future__` import and `__main__` block; and whether it had that import.

    Raises:
        Fault: the recipe is not Python, or imports another recipe.
    """
    source = read(path)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise Fault(path, error.lineno or 1, f"not Python: {error.msg}", "correct it") from None
    drop = set(range(*header_lines(source)))
    future = False
    for number, node in enumerate(tree.body):
        is_future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        future |= is_future
        is_main = isinstance(node, ast.If) and "__name__" in ast.dump(node.test)
        is_docstring = number == 0 and ast.get_docstring(tree, clean=False) is not None
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").split(".")[0] == library):
            raise Fault(path, node.lineno, "a recipe imports another recipe", "copy what it needs: a recipe runs alone")
        if is_future or is_main or is_docstring:
            drop.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    kept = [text for number, text in enumerate(source.split("\n"), 1) if number not in drop and not is_section_mark(text)]
    return "\n".join(kept).strip("\n"), future


def header_lines(source: str) -> tuple[int, int]:
    """First line of the PEP 723 header and the line after its last; an empty range where there is none."""
    if not (found := HEADER.search(source)):
        return 0, 0
    first = source.count("\n", 0, found.start()) + 1
    return first, first + found[0].count("\n") + 1


def _recipe(script: Script, node: ast.stmt) -> Path | None:
    if not isinstance(node, ast.ImportFrom):
        return None
    parts = (node.module or "").split(".")
    return next((path for path in script.recipes if list(path.with_suffix("").parts[-len(parts) :]) == parts), None)
