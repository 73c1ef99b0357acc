"""What a snippet needs and whether it is there: packages, Python, GPUs."""

from __future__ import annotations

import ast
import importlib.metadata
import platform
import re
import sys
from functools import cache
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from proven.fault import Fault
from proven.script import RECIPES, Script


def missing(snippet: Script, machine: dict[str, Any]) -> str:
    """Why a snippet cannot run here; empty when it can. The part before the colon is the same for the same cause."""
    header = snippet.header
    try:
        if header.requires_python and not SpecifierSet(header.requires_python).contains(platform.python_version(), prereleases=True):
            return f"needs Python {header.requires_python}: this is {platform.python_version()}"
        for text in header.dependencies:
            requirement = Requirement(text)
            version = _version(requirement.name)
            if version is None:
                return f"needs {requirement.name}: not installed"
            if not requirement.specifier.contains(version, prereleases=True):
                return f"needs {requirement}: {version} is installed"
    except (InvalidRequirement, InvalidSpecifier) as error:
        raise Fault(snippet.path, 1, f"the header does not name a requirement: {error}", "write it as for pip") from None
    if header.gpus > machine["gpus"]:
        return f"needs {header.gpus} GPU{'s' if header.gpus > 1 else ''}: {machine['gpus']} here"
    return ""


def check_declared(snippet: Script) -> None:
    """A reader installs what the header names and nothing else.

    Raises:
        Fault: an import that the header does not cover.
    """
    declared = {_normal(Requirement(text).name) for text in snippet.header.dependencies}
    for node in ast.walk(ast.parse(snippet.source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        else:
            continue
        for name in names:
            top = name.partition(".")[0]
            if top in ("proven", "workshop"):
                raise Fault(snippet.path, node.lineno, f"imports {top}", "a reader does not have it: do without")
            if top in sys.stdlib_module_names or top == RECIPES:
                continue
            if not declared & {_normal(d) for d in _distributions().get(top, [top])}:
                raise Fault(snippet.path, node.lineno, f"imports {top}, which the header does not name", "add it to `dependencies`")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


@cache
def _distributions() -> dict[str, list[str]]:
    return dict(importlib.metadata.packages_distributions())
