"""What a record says, when --changed believes it, and that a run hears of a bad option or record before it starts."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from test_runner import make_project, run_pytest

from proven import record
from proven.fault import Fault
from proven.project import Project

HEADER = "# /// script\n# dependencies = [{}]\n# ///\n"
DRAWS = (
    '# /// script\n# dependencies = []\n#\n# [tool.tbe]\n# figures = ["x.svg"]\n# ///\n'
    "from pathlib import Path\n\nPath('x.svg').write_text('<svg/>')\nprint(1)\n# > 1\n"
)


def counts(done) -> str:
    return re.search(r"=+ (.*) in [\d.]+s", done.stdout)[1]


def test_changed_runs_what_the_record_does_not_prove(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {"plain": HEADER.format("") + "print(1)\n# > 1\n", "skipped": HEADER.format('"no-such-package"') + "print(1 + 1)\n# > 3\n"},
    )
    arguments = ("snippets", "--changed", "--record")  # of its own accord it compares with the record of this machine's kind
    assert counts(run_pytest(project, *arguments, CUDA_VISIBLE_DEVICES="")) == "1 passed, 1 skipped"
    assert counts(run_pytest(project, *arguments, CUDA_VISIBLE_DEVICES="")) == "1 skipped, 1 deselected"
    [fact] = [fact for fact in record.read(tmp_path / "records/cpu").values() if fact.outcome == "passed"]
    assert fact.kind == "cpu"
    assert counts(run_pytest(project, "snippets", "--changed", "--record=other.json")) == "1 passed, 1 skipped"


def test_a_fact_holds_here_only_for_what_passed_as_it_is_now(tmp_path: Path) -> None:
    for name, text in {"snippets/chapter/draws.py": DRAWS, "docs/figures/chapter/x.svg": "<svg/>"}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
    script = Project(tmp_path).load(tmp_path / "snippets/chapter/draws.py")
    fact = record.Fact(
        "passed", 1.0, script.sha256, python=platform.python_version(), torch=f"{importlib.metadata.version('torch')}+cpu",
        figures=record.figure_digests(script), proven=record.runner_digest(),
    )  # fmt: skip
    assert record.holds_here(script, {script.name: fact})
    assert not record.holds_here(script, {})
    for change in (
        {"outcome": "skipped"},
        {"outcome": "failed"},
        {"torch": "2.0.0"},
        {"python": "3.9.1"},
        {"proven": "x"},
        {"sha256": "x"},
        {"figures": {}},
    ):
        assert not record.holds_here(script, {script.name: replace(fact, **change)}), change
    script.figures["x.svg"].write_text("<svg><text>by hand</text></svg>")
    assert not record.holds_here(script, {script.name: fact})


def test_a_fact_is_of_the_text_that_ran(tmp_path: Path) -> None:
    """Not of what the files hold by the time the run is over."""
    text, recipe = HEADER.format("") + "from torchbyexample.one import x\nprint(x)\n# > 1\n", "x = 1\n"
    project = make_project(tmp_path, {"edited": text})
    files = {"snippets/chapter/edited.py": text, "src/torchbyexample/one.py": recipe}
    (project / "src/torchbyexample/one.py").write_text(recipe)
    command = [sys.executable, "-u", "-m", "pytest", "-p", "no:cacheprovider", "snippets", "--record=facts.json"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert any("collected 1 item" in line for line in running.stdout)
        for name in files:
            (project / name).write_text("print('never ran')\n")
        running.stdout.read()
    [fact] = record.read(tmp_path / "facts.json").values()
    digests = [hashlib.sha256(before.encode()).hexdigest() for before in files.values()]
    assert [fact.sha256, *fact.recipes.values()] == digests


def test_a_bad_option_or_record_is_told_before_anything_runs(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"plain": HEADER.format("") + "print(1)\n# > 1\n"})
    for jobs in ("0", "-1"):
        done = run_pytest(project, "snippets", f"--jobs={jobs}")
        assert done.returncode == pytest.ExitCode.USAGE_ERROR
        assert f"--jobs {jobs}: at least one" in done.stderr
    (tmp_path / "facts.json").write_text("{broken")
    done = run_pytest(project, "snippets", "--record=facts.json")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "facts.json:1: not a record" in done.stdout + done.stderr
    assert "INTERNALERROR" not in done.stdout + done.stderr
    (tmp_path / "pyproject.toml").write_text("[tool.proven]\nscript = 'x'\n")
    done = run_pytest(project, "snippets")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "pyproject.toml:2: [tool.proven] script = 'x' is not a setting" in done.stderr


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"snippets": []}', '{"snippets": {"a": 1}}', '{"snippets": {"a": {"outcome": 1}}}', "<<<<<<< HEAD"]
)
def test_what_is_no_record_is_a_fault(tmp_path: Path, text: str) -> None:
    (tmp_path / "cpu.json").write_text(text)
    with pytest.raises(Fault, match=r"cpu\.json:1: not a record"):
        record.read(tmp_path / "cpu.json")


def test_a_record_keeps_what_is_there_and_forgets_what_is_gone(tmp_path: Path) -> None:
    for name, text in {"snippets/a.py": "", "snippets/a.tasks.toml": "[one]\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    path, fact = tmp_path / "cpu.json", record.Fact("passed", 1.0, "x")
    record.write(
        path, dict.fromkeys(["snippets/a.py", "snippets/b.py", "snippets/a.tasks.toml:one", "snippets/a.tasks.toml:two"], fact), tmp_path
    )
    assert list(record.read(path)) == ["snippets/a.py", "snippets/a.tasks.toml:one"]
    record.write(path, {"snippets/a.py": replace(fact, seconds=2.0)}, tmp_path)
    assert [one.seconds for one in record.read(path).values()] == [2.0, 1.0]


def test_a_record_has_a_file_a_chapter(tmp_path: Path) -> None:
    names = ["snippets/one/a.py", "snippets/one/deep/b.py", "snippets/two/c.py"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    path, fact = tmp_path / "records/torch-2.11", record.Fact("passed", 1.0, "x")
    record.write(path, dict.fromkeys(names, fact), tmp_path)
    assert sorted(file.name for file in path.iterdir()) == ["one.json", "two.json"]
    assert record.read(path) == dict.fromkeys(names, fact)
    assert json.loads((path / "one.json").read_text())["snippets"].keys() == set(names[:2])

    before = (path / "one.json").stat().st_ino
    (tmp_path / names[2]).unlink()  # a chapter that is gone
    record.write(path, {names[0]: fact}, tmp_path)
    assert sorted(file.name for file in path.iterdir()) == ["one.json"]
    assert (path / "one.json").stat().st_ino == before  # written only where it changes


def test_recipes_count_with_the_package_that_holds_them(tmp_path: Path) -> None:
    for name, text in {
        "snippets/c/a.py": HEADER.format("") + "from torchbyexample.one import x\nprint(x)\n# > 1\n",
        "src/torchbyexample/one.py": "x = 1\n",
        "src/torchbyexample/__init__.py": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    script = Project(tmp_path).load(tmp_path / "snippets/c/a.py")
    assert list(record.recipe_digests(script)) == ["src/torchbyexample/one.py"]
    (tmp_path / "src/torchbyexample/__init__.py").write_text("import random\n")
    assert list(record.recipe_digests(script)) == ["src/torchbyexample/one.py", "src/torchbyexample/__init__.py"]
