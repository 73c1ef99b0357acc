"""The gate before publication: what is missing, old, red or written by hand is refused with its reason; a whole pair of records passes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_runner import HEADER, make_project, run_pytest

from proven.script import ROOT

ONE_GPU = "# /// script\n# dependencies = []\n# [tool.tbe]\n# gpus = 1\n# ///\n"
SNIPPETS = {
    "anywhere": HEADER.format(timeout=60) + "print(1 + 1)\n# > 2\n",
    "one_gpu": ONE_GPU + "print(2 + 2)\n",
    "two_gpus": ONE_GPU.replace("gpus = 1", "gpus = 2") + "print(3 + 3)\n",
}
# No GPU here: in a copy of the project the record's machine is said to have one. The gate and the record are the real ones.
AS_IF_GPU = """
import dataclasses
from proven import record
cpu = record.read(record.FOLDER / "cpu.json")
one = "snippets/chapter/one_gpu.py"
record.write(record.FOLDER / "gpu.json", cpu | {one: dataclasses.replace(cpu[one], outcome="passed", reason="")})
"""


def call(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, cwd=project, capture_output=True, text=True, timeout=300, check=False)


def commit(project: Path, message: str) -> str:
    call(project, "git", "add", "-A")
    call(project, "git", "-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-qm", message)
    return call(project, "git", "rev-parse", "HEAD").stdout.strip()


def gate(project: Path) -> tuple[int, str]:
    done = call(
        project, sys.executable, "-c", "import sys; sys.path.insert(0, 'src'); from workshop.cli import main; sys.exit(main(['gate']))"
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def proven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose one commit was run on a CPU and, so its record says, on a GPU."""
    folder = make_project(tmp_path_factory.mktemp("published") / "project", SNIPPETS)
    (folder / ".gitignore").write_text("__pycache__/\n", "utf-8")
    call(folder, "git", "init", "-q")
    commit(folder, "first")
    done = run_pytest(folder, "snippets", "--record=records/cpu.json")
    assert "1 passed, 2 skipped" in done.stdout, done.stdout
    assert not call(folder, sys.executable, "-c", "import sys; sys.path.insert(0, 'src')\n" + AS_IF_GPU).stderr
    return folder


@pytest.fixture
def project(proven: Path, tmp_path: Path) -> Path:
    return shutil.copytree(proven, tmp_path / "project")


def test_two_whole_records_of_the_commit_pass(project: Path) -> None:
    head = call(project, "git", "rev-parse", "HEAD").stdout.strip()
    assert gate(project) == (0, f"{head} may be published: its CPU and GPU records are whole and green\n")


@pytest.mark.parametrize("kind", ["cpu", "gpu"])
def test_a_missing_record_is_refused(project: Path, kind: str) -> None:
    (project / f"records/{kind}.json").unlink()
    code, said = gate(project)
    assert code == 1
    assert f"records/{kind}.json:1: there is no {kind.upper()} record" in said
    assert f"mend: run `uv run pytest snippets/ --record records/{kind}.json` at " in said


def test_a_record_of_another_commit_is_refused(project: Path) -> None:
    before = call(project, "git", "rev-parse", "HEAD").stdout[:12]
    (project / "pyproject.toml").write_text((project / "pyproject.toml").read_text("utf-8") + "# changed\n", "utf-8")
    after = commit(project, "second")[:12]
    code, said = gate(project)
    assert code == 1
    assert f"snippets/chapter/anywhere.py: it ran at {before}, to be published is {after}" in said
    assert "refused: 6 reasons" in said  # three snippets in each of two records


def test_a_run_of_changed_files_belongs_to_no_commit(project: Path) -> None:
    (project / "pyproject.toml").write_text((project / "pyproject.toml").read_text("utf-8") + "# changed\n", "utf-8")
    code, said = gate(project)
    assert code == 1
    assert "what is checked out is no commit: files differ from it" in said
    run_pytest(project, "snippets", "--record=records/cpu.json")
    assert {fact["commit"] for fact in json.loads((project / "records/cpu.json").read_text("utf-8"))["snippets"].values()} == {""}


def test_a_red_snippet_is_refused(project: Path) -> None:
    (project / "snippets/chapter/anywhere.py").write_text(SNIPPETS["anywhere"].replace("# > 2", "# > 3"), "utf-8")
    commit(project, "wrong")
    assert "1 failed" in run_pytest(project, "snippets", "--record=records/cpu.json").stdout
    code, said = gate(project)
    assert code == 1
    assert "records/cpu.json:1: snippets/chapter/anywhere.py: it failed: snippets/chapter/anywhere.py:" in said


def test_a_snippet_that_nobody_ran_is_refused(project: Path) -> None:
    (project / "records/gpu.json").write_bytes((project / "records/cpu.json").read_bytes())  # there the one for a GPU was skipped
    code, said = gate(project)
    assert code == 1
    assert "snippets/chapter/one_gpu.py: it was skipped: needs 1 GPU" in said
    assert "two_gpus" not in said
    assert "refused: 1 reasons" in said


@pytest.mark.parametrize(("before", "after"), [('"seconds": ', '"seconds": 1'), ('"outcome": "skipped"', '"outcome": "passed"')])
def test_a_record_edited_by_hand_is_refused(project: Path, before: str, after: str) -> None:
    record = project / "records/cpu.json"
    record.write_text(record.read_text("utf-8").replace(before, after, 1), "utf-8")
    code, said = gate(project)
    assert code == 1
    assert "this is not what the run wrote, the seal does not match" in said
    assert "records/cpu.json:" in said


def test_a_file_that_is_not_the_one_that_ran_is_refused(project: Path) -> None:
    """Also where the record claims this very commit: what counts is the hash of the file."""
    source = project / "snippets/chapter/anywhere.py"
    source.write_text(source.read_text("utf-8") + "# a comment\n", "utf-8")
    head = commit(project, "another file")
    claim = "import sys, dataclasses; sys.path.insert(0, 'src'); from proven import record\n"
    claim += "for kind in record.KINDS:\n    path = record.FOLDER / f'{kind}.json'\n"
    claim += f"    record.write(path, {{n: dataclasses.replace(f, commit='{head}') for n, f in record.read(path).items()}})"
    assert not call(project, sys.executable, "-c", claim).stderr
    code, said = gate(project)
    assert code == 1
    assert "snippets/chapter/anywhere.py: the file that ran is not the one to be published, the hashes differ" in said
    assert "refused: 2 reasons" in said


def test_the_records_of_the_project_are_as_runs_wrote_them() -> None:
    from proven import record

    for kind in record.KINDS:
        record.read(ROOT / "records" / f"{kind}.json")  # raises where a seal does not match
