"""Snippets, records and pages as the site sees them: read once a build, and a fault ends the build without a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from mkdocs.exceptions import PluginError

from proven import record, script
from proven.fault import Fault
from proven.script import SNIPPETS
from workshop import page as pages
from workshop.project import Site

project = Site()


@contextmanager
def faults() -> Iterator[None]:
    """A fault of a source ends the build with its own words."""
    try:
        yield
    except Fault as error:
        raise PluginError(str(error)) from None


@cache
def load(path: Path) -> script.Script:
    with faults():
        return script.load(path)


def load_all() -> list[script.Script]:
    return [load(path) for path in script.find()]


@cache
def facts(kind: str) -> dict[str, record.Fact]:
    """The record of a kind of device."""
    with faults():
        return record.read(record.FOLDER / f"{kind}.json")


@cache
def _proofs(path: Path) -> dict[str, tuple[str, record.Fact | None]]:
    return {kind: record.proof(load(path), facts(kind)) for kind in record.KINDS}


def proofs(loaded: script.Script) -> dict[str, tuple[str, record.Fact | None]]:
    """What the record of each kind of device says of a snippet: its state and the fact."""
    return dict(_proofs(loaded.path))


def standings(loaded: script.Script) -> dict[str, tuple[str, record.Fact | None]]:
    """As `proofs`; where a run proved nothing, how it came out (`skipped` or `failed`) and its fact."""
    known = proofs(loaded)
    for kind, (_, fact) in known.items():
        if fact is None and (other := facts(kind).get(loaded.name)):
            known[kind] = other.outcome, other
    return known


@cache
def written(language: str) -> dict[str, pages.Page]:
    """The pages of a language by name, as they are written."""
    with faults():
        return pages.load_pages(language)


@cache
def places() -> dict[Path, list[tuple[str, str]]]:
    """The pages and sections that show each snippet: both languages show it at the same places."""
    found: dict[Path, list[tuple[str, str]]] = {}
    for page in written(pages.LANGUAGES[0]).values():
        for section, _, _, embeds in page.sections():
            for path in dict.fromkeys(SNIPPETS / embed.partition(":")[0] for embed in embeds):
                found.setdefault(path, []).append((page.name, section))
    return found


def forget() -> None:
    """A new build reads anew."""
    for cached in (load, facts, _proofs, written, places):
        cached.cache_clear()
