"""Runs what pages embed, scripts and tasks, for whoever wants to know at once and without pytest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from proven import needs, record, task
from proven.fault import Fault
from proven.run.pool import Pool
from proven.subject import Subject, load, runs, update, verify
from proven.task import SUFFIX
from workshop.project import Site

_NO_GPU = {"gpus": 0}


@dataclass(frozen=True)
class Ran:
    """What became of one script or task: a fault, a reason why it was skipped, or neither; and the files that --update wrote."""

    name: str
    fault: Fault | None = None
    skipped: str = ""
    written: tuple[Path, ...] = ()


def subjects(files: Iterable[Path], project: Site) -> Iterator[Subject | Fault]:
    """The scripts and tasks of these files, or what is wrong with their texts. A script brings its tasks along."""
    for path in dict.fromkeys(related for file in files for related in (_script(file), _script(file).with_suffix(SUFFIX))):
        try:
            ids = [""] if not path.name.endswith(SUFFIX) else task.ids(path) if path.is_file() else []
        except Fault as error:
            yield error
            continue
        for id in ids:
            try:
                yield load(path, project, id)
            except Fault as error:
                yield error


def is_recorded(subject: Subject, project: Site) -> bool:
    """Does a record say that this text, as it stands, ran and passed?"""
    return any(record.proof(subject, project.facts(kind))[0] == "proven" for kind in record.KINDS)


class Runs:
    """Scripts and tasks on their way: started at once, and judged one by one as `results` is read.

    Args:
        todo: what is run.
        project: where.
        update: write outputs, figures and answers as the runs show them.
    """

    def __init__(self, todo: list[Subject], project: Site, update: bool = False) -> None:
        self.todo, self.project, self.update = todo, project, update

    def __enter__(self) -> Runs:
        if not self.todo:
            return self
        scripts = {subject.name: runs(subject) for subject in self.todo}
        self.pool = Pool(list(scripts.values()))
        self.pool.__enter__()
        try:  # what the machine is, takes a moment to know; who needs no GPU does not wait for it
            self.missing = {
                name: needs.missing(script, self.pool.machine if script.header.gpus else _NO_GPU) for name, script in scripts.items()
            }
        except RuntimeError as error:
            self.pool.__exit__()
            raise Fault(self.project.scripts, 1, f"the snippets cannot be run here: {error}", "see `uv run pytest snippets/`") from None
        self.numbers = {subject.name: self.pool.submit(runs(subject)) for subject in self.todo if not self.missing[subject.name]}
        return self

    def __exit__(self, *error: object) -> None:
        if self.todo:
            self.pool.__exit__(*error)

    def results(self) -> Iterator[Ran]:
        for subject in self.todo:
            if why := self.missing[subject.name]:
                yield Ran(subject.name, skipped=why)
                continue
            written: list[Path] = []
            result = self.pool.result(self.numbers[subject.name])
            try:
                if self.update:
                    subject, written = update(subject, result, self.project)
                yield Ran(subject.name, verify(subject, result), written=tuple(written))
            except Fault as error:
                yield Ran(subject.name, error, written=tuple(written))


def _script(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(SUFFIX) + ".py") if path.name.endswith(SUFFIX) else path
