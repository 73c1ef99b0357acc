"""The pytest door: `pytest snippets/` runs every snippet and compares; see `pytest --help`, group "snippets"."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from proven import judge, needs, record
from proven.fault import Fault, read
from proven.run.pool import Pool, Result
from proven.script import SNIPPETS, Script, digest, load, shown

OWN_RECORD = Path()  # of the kind of machine that runs: records/cpu.json or records/gpu.json

_POOL: pytest.StashKey[Pool] = pytest.StashKey()
_FACTS: pytest.StashKey[dict[str, record.Fact]] = pytest.StashKey()
_SKIPS: pytest.StashKey[Counter[str]] = pytest.StashKey()
_COMMIT: pytest.StashKey[str] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("snippets")
    group.addoption("--update", action="store_true", help="rewrite the recorded outputs and the figures as this run shows them")
    group.addoption(
        "--record",
        metavar="FILE",
        type=Path,
        nargs="?",
        const=OWN_RECORD,
        help="write one JSON fact a snippet: outcome, seconds, hashes, versions, device, date, commit; by itself into the record of this machine's kind",
    )
    group.addoption("--changed", action="store_true", help="run only what differs from the record (--record FILE, or records/cpu.json)")
    group.addoption("--jobs", type=int, metavar="N", help="snippets at a time (default: the processors)")
    group.addoption("--max-skips", type=int, metavar="N", help="fail if more snippets are skipped (default: max_skips in pyproject.toml)")
    parser.addini("max_skips", "how many snippets may be skipped where there is no GPU", default="0")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_FACTS] = {}
    config.stash[_SKIPS] = Counter()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> SnippetFile | None:
    if _is_snippet(file_path) and not parent.session.isinitpath(file_path):
        return SnippetFile.from_parent(parent, path=file_path)
    return None


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> SnippetFile | None:
    """A snippet named on the command line would be collected as a module of tests as well: take its place."""
    return SnippetFile.from_parent(parent, path=module_path) if _is_snippet(module_path) else None


def _is_snippet(path: Path) -> bool:
    return path.suffix == ".py" and path.is_relative_to(SNIPPETS) and not path.name.startswith("_") and path.name != "conftest.py"


class SnippetFile(pytest.File):
    def collect(self) -> Iterator[SnippetItem]:
        yield SnippetItem.from_parent(self, name=shown(self.path), nodeid=shown(self.path))


class SnippetItem(pytest.Item):
    """One snippet. What is wrong with its text is its own failure, not the collection's."""

    snippet: Script | None = None
    number: int | None = None

    def runtest(self) -> None:
        if self.snippet is None:
            load(self.path)  # raises the fault for which it was not queued
        assert self.snippet
        if reason := needs.missing(self.snippet, self.config.stash[_POOL].machine):
            self.config.stash[_SKIPS][reason.partition(":")[0]] += 1
            _note(self, "skipped", reason=reason)
            pytest.skip(reason)
        needs.check_declared(self.snippet)
        assert self.number is not None
        result = self.config.stash[_POOL].result(self.number)
        if result.failure:
            raise RunFailed(self.snippet, result)
        update = self.config.getoption("--update")
        if not update and (found := judge.differences(self.snippet, result)):
            raise OutputDiffers(self.snippet, found)
        if not judge.proves_something(result):
            raise Fault(self.path, 1, "prints nothing: it proves nothing", "print what it shows")
        if update:
            _update(self.snippet, result)
        for name, drawn in result.figures.items():
            if why := judge.figure_differs(judge.figure_path(self.snippet, name), drawn, self.snippet.header.alone):
                raise Fault(
                    judge.figure_path(self.snippet, name), 1, f"the figure is not what {self.name} draws: {why}", "run with --update"
                )
        _note(self, "passed", seconds=result.seconds)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Fault | RunFailed | OutputDiffers):
            _note(self, "failed", reason=str(excinfo.value).splitlines()[0])
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name.removesuffix(".py")  # pytest would show the whole name with "::" for its dots


class RunFailed(Exception):
    def __init__(self, snippet: Script, result: Result) -> None:
        text = [f"{snippet.name}:{result.line}: {result.failure}", f"  {_line(snippet, result.line)}"]
        text += [part for part in (result.trace, result.stderr and f"stderr:\n{result.stderr}") if part]
        super().__init__("\n".join(text))


class OutputDiffers(Exception):
    def __init__(self, snippet: Script, found: list[judge.Difference]) -> None:
        width = min(60, max(8, *(len(d.expected or "(nothing)") for d in found)))
        text = [
            f"{snippet.name}:{found[0].line}: what was printed is not what is recorded",
            f"  {'line':>5}  {'expected':{width}}  printed",
        ]
        for d in found[:40]:
            text.append(
                f"  {d.line:>5}  {'(nothing)' if d.expected is None else d.expected:{width}}  {'(nothing)' if d.printed is None else d.printed}"
            )
        text += [f"  ... and {len(found) - 40} more lines"] if len(found) > 40 else []
        super().__init__("\n".join([*text, "  mend: correct the code, or run with --update and read the difference"]))


