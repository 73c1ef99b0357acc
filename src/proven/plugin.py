"""The pytest door: `pytest snippets/` runs every script and task and compares; see `pytest --help`, group "snippets"."""

from __future__ import annotations

import datetime
import fnmatch
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from proven import needs, record, subject, task
from proven.fault import Fault
from proven.project import Project
from proven.run.pool import Pool
from proven.script import Script, minor
from proven.subject import Subject

OWN_RECORD = Path()  # of the setup that runs: records/cpu, records/gpu, records/torch-2.11

_PROJECT: pytest.StashKey[Project] = pytest.StashKey()
_POOL: pytest.StashKey[Pool] = pytest.StashKey()
_FACTS: pytest.StashKey[dict[str, record.Fact]] = pytest.StashKey()
_SKIPS: pytest.StashKey[Counter[str]] = pytest.StashKey()
_UPDATED: pytest.StashKey[set[str]] = pytest.StashKey()
_COMMIT: pytest.StashKey[str] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("snippets")
    group.addoption("--update", action="store_true", help="rewrite the recorded outputs and the figures as this run shows them")
    group.addoption(
        "--record",
        metavar="FOLDER",
        type=Path,
        nargs="?",
        const=OWN_RECORD,
        help="write one JSON fact a snippet: outcome, seconds, hashes, versions, device, date, commit; by itself into the record of this setup",
    )
    group.addoption(
        "--changed", action="store_true", help="run only what the record (--record FOLDER, or this setup's) does not prove as it is now"
    )
    group.addoption("--jobs", type=int, metavar="N", help="snippets at a time (default: one more than the processors)")
    group.addoption(
        "--patience", type=float, metavar="N", default=1.0, help="give a snippet N times the seconds of its header, on a busy machine"
    )
    group.addoption("--max-skips", type=int, metavar="N", help="fail if more snippets are skipped (default: max_skips in pyproject.toml)")
    parser.addini("max_skips", "how many snippets may be skipped where there is no GPU", default="0")


def pytest_configure(config: pytest.Config) -> None:
    try:
        config.stash[_PROJECT] = Project(config.rootpath)
    except Fault as error:
        raise pytest.UsageError(str(error)) from None
    if (jobs := config.getoption("--jobs")) is not None and jobs < 1:
        raise pytest.UsageError(f"--jobs {jobs}: at least one")
    if not 0 < (patience := config.getoption("--patience")) < math.inf:
        raise pytest.UsageError(f"--patience {patience:g}: a number above 0, such as 5")
    config.stash[_FACTS] = {}
    config.stash[_SKIPS] = Counter()
    config.stash[_UPDATED] = set()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> File | None:
    if file_path.name.endswith(task.SUFFIX) and file_path.is_relative_to(parent.config.stash[_PROJECT].scripts):
        return TaskFile.from_parent(parent, path=file_path)
    if not _is_script(file_path, parent.config) or _is_module(file_path, parent):
        return None
    return ScriptFile.from_parent(parent, path=file_path)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> File | None:
    """A script that would be collected as a module of tests as well: take its place."""
    return ScriptFile.from_parent(parent, path=module_path) if _is_script(module_path, parent.config) else None


def _is_script(path: Path, config: pytest.Config) -> bool:
    inside = path.is_relative_to(config.stash[_PROJECT].scripts)
    return inside and path.suffix == ".py" and not path.name.startswith("_") and path.name != "conftest.py"


def _is_module(path: Path, parent: pytest.Collector) -> bool:
    """Is pytest going to make a module of tests of it: because it is named on the command line, or by its name?"""
    return parent.session.isinitpath(path) or any(fnmatch.fnmatch(path.name, name) for name in parent.config.getini("python_files"))


class File(pytest.File):
    @property
    def project(self) -> Project:
        return self.config.stash[_PROJECT]


