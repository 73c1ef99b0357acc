"""The record: one JSON fact a snippet, written by a run (`pytest snippets/ --record FILE`) and by nothing else."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from workshop.snippet import ROOT, Snippet, SourceError, digest, shown

FOLDER = ROOT / "records"
KINDS = ("cpu", "gpu")  # records/cpu.json and records/gpu.json are what the pages are built with


@dataclass(frozen=True)
class Fact:
    """What one run of one snippet showed."""

    outcome: str  # passed, failed or skipped
    seconds: float
    sha256: str  # of the snippet's file
    recipes: dict[str, str] = field(default_factory=dict)  # recipe path -> sha256
    python: str = ""
    torch: str = ""
    device: str = ""
    date: str = ""  # ISO 8601, UTC day
    reason: str = ""  # why it was skipped or failed

    def fits(self, snippet: Snippet) -> bool:
        """Does this fact speak of the snippet and its recipes as they are now?"""
        return (self.sha256, self.recipes) == (snippet.sha256, recipe_digests(snippet))


def recipe_digests(snippet: Snippet) -> dict[str, str]:
    return {shown(path): digest(path) for path in snippet.recipes}


def read(path: Path) -> dict[str, Fact]:
    """The facts of a record by snippet name; an absent file is an empty record.

    Raises:
        SourceError: the file is not a record.
    """
    if not path.exists():
        return {}
    try:
        return {name: Fact(**fact) for name, fact in json.loads(path.read_text("utf-8"))["snippets"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(path, getattr(error, "lineno", 1), f"not a record: {error}", "delete it and run with --record again") from None


def write(path: Path, facts: dict[str, Fact]) -> None:
    """Add facts to a record and drop those whose snippet is gone; the file is replaced whole or not at all."""
    merged = {name: fact for name, fact in {**read(path), **facts}.items() if (ROOT / name).is_file()}
    text = json.dumps({"snippets": {name: asdict(merged[name]) for name in sorted(merged)}}, indent=1, ensure_ascii=False)
    replace_text(path, text + "\n")


def replace_text(path: Path, text: str) -> None:
    """Write a file so that it is at every moment the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_text(text, "utf-8")
    os.replace(draft, path)


def proof(snippet: Snippet, facts: dict[str, Fact]) -> tuple[str, Fact | None]:
    """How far a record proves a snippet: `proven`, `changed` (since that proof) or `unproven`, and the fact."""
    fact = facts.get(snippet.name)
    if fact is None or fact.outcome != "passed":
        return "unproven", None
    return ("proven" if fact.fits(snippet) else "changed"), fact
