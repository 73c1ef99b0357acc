"""What is run and judged, a script or a task: what every door (pytest, the command line) does with one."""

from __future__ import annotations

from pathlib import Path

from proven import fault, judge, needs, task
from proven.fault import Fault
from proven.project import Project
from proven.run.pool import Result
from proven.script import Script
from proven.task import Task

Subject = Script | Task


def load(path: Path, project: Project, id: str = "") -> Subject:
    """A script, or the task of a file of tasks that has this id, ready to run.

    Raises:
        Fault: what is wrong with its text, or with what it imports and says it needs.
    """
    subject = task.of(path, project, id or task.ids(path)[0]) if path.name.endswith(task.SUFFIX) else project.load(path)
    needs.check(runs(subject), project.packages)
    return subject


def runs(subject: Subject) -> Script:
    """The script that runs: for a task the changed one."""
    return subject.changed if isinstance(subject, Task) else subject


def verify(subject: Subject, result: Result) -> Fault | None:
    """What is wrong with a run; None where it shows what is recorded."""
    return task.verify(subject, result) if isinstance(subject, Task) else judge.verify(subject, result)


def update(subject: Subject, result: Result, project: Project) -> tuple[Subject, list[Path]]:
    """Write outputs, figures and answers as the run shows them; the subject as it stands then, and the files that were written.

    Raises:
        Fault: the run failed, what it shows cannot be recorded, or the file was edited in the meantime; nothing is written then.
    """
    now = _again(subject, project)  # what runs is the same, but the record of a task's script may have been written just now
    if now.sha256 != subject.sha256:
        raise Fault(subject.path, 1, "was edited while it ran; nothing was written", "run it again")
    files = task.updated(now, result) if isinstance(now, Task) else judge.updated(now, result)
    for path, data in files.items():
        fault.replace(path, data)
    return _again(subject, project), list(files)


def _again(subject: Subject, project: Project) -> Subject:
    return task.of(subject.path, project, subject.id) if isinstance(subject, Task) else project.load(subject.path)
