"""A project in any folder: where its things lie, what an embed names, and that what is read is kept while its file is the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from proven.fault import Fault
from proven.project import Project

HEADER = "# /// script\n# dependencies = []\n# ///\n"
SNIPPET = HEADER + (
    "from torchbyexample.double import double\n\n"
    "# --8<-- [start:one]\nprint(double(1))\n# > 2\n# --8<-- [end:one]\n\n\n"
    "class A:\n    # --8<-- [start:method]\n    def first(self):\n        return 1\n    # --8<-- [end:method]\n\n    last = 2\n"
)
RECIPE = "# --8<-- [start:all]\ndef double(x):\n    return 2 * x\n# --8<-- [end:all]\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in {"snippets/sums/one.py": SNIPPET, "src/torchbyexample/double.py": RECIPE}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    return Project(tmp_path)


def test_names_are_relative_to_the_project_and_faults_to_where_one_stands(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    [path] = project.find()
    assert project.load(path).name == "snippets/sums/one.py"
    path.write_text("print(1)\n")
    with pytest.raises(Fault) as caught:
        project.load(path)
    assert str(caught.value).startswith(f"{path.as_posix()}:1: has no header\n  mend: ")
    monkeypatch.chdir(project.root / "snippets")
    assert str(caught.value).startswith("sums/one.py:1: has no header\n  mend: ")


def test_an_embed_names_a_section_of_a_script_or_of_a_recipe(project: Project) -> None:
    assert project.source("sums/one.py:one") == "print(double(1))\n# > 2\n"
    assert project.source("sums/one.py:method") == "def first(self):\n    return 1\n"
    assert project.source("torchbyexample/double.py:all") == "def double(x):\n    return 2 * x\n"
    for embed, what in {
        "sums/two.py": "there is no sums/two.py",
        "sums/one.py:x": "has no section 'x'",
        "../secret.py": "there is no",
    }.items():
        with pytest.raises(Fault, match=what):
            project.source(embed)


def test_a_recipe_cannot_look_as_if_it_printed(project: Project) -> None:
    recipe = project.path("torchbyexample/double.py")
    for line in ("    # > 4\n", "# > 4\n"):
        recipe.write_text(RECIPE.replace("2 * x\n", "2 * x\n" + line), "utf-8")
        with pytest.raises(Fault, match=r"double\.py:4: looks like recorded output, but no run is compared with it"):
            project.source("torchbyexample/double.py:all")


def test_the_code_up_to_a_section_is_the_beginning_of_the_whole_program(project: Project) -> None:
    start = "# src/torchbyexample/double.py\ndef double(x):\n    return 2 * x\n\nprint(double(1))\n"
    whole = start + "\n\nclass A:\n    def first(self):\n        return 1\n\n    last = 2\n"
    assert project.until("sums/one.py:one") == start
    assert project.until("sums/one.py:method") == project.until("sums/one.py") == whole


def test_a_file_is_read_again_when_it_has_changed(project: Project) -> None:
    [path] = project.find()
    first = project.load(path)
    assert project.load(path) is first
    path.write_text(SNIPPET + "print(2)\n", "utf-8")
    os.utime(path, (1, 1))
    assert len(project.load(path).statements) == len(first.statements) + 1
    assert project.facts("cpu") == {}


def test_settings_stand_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.proven]\nscripts = "examples"\nlibrary = "parts"\n')
    project = Project(tmp_path)
    assert (project.scripts, project.library, project.records) == (tmp_path / "examples", "parts", tmp_path / "records")
    (tmp_path / "pyproject.toml").write_text("[tool.proven]\nscripts = 3\n")
    with pytest.raises(Fault, match=r"pyproject.toml:2: \[tool.proven\] scripts = 3 is not a setting"):
        Project(tmp_path)


def test_a_file_of_another_system_reads_the_same(project: Project) -> None:
    [path] = project.find()
    first = project.load(path)
    path.write_bytes(b"\xef\xbb\xbf" + SNIPPET.replace("\n", "\r\n").encode())
    assert project.load(path) == first
    assert project.load(path).sha256 == first.sha256


def test_a_file_that_cannot_be_read_is_a_fault_of_that_file(project: Project) -> None:
    (project.scripts / "sums/dangling.py").symlink_to("nowhere")
    dangling, good = project.find()
    assert project.load(good)
    with pytest.raises(Fault, match=r"dangling\.py:1: cannot be read: No such file or directory"):
        project.load(dangling)