def _line(snippet: Script, number: int) -> str:
    return snippet.lines[number - 1].strip() if number <= len(snippet.lines) else ""


def _update(snippet: Script, result: Result) -> None:
    text = judge.rewritten(snippet, result)
    if text != snippet.source:
        if read(snippet.path) != snippet.source:
            raise Fault(snippet.path, 1, "was edited while it ran; nothing was written", "run it again")
        record.replace_text(snippet.path, text)
    for name, drawn in result.figures.items():
        path = judge.figure_path(snippet, name)
        if not path.is_file() or path.read_bytes() != drawn:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(drawn)


def _note(item: SnippetItem, outcome: str, seconds: float = 0.0, reason: str = "") -> None:
    machine = item.config.stash[_POOL].machine
    item.config.stash[_FACTS][item.name] = record.Fact(
        outcome=outcome,
        seconds=seconds,
        sha256=digest(item.path),  # read again: --update may have written it
        recipes=record.recipe_digests(item.snippet) if item.snippet else {},
        python=machine["python"],
        torch=machine["torch"],
        device=machine["device"],
        date=datetime.datetime.now(datetime.UTC).date().isoformat(),
        reason=reason,
        commit=item.config.stash[_COMMIT],
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Read the snippets; with --changed, leave out those that the record already speaks of as they are now."""
    known = _known(_record_file(config)) if config.getoption("--changed") else {}
    unchanged = []
    for item in items:
        if isinstance(item, SnippetItem):
            try:
                item.snippet = load(item.path)
            except Fault:
                continue  # its own setup raises it again
            fact = known.get(item.name)
            if fact and fact.outcome != "failed" and fact.fits(item.snippet):
                unchanged.append(item)
    if unchanged:
        config.hook.pytest_deselected(items=unchanged)
        items[:] = [item for item in items if item not in unchanged]


def _known(path: Path) -> dict[str, record.Fact]:
    try:
        return record.read(path)
    except Fault as error:
        pytest.exit(str(error), returncode=pytest.ExitCode.USAGE_ERROR)


def _record_file(config: pytest.Config) -> Path:
    given = config.getoption("--record")
    return given if given and given != OWN_RECORD else record.FOLDER / "cpu.json"


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session):
    """Start the parent and queue every snippet before the first one is waited for; long ones first, so that none is last alone."""
    items = [item for item in session.items if isinstance(item, SnippetItem)]
    if not items or session.config.option.collectonly:
        return (yield)
    try:
        started = Pool([item.snippet for item in items if item.snippet], session.config.getoption("--jobs"))
    except RuntimeError as error:
        pytest.exit(f"the snippets cannot be run here: {error}", returncode=pytest.ExitCode.USAGE_ERROR)
    with started as pool:
        session.config.stash[_POOL] = pool
        session.config.stash[_COMMIT] = record.commit()
        kind, file = pool.machine["kind"], session.config.getoption("--record")
        if file == OWN_RECORD:
            session.config.option.record = record.FOLDER / f"{kind}.json"
        elif file and file.stem in record.KINDS and file.stem != kind:
            said = f"{file} is for a {file.stem.upper()}, this machine is a {kind.upper()}: record into {file.with_stem(kind)}"
            pytest.exit(said, returncode=pytest.ExitCode.USAGE_ERROR)
        known = _known(record.FOLDER / f"{kind}.json")

        def rank(item: SnippetItem) -> tuple[bool, int]:
            fact = known.get(item.name)
            return bool(item.snippet and item.snippet.header.alone), -int((fact.seconds if fact else 0) // 3)

        for item in sorted(items, key=rank):
            if item.snippet and not needs.missing(item.snippet, pool.machine):
                item.number = pool.submit(item.snippet)
        return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    pool = config.stash.get(_POOL, None)
    if pool is None:
        return
    machine, missing = pool.machine, [name for name, works in pool.means.items() if not works]
    terminalreporter.section("snippets")
    terminalreporter.line(f"on {machine['device']}, torch {machine['torch']}, Python {machine['python']}")
    if missing:
        terminalreporter.line(f"isolation: no {' and no '.join(missing)} here; only Python's audit hook watched over files and network")
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
        record.write(file, config.stash[_FACTS])


def _ceiling(config: pytest.Config) -> int:
    given = config.getoption("--max-skips")
    return int(config.getini("max_skips")) if given is None else given
