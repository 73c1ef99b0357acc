"""The gate before publication: what is missing, old, red or written by hand is refused with its reason; a whole pair of records passes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from test_runner import HEADER, make_project, run_pytest

from proven import record
from proven.project import Project
from workshop.check.gate import refusals
from workshop.project import Site

ONE_GPU = "# /// script\n# dependencies = []\n# [tool.tbe]\n# gpus = 1\n# ///\n"
SNIPPETS = {
    "anywhere": HEADER.format(timeout=60) + "print(1 + 1)\n# > 2\n",
    "one_gpu": ONE_GPU + "print(2 + 2)\n",
    "two_gpus": ONE_GPU.replace("gpus = 1", "gpus = 2") + "print(3 + 3)\n",
}


def call(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, cwd=project, capture_output=True, text=True, timeout=300, check=False)


def commit(project: Path, message: str) -> str:
    call(project, "git", "add", "-A")
    call(project, "git", "-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-qm", message)
    return call(project, "git", "rev-parse", "HEAD").stdout.strip()


def gate(project: Path) -> list[str]:
    """Why it is refused."""
    return [str(fault) for fault in refusals(Site(project), record.commit(project))]


def write(project: Path, kind: str, change: Callable[[record.Fact], record.Fact]) -> None:
    """Write a record by hand, as only a forger does: what each fact says is changed."""
    path = project / f"records/{kind}"
    record.write(path, {name: change(fact) for name, fact in record.read(path).items()}, project)


def run_once(folder: Path, snippets: dict[str, str]) -> Path:
    """A repository whose one commit has run on a CPU alone."""
    make_project(folder, snippets)
    (folder / ".gitignore").write_text("__pycache__/\n", "utf-8")
    call(folder, "git", "init", "-q")
    commit(folder, "first")
    assert "1 passed" in run_pytest(folder, "snippets", "--record=records/cpu", CUDA_VISIBLE_DEVICES="").stdout
    return folder


@pytest.fixture(scope="module")
def proven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose one commit was run on a CPU and, so its record says, on a GPU."""
    folder = run_once(tmp_path_factory.mktemp("published") / "project", SNIPPETS)
    assert [fact.outcome for fact in record.read(folder / "records/cpu").values()].count("skipped") == 2
    # No GPU here: a copy of the record says that there was one.
    shutil.copytree(folder / "records/cpu", folder / "records/gpu")
    one = "snippets/chapter/one_gpu.py"
    facts = {name: replace(fact, kind="gpu") for name, fact in record.read(folder / "records/gpu").items()}
    record.write(folder / "records/gpu", facts | {one: replace(facts[one], outcome="passed", reason="")}, folder)
    return folder


@pytest.fixture
def project(proven: Path, tmp_path: Path) -> Path:
    return shutil.copytree(proven, tmp_path / "project")


def test_two_whole_records_of_the_commit_pass(project: Path) -> None:
    assert gate(project) == []


@pytest.mark.parametrize("kind", ["cpu", "gpu"])
def test_a_missing_record_is_refused(project: Path, kind: str) -> None:
    shutil.rmtree(project / f"records/{kind}")
    [said] = gate(project)
    assert f"records/{kind}:1: there is no {kind.upper()} record" in said
    assert f"mend: run `uv run pytest snippets/ --record records/{kind}` at " in said


def test_a_record_of_another_commit_is_refused(project: Path) -> None:
    before = call(project, "git", "rev-parse", "HEAD").stdout[:12]
    (project / "pyproject.toml").write_text((project / "pyproject.toml").read_text("utf-8") + "# changed\n", "utf-8")
    after = commit(project, "second")[:12]
    said = gate(project)
    assert f"snippets/chapter/anywhere.py: it ran at {before}, to be published is {after}" in said[0]
    assert len(said) == 6  # three snippets in each of two records


def test_a_commit_that_adds_nothing_but_the_records_may_be_published(project: Path) -> None:
    call(project, "git", "add", "-f", "records")
    commit(project, "the records")
    assert gate(project) == []


def test_a_record_of_another_kind_of_machine_is_refused(project: Path) -> None:
    write(project, "gpu", lambda fact: replace(fact, kind="cpu"))
    assert all("it ran on a CPU" in line for line in gate(project))
    assert len(gate(project)) == 3


@pytest.mark.parametrize("arguments", [["update-index", "--assume-unchanged"], ["update-index", "--skip-worktree"]])
def test_a_file_that_git_does_not_look_at_belongs_to_no_commit(project: Path, arguments: list[str]) -> None:
    call(project, "git", *arguments, "snippets/chapter/anywhere.py")
    (project / "snippets/chapter/anywhere.py").write_text("print(1)\n", "utf-8")
    assert record.commit(project) == ""


