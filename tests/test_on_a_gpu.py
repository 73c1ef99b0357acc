"""The script for a bare machine with a GPU, tried where there is none: a torch that says there is one stands in for the real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_publish import call, commit
from test_runner import make_project

from proven import record
from workshop.project import ROOT

HEADER = "# /// script\n# dependencies = []\n# ///\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = make_project(tmp_path / "project", {"agrees": HEADER + "print(1)\n# > 1\n", "differs": HEADER + "print(2)\n# > 1\n"})
    (made / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/on_a_gpu.sh", made / "scripts")
    (made / "docs/figures").mkdir(parents=True)
    return made


def on_a_gpu(project: Path, *arguments: str, sees: bool) -> subprocess.CompletedProcess[str]:
    """Run it with a python whose torch sees a GPU or none; the snippets run with the real torch."""
    python = project.parent / "python"
    python.write_text(f'#!/bin/sh\ncase "$*" in *is_available*) exit {0 if sees else 1};; esac\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    environment = os.environ | {"PYTHON": str(python), "CUDA_VISIBLE_DEVICES": ""}
    command = ["bash", "scripts/on_a_gpu.sh", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=300, check=False)


def test_it_leaves_the_record_and_a_patch_and_changes_nothing_here(project: Path) -> None:
    done = on_a_gpu(project, "out", sees=True)
    assert done.returncode == 0, done.stdout + done.stderr
    facts = record.read(project / "out/gpu")
    assert {name: fact.outcome for name, fact in facts.items()} == {f"snippets/chapter/{n}.py": "passed" for n in ("agrees", "differs")}
    assert (project / "snippets/chapter/differs.py").read_text() == HEADER + "print(2)\n# > 1\n"

    subprocess.run(["patch", "-p1", "-s", "-i", "out/outputs.patch"], cwd=project, check=True)
    assert (project / "snippets/chapter/differs.py").read_text() == HEADER + "print(2)\n# > 2\n"
    assert (project / "snippets/chapter/agrees.py").read_text() == HEADER + "print(1)\n# > 1\n"


def test_the_run_after_the_patch_is_committed_names_its_commit(project: Path) -> None:
    (project / ".gitignore").write_text("__pycache__/\n")
    call(project, "git", "init", "-q")
    commit(project, "first")
    assert on_a_gpu(project, "out", sees=True).returncode == 0

    subprocess.run(["patch", "-p1", "-s", "-i", "out/outputs.patch"], cwd=project, check=True)
    call(project, "git", "add", "snippets")
    call(project, "git", "-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-qm", "what a GPU prints")
    assert on_a_gpu(project, "out", sees=True).returncode == 0
    assert (project / "out/outputs.patch").read_text() == ""
    head = call(project, "git", "rev-parse", "HEAD").stdout.strip()
    assert {fact.commit for fact in record.read(project / "out/gpu").values()} == {head}


def test_one_chapter_alone_can_be_named(project: Path) -> None:
    assert on_a_gpu(project, "out", "snippets/chapter/agrees.py", sees=True).returncode == 0
    assert list(record.read(project / "out/gpu")) == ["snippets/chapter/agrees.py"]
    assert (project / "out/outputs.patch").read_text() == ""


def test_without_a_gpu_nothing_is_written(project: Path) -> None:
    done = on_a_gpu(project, "out", sees=False)
    assert done.returncode == 1
    assert "torch sees no GPU here" in done.stderr
    assert not (project / "out").exists()
