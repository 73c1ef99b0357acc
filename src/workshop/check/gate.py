"""The gate before publication: a commit is published only with a CPU and a GPU record of that very commit, whole and green."""

from __future__ import annotations

from collections.abc import Iterator

from proven import record
from proven.fault import Fault
from proven.record import Fact
from proven.script import Script
from workshop.project import Site

ONE_MACHINE = 1  # GPUs of the machine that records; what needs more may stay skipped, its pages say so


def refusals(project: Site, commit: str) -> Iterator[Fault]:
    """Why this checkout of `commit` may not be published with the records that lie in it; nothing where it may."""
    if not commit:
        yield Fault(project.records, 1, "what is checked out is no commit: files differ from it", "publish from a clean checkout")
        return
    scripts = [project.load(path) for path in project.find()]
    for kind in record.KINDS:
        yield from _of_record(project, kind, scripts, commit)


def _of_record(project: Site, kind: str, scripts: list[Script], commit: str) -> Iterator[Fault]:
    path = project.records / f"{kind}.json"
    machine = f"a machine with {'a GPU' if kind == 'gpu' else 'a CPU'}"
    again = f"run `uv run pytest snippets/ --record records/{kind}.json` at {commit[:12]} on {machine}"
    if not path.is_file():
        yield Fault(path, 1, f"there is no {kind.upper()} record", again)
        return
    try:
        facts = project.facts(kind)
    except Fault as fault:
        yield fault
        return
    for script in scripts:
        if why := _refusal(script, facts.get(script.name), kind, commit):
            yield Fault(path, 1, f"{script.name}: {why}", again)


def _refusal(script: Script, fact: Fact | None, kind: str, commit: str) -> str:
    if fact is None:
        return "this record does not speak of it"
    if fact.commit != commit:
        return f"it ran at {fact.commit[:12] or 'no commit (files differed)'}, to be published is {commit[:12]}"
    if not fact.fits(script):
        return "the file that ran is not the one to be published, the hashes differ"
    if fact.outcome == "failed":
        return f"it failed: {fact.reason}"
    # What needs no GPU is proven on the CPU at least, what needs one on the GPU.
    owed = script.header.gpus == (0 if kind == "cpu" else ONE_MACHINE)
    return f"it was skipped: {fact.reason}" if owed and fact.outcome == "skipped" else ""