def test_a_file_that_no_commit_holds_belongs_to_no_commit(project: Path) -> None:
    (project / "snippets/chapter/new.py").write_text(SNIPPETS["anywhere"], "utf-8")
    assert record.commit(project) == ""


def test_a_file_that_git_is_told_to_ignore_is_refused(project: Path) -> None:
    """It shows in no status, is run and recorded as the others are, and nobody who has the commit has it."""
    (project / ".git/info/exclude").write_text("new.py\ndraft.md\n", "utf-8")
    (project / "snippets/chapter/new.py").write_text(SNIPPETS["anywhere"], "utf-8")
    (project / "docs/en").mkdir(parents=True, exist_ok=True)
    (project / "docs/en/draft.md").write_text("# A draft\n", "utf-8")
    assert record.commit(project) != ""
    said = [line for line in gate(project) if "no commit holds this file, git was told to ignore it" in line]
    assert [Path(line.partition(":1:")[0]).relative_to(project).as_posix() for line in said] == [
        "docs/en/draft.md",
        "snippets/chapter/new.py",
    ]


def test_a_run_of_changed_files_belongs_to_no_commit(project: Path) -> None:
    (project / "pyproject.toml").write_text((project / "pyproject.toml").read_text("utf-8") + "# changed\n", "utf-8")
    [said] = gate(project)
    assert "what is checked out is no commit: files differ from it" in said
    run_pytest(project, "snippets", "--record=records/cpu")
    assert {fact.commit for fact in record.read(project / "records/cpu").values()} == {""}


def test_a_red_snippet_is_refused(project: Path) -> None:
    (project / "snippets/chapter/anywhere.py").write_text(SNIPPETS["anywhere"].replace("# > 2", "# > 3"), "utf-8")
    commit(project, "wrong")
    assert "1 failed" in run_pytest(project, "snippets", "--record=records/cpu").stdout
    assert any("records/cpu:1: snippets/chapter/anywhere.py: it failed: snippets/chapter/anywhere.py:" in line for line in gate(project))


def test_a_snippet_that_nobody_ran_is_refused(project: Path) -> None:
    (project / "records/gpu/chapter.json").write_bytes(
        (project / "records/cpu/chapter.json").read_bytes()
    )  # there the one for a GPU was skipped
    write(project, "gpu", lambda fact: replace(fact, kind="gpu"))
    [said] = gate(project)
    assert "snippets/chapter/one_gpu.py: it was skipped: needs 1 GPU" in said


@pytest.mark.parametrize(("before", "after"), [('"seconds": ', '"seconds": 1'), ('"outcome": "skipped"', '"outcome": "passed"')])
def test_a_record_edited_by_hand_is_refused(project: Path, before: str, after: str) -> None:
    path = project / "records/cpu/chapter.json"
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    [said] = gate(project)
    assert "this is not what the run wrote, the checksum does not match" in said
    assert "records/cpu/chapter.json:" in said


def test_a_file_that_is_not_the_one_that_ran_is_refused(project: Path) -> None:
    """Also where the record claims this very commit: what counts is the hash of the file."""
    source = project / "snippets/chapter/anywhere.py"
    source.write_text(source.read_text("utf-8") + "# a comment\n", "utf-8")
    head = commit(project, "another file")
    for kind in record.KINDS:
        write(project, kind, lambda fact: replace(fact, commit=head))
    said = gate(project)
    assert "snippets/chapter/anywhere.py: the file that ran is not the one to be published, the hashes differ" in said[0]
    assert len(said) == 2


def test_a_figure_that_is_not_the_one_that_was_drawn_is_refused(tmp_path: Path) -> None:
    header = '# /// script\n# dependencies = []\n# [tool.tbe]\n# figures = ["x.svg"]\n# ///\n'
    for name, text in {"snippets/chapter/draws.py": header + "print(1)\n", "docs/figures/chapter/x.svg": "<svg/>"}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    script = Project(tmp_path).load(tmp_path / "snippets/chapter/draws.py")
    fact = record.Fact("passed", 1.0, script.sha256, figures=record.figure_digests(script))
    assert record.proof(script, {script.name: fact})[0] == "proven"
    script.figures["x.svg"].write_text("<svg>Adam wins</svg>", "utf-8")
    assert record.proof(script, {script.name: fact})[0] == "changed"


def test_the_records_of_the_project_are_as_runs_wrote_them() -> None:
    project = Site()
    assert project.facts("cpu")
    for setup in project.setups:
        facts = project.facts(setup)  # raises where a checksum does not match
        if setup.startswith("torch-"):
            assert {"torch-" + ".".join(fact.torch.split(".")[:2]) for fact in facts.values()} == {setup}
