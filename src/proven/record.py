"""The record: one JSON fact a snippet, written by a run (`pytest snippets/ --record`) and by nothing else.

A record is a folder with a file a chapter, so that two branches that ran different chapters do not meet; or one file, if it is named as one.
"""

from __future__ import annotations

import hashlib
import json
import platform
import subprocess
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from proven import fault, needs
from proven.fault import Fault, shown
from proven.script import Places

KINDS = ("cpu", "gpu")  # the pinned torch on these: records/cpu and records/gpu are what the pages are built with


@dataclass(frozen=True)
class Fact:
    """What one run of one snippet showed."""

    outcome: str  # passed, failed or skipped
    seconds: float
    sha256: str  # of what the file says for this version of torch
    recipes: dict[str, str] = field(default_factory=dict)  # recipe path -> sha256
    python: str = ""
    torch: str = ""
    device: str = ""
    date: str = ""  # ISO 8601, UTC day
    reason: str = ""  # why it was skipped or failed
    commit: str = ""  # what was checked out; empty where files differed from it
    kind: str = ""  # of machine, one of KINDS
    figures: dict[str, str] = field(default_factory=dict)  # committed figure that it drew -> sha256
    proven: str = ""  # digest of what ran and compared

    def fits(self, subject: Subject) -> bool:
        """Does this fact speak of the script or task, its recipes and its figures as they are now?"""
        return (self.sha256, self.recipes, self.figures) == (subject.digest(self.torch), recipe_digests(subject), figure_digests(subject))


class Subject(Protocol):
    """What a fact speaks of: a Script or a Task."""

    @property
    def name(self) -> str: ...
    @property
    def places(self) -> Places: ...
    @property
    def recipes(self) -> tuple[Path, ...]: ...
    @property
    def figures(self) -> dict[str, Path]: ...
    def digest(self, torch: str) -> str: ...


def recipe_digests(subject: Subject) -> dict[str, str]:
    """sha256 of each recipe that runs, by its path in the project; also of the package's own code, if it has any."""
    packages = {path.with_name("__init__.py") for path in subject.recipes}
    paths = [*subject.recipes, *(path for path in packages if path.is_file() and path.stat().st_size)]
    return {shown(path, subject.places.root): _digest(path) for path in paths}


def figure_digests(subject: Subject) -> dict[str, str]:
    """sha256 of each committed figure that is drawn, by name; those that are not there are left out."""
    return {name: _digest(path) for name, path in subject.figures.items() if path.is_file()}


