"""The gate before publication: a commit is published only with a CPU and a GPU record of that very commit, whole and green."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proven import record
from proven.fault import Fault
from proven.record import Fact
from proven.script import ROOT, Script, find, load

ONE_MACHINE = 1  # GPUs of the machine that records; what needs more may stay skipped, its pages say so


def refusals(commit: str, root: Path = ROOT) -> list[Fault]:
    """Why this checkout of `commit` may not be published with the records that lie in it; nothing where it may."""
    if not commit:
        return [Fault(root / "records", 1, "what is checked out is no commit: files differ from it", "publish from a clean checkout")]
    snippets = [load(path) for path in find(root / "snippets")]
    return [fault for kind in record.KINDS for fault in _of_record(root / "records" / f"{kind}.json", kind, snippets, commit)]


def _of_record(path: Path, kind: str, snippets: list[Script], commit: str) -> Iterator[Fault]:
    again = f"run `uv run pytest snippets/ --record records/{kind}.json` at {commit[:12]} on a machine with {'a GPU' if kind == 'gpu' else 'a CPU'}"
    if not path.is_file():
        yield Fault(path, 1, f"there is no {kind.upper()} record", again)
        return
    try:
        facts = record.read(path)
    except Fault as error:
        yield error
        return
    for snippet in snippets:
        if why := _refusal(snippet, facts.get(snippet.name), kind, commit):
            yield Fault(path, 1, f"{snippet.name}: {why}", again)


def _refusal(snippet: Script, fact: Fact | None, kind: str, commit: str) -> str:
    if fact is None:
        return "this record does not speak of it"
    if fact.commit != commit:
        return f"it ran at {fact.commit[:12] or 'no commit (files differed)'}, to be published is {commit[:12]}"
    if not fact.fits(snippet):
        return "the file that ran is not the one to be published, the hashes differ"
    if fact.outcome == "failed":
        return f"it failed: {fact.reason}"
    # What needs no GPU is proven on the CPU at least, what needs one on the GPU.
    owed = snippet.header.gpus == (0 if kind == "cpu" else ONE_MACHINE)
    return f"it was skipped: {fact.reason}" if owed and fact.outcome == "skipped" else ""
