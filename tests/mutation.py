"""How much do the recorded outputs prove? Changes one thing in a snippet, runs it, and counts how often that goes unnoticed.

    python tests/mutation.py [--per-snippet 4] [--seed 0] [chapter ...]

One mutant changes one operator, one number or truth value, or replaces one statement by `pass`. It is noticed when the run fails or
prints something else than is recorded. The mutants that nobody notices are listed: some change nothing that could be seen (a seed that is
not used, a time limit), the others are holes in a page.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from proven import figure, judge, needs
from proven.project import Project
from proven.run.pool import Pool
from proven.script import Script

_OPERATORS = {"+": "-", "-": "+", "*": "+", "/": "*", "**": "*", "//": "/", "%": "*", "@": "*", "<": ">=", ">": "<=", "<=": ">", ">=": "<",
              "==": "!=", "!=": "==", "and": "or", "or": "and"}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    snippet: Script
    line: int
    what: str


def mutants(snippet: Script) -> Iterator[Mutant]:
    """Every change of one place that keeps the lines where they are, so that the recorded output still stands under its statement."""
    starts = [0]
    for line in snippet.source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    raw = snippet.source.encode()

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column

    def span(node: ast.AST) -> tuple[int, int]:
        return offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def change(start: int, end: int, new: str, line: int) -> Mutant:
        old = raw[start:end].decode()
        padded = new + "\n" * (old.count("\n") - new.count("\n"))
        source = (raw[:start] + padded.encode() + raw[end:]).decode()
        return Mutant(replace(snippet, source=source), line, f"{old.splitlines()[0]} -> {new}")

    tree = ast.parse(snippet.source)
    strings = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in strings:  # positions inside f-strings are not exact before Python 3.12
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield change(*span(node), str(not node.value), node.lineno)
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            yield change(*span(node), repr(node.value + 1), node.lineno)
        elif isinstance(node, ast.BinOp | ast.BoolOp | ast.Compare):
            left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (
                (node.values[0], node.values[1]) if isinstance(node, ast.BoolOp) else (node.left, node.comparators[0]))  # fmt: skip
            start, end = span(left)[1], span(right)[0]
            if found := re.search(rb"\*\*|//|<=|>=|==|!=|[-+*/%@<>]|\band\b|\bor\b", raw[start:end]):
                yield change(start + found.start(), start + found.end(), _OPERATORS[found[0].decode()], node.lineno)
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.Expr) and not isinstance(getattr(node, "value", None), ast.Constant):
            yield change(*span(node), "pass", node.lineno)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chapters", nargs="*")
    parser.add_argument("--per-snippet", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    project = Project(Path(__file__).parents[1])
    snippets = [project.load(path) for path in project.find() if not arguments.chapters or path.parent.name in arguments.chapters]
    with Pool(snippets) as pool:
        chosen: list[Mutant] = []
        for snippet in snippets:
            if not needs.missing(snippet, pool.machine):
                some = list(mutants(snippet))
                chosen += chance.sample(some, min(arguments.per_snippet, len(some)))
        numbers = [pool.submit(replace(m.snippet, header=replace(m.snippet.header, timeout=30.0))) for m in chosen]
        escaped = []
        for done, (mutant, number) in enumerate(zip(chosen, numbers, strict=True), 1):
            result = pool.result(number)
            if (
                not result.failure
                and not list(judge.differences(mutant.snippet, result))
                and not _figures_differ(mutant.snippet, result.figures)
            ):
                escaped.append(mutant)
            print(f"\r{done}/{len(chosen)}  escaped {len(escaped)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for mutant in escaped:
        print(f"escaped: {mutant.snippet.name}:{mutant.line}: {mutant.what}")
    names = {mutant.snippet.name for mutant in chosen}
    print(f"{len(chosen) - len(escaped)} of {len(chosen)} mutants of {len(names)} snippets noticed: {1 - len(escaped) / len(chosen):.1%}")


def _figures_differ(snippet: Script, figures: dict[str, bytes]) -> bool:
    return any(figure.differs(snippet.figures[name], drawn, snippet.header.alone) for name, drawn in figures.items())


if __name__ == "__main__":
    main()
