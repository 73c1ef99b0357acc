"""What is published is the recipes and nothing else; the command of those who work here comes from a package that stays at home."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from workshop.project import ROOT

TYPED = "torchbyexample/py.typed"
RECIPES = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "torchbyexample").glob("*.py")}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (uv := shutil.which("uv")):
        assert "CI" not in os.environ, "uv builds the package"
        pytest.skip("uv is not installed: it builds the package")
    project, built = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("dist")
    for name in ("pyproject.toml", "LICENSE", "LICENSE-DOCS"):
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
    assert {name for name in names if ".dist-info/" not in name} == RECIPES | {TYPED}
    assert not any(name.endswith("entry_points.txt") for name in names), "it installs a command"


def test_the_source_package_holds_the_recipes_alone(dist: Path) -> None:
    [archive] = dist.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {name for name in names if name.endswith(".py")} == {f"src/{name}" for name in RECIPES}


def test_the_package_says_what_it_is(dist: Path) -> None:
    [wheel] = dist.glob("*.whl")
    opened = zipfile.ZipFile(wheel)
    [metadata] = [name for name in opened.namelist() if name.endswith("METADATA")]
    said = opened.read(metadata).decode()
    assert "# torchbyexample" in said
    assert "tbe" not in said, "it speaks of what it does not hold"


def test_it_installs_alone_and_its_doctests_pass_there(dist: Path) -> None:
    """With torch and pytest beside it, and nothing of this project."""
    [wheel] = dist.glob("*.whl")
    uv = shutil.which("uv")
    assert uv
    command = [uv, "run", "--quiet", "--isolated", "--no-project", "--python", sys.executable, "--with", str(wheel), "--with", "pytest"]
    tests = ["python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--doctest-modules", "--pyargs", "torchbyexample"]
    done = subprocess.run([*command, *tests], cwd=dist, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert int(done.stdout.partition(" passed")[0].split()[-1]) >= len(RECIPES) - 1, done.stdout  # __init__.py has none


def test_the_command_comes_from_the_tools() -> None:
    tools = tomllib.loads((ROOT / "tools" / "pyproject.toml").read_text("utf-8"))["project"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    module, _, function = tools["scripts"]["tbe"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))
    [requirement] = project["dependency-groups"]["tbe"]
    assert requirement == f"{tools['name']}=={tools['version']}"
    assert project["tool"]["uv"]["sources"][tools["name"]] == {"path": "tools", "editable": True}
    assert "tbe" in project["tool"]["uv"]["default-groups"], "`uv run tbe` would not find it"
