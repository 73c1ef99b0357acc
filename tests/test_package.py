"""What is published is the recipes and nothing else; the command of those who work here comes from a package that stays at home."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from workshop.project import ROOT

RECIPES = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "torchbyexample").glob("*.py")}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (uv := shutil.which("uv")):
        assert "CI" not in os.environ, "uv builds the package"
        pytest.skip("uv is not installed: it builds the package")
    project, built = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("dist")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DOCS"):
        shutil.copy(ROOT / name, project)
    for name in ("src", "tools"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    (project / "src" / "torchbyexample" / "__pycache__").mkdir()
    done = subprocess.run(
        [uv, "build", "--quiet", "--out-dir", str(built)], cwd=project, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return built


def test_the_wheel_holds_the_recipes_alone(dist: Path) -> None:
    [wheel] = dist.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name for name in names if ".dist-info/" not in name} == RECIPES
    assert not any(name.endswith("entry_points.txt") for name in names), "it installs a command"


def test_the_source_package_holds_the_recipes_alone(dist: Path) -> None:
    [archive] = dist.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {name for name in names if name.endswith(".py")} == {f"src/{name}" for name in RECIPES}


def test_the_command_comes_from_the_tools() -> None:
    tools = tomllib.loads((ROOT / "tools" / "pyproject.toml").read_text("utf-8"))["project"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    module, _, function = tools["scripts"]["tbe"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))
    [requirement] = project["dependency-groups"]["tbe"]
    assert requirement == f"{tools['name']}=={tools['version']}"
    assert project["tool"]["uv"]["sources"][tools["name"]] == {"path": "tools", "editable": True}
    assert "tbe" in project["tool"]["uv"]["default-groups"], "`uv run tbe` would not find it"
