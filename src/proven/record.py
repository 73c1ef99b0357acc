"""The record: one JSON fact a snippet, written by a run (`pytest snippets/ --record FILE`) and by nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path

from proven.fault import Fault
from proven.script import ROOT, Script, digest, shown

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
    commit: str = ""  # what was checked out; empty where files differed from it

    def fits(self, snippet: Script) -> bool:
        """Does this fact speak of the snippet and its recipes as they are now?"""
        return (self.sha256, self.recipes) == (snippet.sha256, recipe_digests(snippet))


def recipe_digests(snippet: Script) -> dict[str, str]:
    return {shown(path): digest(path) for path in snippet.recipes}


def read(path: Path) -> dict[str, Fact]:
    """The facts of a record by snippet name; an absent file is an empty record.

    Raises:
        Fault: the file is not a record, or a fact is not as a run wrote it.
    """
    if not path.exists():
        return {}
    text = path.read_text("utf-8")
    try:
        facts = {name: (fact.pop("seal", ""), Fact(**fact)) for name, fact in json.loads(text)["snippets"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Fault(path, getattr(error, "lineno", 1), f"not a record: {error}", "delete it and run with --record again") from None
    for name, (seal, fact) in facts.items():
        if seal != _seal(name, fact):
            line = text[: text.index(json.dumps(name, ensure_ascii=False))].count("\n") + 1
            raise Fault(path, line, f"{name}: this is not what the run wrote, the seal does not match", "delete the entry and run it again")
    return {name: fact for name, (_, fact) in facts.items()}


def _seal(name: str, fact: Fact) -> str:
    """A checksum of one fact, so that a slip of the hand or of a merge shows. Each has its own: two branches may add facts side by side."""
    return hashlib.sha256(json.dumps([name, asdict(fact)], sort_keys=True).encode()).hexdigest()[:16]


def write(path: Path, facts: dict[str, Fact]) -> None:
    """Add facts to a record and drop those whose snippet is gone; the file is replaced whole or not at all."""
    merged = {name: fact for name, fact in {**read(path), **facts}.items() if (ROOT / name).is_file()}
    sealed = {name: asdict(merged[name]) | {"seal": _seal(name, merged[name])} for name in sorted(merged)}
    text = json.dumps({"snippets": sealed}, indent=1, ensure_ascii=False)
    replace_text(path, text + "\n")


def replace_text(path: Path, text: str) -> None:
    """Write a file so that it is at every moment the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_text(text, "utf-8")
    os.replace(draft, path)


def commit(root: Path = ROOT) -> str:
    """What is checked out; empty where it is no repository, or where files other than the records differ from it."""

    def git(*arguments: str) -> str:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout

    try:
        changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", f":!{FOLDER.name}")
        return "" if changed else git("rev-parse", "HEAD").strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def proof(snippet: Script, facts: dict[str, Fact]) -> tuple[str, Fact | None]:
    """How far a record proves a snippet: `proven`, `changed` (since that proof) or `unproven`, and the fact."""
    fact = facts.get(snippet.name)
    if fact is None or fact.outcome != "passed":
        return "unproven", None
    return ("proven" if fact.fits(snippet) else "changed"), fact
