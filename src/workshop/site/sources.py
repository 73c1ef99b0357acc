"""Snippets as the site sees them: read once a build, and a fault ends the build without a traceback."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mkdocs.exceptions import PluginError

from workshop import record, snippet
from workshop.snippet import SourceError


@cache
def _read(path: Path) -> snippet.Snippet:
    return snippet.load(path)


def forget() -> None:
    """A new build reads anew."""
    _read.cache_clear()


def load(path: Path) -> snippet.Snippet:
    try:
        return _read(path)
    except SourceError as error:
        raise PluginError(str(error)) from None


def load_all() -> list[snippet.Snippet]:
    return [load(path) for path in snippet.find()]


def proofs(loaded: snippet.Snippet) -> dict[str, tuple[str, record.Fact | None]]:
    """What the record of each kind of device says of a snippet: its state and the fact."""
    try:
        return {kind: record.proof(loaded, kind) for kind in record.KINDS}
    except SourceError as error:
        raise PluginError(str(error)) from None