class ScriptFile(File):
    def collect(self) -> Iterator[Item]:
        name = self.project.name(self.path)
        yield Item.from_parent(self, name=name, nodeid=name)


class TaskFile(File):
    def collect(self) -> Iterator[Item]:
        name = self.project.name(self.path)
        try:
            ids = task.ids(self.path)
        except Fault:
            ids = [""]  # the item raises it again
        for id in ids:
            yield Item.from_parent(self, name=id or name, nodeid=f"{name}::{id}".removesuffix("::"), table=id)


class Item(pytest.Item):
    """A script or a task. What is wrong with its text is its own failure, not the collection's."""

    subject: Subject | None = None
    fault: Fault | None = None
    missing = ""  # why it cannot run here
    recipes: dict[str, str] = {}  # noqa: RUF012 replaced, never changed
    number: int | None = None

    def __init__(self, *, table: str = "", **rest: Any) -> None:
        super().__init__(**rest)
        self.table, self.project = table, self.config.stash[_PROJECT]  # the task's; pytest has an `id` of its own since 9.2
        self.key = self.project.name(self.path) + f":{table}".removesuffix(":")  # what it is called in records

    def prepare(self) -> None:
        """Read it and look at it, without running it."""
        try:
            self.subject = subject.load(self.path, self.project, self.table)
            self.recipes = record.recipe_digests(self.subject)  # now: by the end of the run their files may be others
        except Fault as error:
            self.fault = error

    @property
    def script(self) -> Script:
        """What runs."""
        assert self.subject
        return subject.runs(self.subject)

    def runtest(self) -> None:
        if self.fault:
            raise self.fault
        if self.missing:
            self.config.stash[_SKIPS][self.missing.partition(":")[0]] += 1
            _note(self, "skipped", reason=self.missing)
            pytest.skip(self.missing)
        assert self.subject
        assert self.number is not None
        result = self.config.stash[_POOL].result(self.number)
        if self.config.getoption("--update"):
            self.subject, written = subject.update(self.subject, result, self.project)
            self.config.stash[_UPDATED].update(map(self.project.name, written))
        if error := subject.verify(self.subject, result):
            raise error
        _note(self, "passed", seconds=result.seconds)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Fault):
            _note(self, "failed", reason=str(excinfo.value).splitlines()[0])
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.key.removesuffix(".py")  # pytest would show the whole name with "::" for its dots