def _digest(path: Path) -> str:
    """sha256 of a file; of text with the same line ends everywhere."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n") if path.suffix != ".png" else path.read_bytes()).hexdigest()


@cache
def runner_digest() -> str:
    """A short digest of the code that runs and compares: with other code a fact is worth another run."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def read(path: Path) -> dict[str, Fact]:
    """The facts of a record by name of script or task; an absent one is empty.

    Raises:
        Fault: a file is not a record, or a fact is not as a run wrote it.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path] if path.exists() else []
    return {name: fact for file in files for name, fact in _read(file).items()}


def _read(path: Path) -> dict[str, Fact]:
    text = fault.read(path)
    try:
        facts = {name: (fact.pop("checksum", ""), Fact(**fact)) for name, fact in json.loads(text)["snippets"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Fault(path, getattr(error, "lineno", 1), f"not a record: {error}", "delete it and run with --record again") from None
    for name, (written, fact) in facts.items():
        if written != checksum(name, fact):
            line = text[: text.index(json.dumps(name, ensure_ascii=False))].count("\n") + 1
            raise Fault(
                path, line, f"{name}: this is not what the run wrote, the checksum does not match", "delete the entry and run it again"
            )
    return {name: fact for name, (_, fact) in facts.items()}


def checksum(name: str, fact: Fact) -> str:
    """Of one fact, so that a slip of the hand or of a merge shows; no proof against who wants to deceive.

    Each has its own: two branches may add facts side by side.
    """
    return hashlib.sha256(json.dumps([name, _plain(fact)], sort_keys=True).encode()).hexdigest()[:16]


def _plain(fact: Fact) -> dict[str, Any]:
    """A fact as it is written: without what is empty."""
    return {key: value for key, value in asdict(fact).items() if value or key in ("outcome", "seconds", "sha256")}


def write(path: Path, facts: dict[str, Fact], root: Path) -> None:
    """Add facts to a record and drop those whose script or task is gone; a file is replaced whole or not at all, and only if it changes.

    Raises:
        Fault: what stands there is not a record.
    """
    merged = {name: fact for name, fact in {**read(path), **facts}.items() if _exists(root, name)}
    one = path.suffix == ".json"
    files: dict[Path, dict[str, Fact]] = {} if one else {file: {} for file in path.glob("*.json")}
    for name in sorted(merged):
        file = path if one else path / f"{_chapter(name)}.json"
        files.setdefault(file, {})[name] = merged[name]
    for file, kept in files.items():
        if not kept:
            file.unlink()
            continue
        lines = (json.dumps(_plain(fact) | {"checksum": checksum(name, fact)}, ensure_ascii=False) for name, fact in kept.items())
        pairs = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {line}" for name, line in zip(kept, lines, strict=True))
        data = f'{{"snippets": {{\n{pairs}\n}}}}\n'.encode()
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_bytes() != data:
            fault.replace(file, data)


def _chapter(name: str) -> str:
    """`snippets/tensors/views.py` -> `tensors`; of what lies in no chapter `others`."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else "others"


def _exists(root: Path, name: str) -> bool:
    file, _, id = name.partition(":")
    path = root / file
    return path.is_file() and (not id or f"[{id}]" in path.read_text("utf-8"))


def commit(root: Path, records: str = "records") -> str:
    """What is checked out; empty where it is no repository, or where files other than the records differ from it.

    A file that git is told not to look at (`update-index --assume-unchanged`) counts as one that differs, and so does one that no commit holds.
    """

    try:
        changed = _git(root, "status", "--porcelain", "--untracked-files=all", "--", ".", f":!{records}")
        hidden = any(line[:1].islower() or line.startswith("S ") for line in _git(root, "ls-files", "-v").splitlines())
        return "" if changed or hidden else _git(root, "rev-parse", "HEAD").strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def ignored(root: Path, *folders: str) -> list[str]:
    """The files in these folders that no commit holds and that show in no status, because git was told to ignore them; no Python caches."""
    try:
        found = _git(root, "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", *folders).split("\0")
    except (OSError, subprocess.CalledProcessError):
        return []
    return [name for name in found if name and "__pycache__" not in name.split("/")]


def same_files(root: Path, one: str, other: str, records: str = "records") -> bool:
    """Do two commits hold the same files, apart from the records? A record can be committed only after what it speaks of."""
    try:
        return one == other or not _git(root, "diff", "--name-only", one, other, "--", ".", f":!{records}")
    except (OSError, subprocess.CalledProcessError):
        return False


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout


def proof(subject: Subject, facts: dict[str, Fact]) -> tuple[str, Fact | None]:
    """How far a record proves a script or task: `proven`, `changed` (since that proof) or `unproven`, and the fact."""
    fact = facts.get(subject.name)
    if fact is None or fact.outcome != "passed":
        return "unproven", None
    return ("proven" if fact.fits(subject) else "changed"), fact


def holds_here(subject: Subject, facts: dict[str, Fact]) -> bool:
    """Would another run here only say again what a record says? It would where the subject passed as it is now, under this Python and
    torch and this runner. What was skipped or failed is worth another try."""
    state, fact = proof(subject, facts)
    if state != "proven" or fact is None:
        return False
    here = ".".join(platform.python_version_tuple()[:2]), (needs.version("torch") or "").partition("+")[0], runner_digest()
    return (fact.python.rpartition(".")[0], fact.torch.partition("+")[0], fact.proven) == here
