"""What a snippet needs and whether it is there: packages, Python, GPUs."""

from __future__ import annotations

import ast
import importlib.metadata
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from proven.fault import Fault
from proven.script import Script


def missing(script: Script, machine: dict[str, Any]) -> str:
    """Why a script cannot run here; empty when it can. The part before the colon is the same for the same cause."""
    header = script.header
    if header.requires_python and not SpecifierSet(header.requires_python).contains(platform.python_version(), prereleases=True):
        return f"needs Python {header.requires_python}: this is {platform.python_version()}"
    for requirement in map(Requirement, header.dependencies):
        here = version(requirement.name)
        if here is None:
            return f"needs {requirement.name}: not installed"
        if not requirement.specifier.contains(here, prereleases=True):
            return f"needs {requirement}: {here} is installed"
    if header.gpus > machine["gpus"]:
        return f"needs {header.gpus} GPU{'s' if header.gpus > 1 else ''}: {machine['gpus']} here"
    return ""


def check(script: Script, packages: set[str]) -> None:
    """A reader installs what the header names and nothing else, and what it names exists.

    Args:
        script: to be looked at.
        packages: normal names of the packages that the project knows; only these may be missing on a machine.

    Raises:
        Fault: a dependency that is neither installed nor known; an import that the header does not cover.
    """
    declared = {normal(Requirement(text).name): text for text in script.header.dependencies}
    for name, text in declared.items():
        if name not in packages and version(name) is None:
            line = next((number for number, line in enumerate(script.lines, 1) if text in line), 1)
            mend = "correct the name, or add it to a dependency group of pyproject.toml"
            raise Fault(script.path, line, f"needs {name}, which is not installed and which the project does not know", mend)
    for name, line in _imports(script.tree.body):
        top = name.partition(".")[0]
        if top in ("proven", "workshop"):
            raise Fault(script.path, line, f"imports {top}", "a reader does not have it: do without")
        if top in sys.stdlib_module_names or top in (script.places.library, "__main__"):
            continue
        if any(script.path.with_name(top + end).exists() for end in (".py", "")):
            raise Fault(
                script.path,
                line,
                f"imports {top}, which stands beside it",
                "a reader downloads this file alone: write in here what it needs",
            )
        if top not in _distributions() and any(version(name) is None for name in declared):
            continue  # whose module it is shows only where it is installed: here the script is skipped
        if not declared.keys() & {normal(d) for d in _distributions().get(top, [top])}:
            raise Fault(script.path, line, f"imports {top}, which the header does not name", "add it to `dependencies`")
    if "numpy" not in brought(tuple(declared)) and (line := _asks_numpy(script.tree)):
        raise Fault(script.path, line, "needs numpy, which no import and no package of the header brings", "add it to `dependencies`")


@cache
def brought(names: tuple[str, ...]) -> set[str]:
    """The normal names of these packages and of all that they need in turn; what is not installed here is taken to need numpy."""
    found: set[str] = set()
    left = [normal(name) for name in names]
    while left:
        if (name := left.pop()) in found:
            continue
        found.add(name)
        if version(name) is None:
            found.add("numpy")
            continue
        needed = map(Requirement, importlib.metadata.requires(name) or ())
        left += [normal(one.name) for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})]
    return found


def _asks_numpy(tree: ast.AST) -> int:
    """The line where a tensor becomes an array or an array a tensor, which needs no import; 0 without one."""
    asked = (node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in ("numpy", "from_numpy"))
    return min(asked, default=0)


def _imports(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """The modules that must be there, with the line of their import: not what is imported for the type checker, nor what may fail to be."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or "", node.lineno
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            yield from _imports(node.orelse)
        elif isinstance(node, ast.Try) and any(_catches_import(handler) for handler in node.handlers):
            tried = [child for child in node.body if not isinstance(child, ast.Import | ast.ImportFrom)]
            yield from _imports([*tried, *node.handlers, *node.orelse, *node.finalbody])
        else:
            statements = (ast.stmt, ast.ExceptHandler, ast.match_case)
            yield from _imports(child for child in ast.iter_child_nodes(node) if isinstance(child, statements))


def _catches_import(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or bool(
        re.search(r"\b(ImportError|ModuleNotFoundError|Exception|BaseException)\b", ast.unparse(handler.type))
    )


def normal(name: str) -> str:
    """The name of a package as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


@cache
def _distributions() -> dict[str, list[str]]:
    return dict(importlib.metadata.packages_distributions())
