"""The examples in the recipes' docstrings, and the promise that a recipe can be copied alone."""

import ast
import doctest
import importlib
import sys
from pathlib import Path

import pytest

import torchbyexample

RECIPES = sorted(path for path in Path(torchbyexample.__file__).parent.glob("*.py") if path.name != "__init__.py")


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_docstring_examples(path: Path) -> None:
    result = doctest.testmod(importlib.import_module(f"torchbyexample.{path.stem}"), optionflags=doctest.ELLIPSIS)
    assert result.attempted, f"{path.name} has no example in its docstrings"
    assert not result.failed


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_imports_only_torch_and_the_standard_library(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        for name in names:
            assert (name or "").split(".")[0] in {*sys.stdlib_module_names, "torch"}, f"{path.name}:{node.lineno} imports {name}"