def _note(item: Item, outcome: str, seconds: float = 0.0, reason: str = "") -> None:
    machine, noted = item.config.stash[_POOL].machine, item.subject
    item.config.stash[_FACTS][item.key] = record.Fact(
        outcome=outcome,
        seconds=seconds,
        sha256=noted.digest(machine["torch"]) if noted else "",
        recipes=item.recipes,
        python=machine["python"],
        torch=machine["torch"],
        device=machine["device"],
        date=datetime.datetime.now(datetime.UTC).date().isoformat(),
        reason=reason[:300],
        commit=item.config.stash[_COMMIT],
        kind=machine["kind"],
        figures=record.figure_digests(noted) if noted else {},
        proven=record.runner_digest(),
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Read the scripts; with --changed, leave out those that the record proves as they are now."""
    mine = [item for item in items if isinstance(item, Item)]
    for item in mine:
        item.prepare()
    if not mine or not config.getoption("--changed"):
        return
    known = _known(_record_file(config))
    unchanged = [item for item in mine if item.subject and not item.fault and record.holds_here(item.subject, known)]
    if unchanged:
        config.hook.pytest_deselected(items=unchanged)
        items[:] = [item for item in items if item not in unchanged]


def setup(machine: dict[str, Any], project: Project) -> str:
    """What the record of this machine is called: its kind, or of a CPU where torch is not the pinned one `torch-2.11`, and where processes
    start anew `spawn`."""
    if machine.get("start") == "spawn":
        return "spawn"
    pinned, here, kind = project.pinned("torch"), machine["torch"], machine["kind"]
    return f"torch-{'.'.join(map(str, minor(here)))}" if kind == "cpu" and pinned and minor(here) != minor(pinned) else kind


def _known(path: Path) -> dict[str, record.Fact]:
    try:
        return record.read(path)
    except Fault as error:
        pytest.exit(str(error), returncode=pytest.ExitCode.USAGE_ERROR)


def _record_file(config: pytest.Config) -> Path:
    """The record that --changed compares with: the one that is named, or the one of this setup."""
    given, folder = config.getoption("--record"), config.stash[_PROJECT].records
    if given and given != OWN_RECORD:
        return given
    with Pool([], jobs=1) as pool:
        return folder / setup(pool.machine, config.stash[_PROJECT])


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session):
    """Start the parent and queue every script before the first one is waited for; long ones first, so that none is last alone."""
    config, items = session.config, [item for item in session.items if isinstance(item, Item)]
    if not items or config.option.collectonly:
        return (yield)
    with Pool([item.script for item in items if not item.fault], config.getoption("--jobs"), config.getoption("--patience")) as pool:
        try:
            own = setup(pool.machine, config.stash[_PROJECT])
        except RuntimeError as error:
            pytest.exit(f"the snippets cannot be run here: {error}", returncode=pytest.ExitCode.USAGE_ERROR)
        config.stash[_POOL] = pool
        config.stash[_COMMIT] = record.commit(config.rootpath, config.stash[_PROJECT].name(config.stash[_PROJECT].records))
        folder, file = config.stash[_PROJECT].records, config.getoption("--record")
        if file == OWN_RECORD:
            config.option.record = file = folder / own
        elif file and Path(file).absolute().parent == folder and file.name != own:
            said = f"{file} is the record of another setup, this is {own}: record into {file.with_name(own)}"
            pytest.exit(said, returncode=pytest.ExitCode.USAGE_ERROR)
        if file:
            _known(file)  # nobody waits for a run to hear that its record cannot be written
        known = _known(folder / own)

        def rank(item: Item) -> tuple[bool, int]:
            fact = known.get(item.key)
            return item.script.header.alone, -int((fact.seconds if fact else 0) // 3)

        for item in sorted((item for item in items if not item.fault), key=rank):
            item.missing = needs.missing(item.script, pool.machine)
            if not item.missing:
                item.number = pool.submit(item.script)
        return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    pool = config.stash.get(_POOL, None)
    if pool is None:
        return
    machine, missing = pool.machine, [name for name, works in pool.means.items() if not works]
    terminalreporter.section("snippets")
    terminalreporter.line(f"on {machine['device']}, torch {machine['torch']}, Python {machine['python']}")
    if missing:
        terminalreporter.line(f"isolation: no {' and no '.join(missing)} here; SECURITY.md says what is not held then")
    for said in pool.lost.values():
        terminalreporter.line(f"begun again: {said}", yellow=True)
    if config.getoption("--update"):
        names = config.stash[_UPDATED]
        terminalreporter.line(f"updated: {len(names)} files" + (", read `git diff` before you commit" if names else ""))
        for name in sorted(names):
            terminalreporter.line(f"  {name}")
    skips = config.stash[_SKIPS]
    terminalreporter.line(f"skipped: {skips.total()} of at most {_ceiling(config)}")
    for reason, count in sorted(skips.items()):
        terminalreporter.line(f"  {count} x {reason}")
    if skips.total() > _ceiling(config):
        terminalreporter.line(
            "more snippets were skipped than the ceiling allows: install what they need, or raise max_skips on purpose", red=True
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    if config.stash[_SKIPS].total() > _ceiling(config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    if (file := config.getoption("--record")) and config.stash[_FACTS]:
        record.write(file, config.stash[_FACTS], config.rootpath)


def _ceiling(config: pytest.Config) -> int:
    given = config.getoption("--max-skips")
    return int(config.getini("max_skips")) if given is None else given
