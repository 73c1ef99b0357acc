"""What would it cost to support an older torch? Runs the snippets with an interpreter that has one, and counts what comes out.

    python scripts/older_torch.py run /path/to/python facts.json [chapter ...]
    python scripts/older_torch.py table facts.json [facts.json ...]

`run` runs the snippets of these chapters (of all without one) and not their tasks, in a copy of this checkout whose headers do not ask for the
oldest supported torch, and adds to `facts.json`.
`table` writes data/versions.csv, which the status page lists. A snippet that says itself that it needs a newer torch stays skipped.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from proven import record  # noqa: E402
from proven.script import minor  # noqa: E402

TABLE = ROOT / "data" / "versions.csv"
# The oldest supported torch, as the headers of new snippets ask for it.
[SUPPORTED] = re.findall(r"\btorch>=[\d.]+", (ROOT / "src/workshop/templates/snippet.py").read_text("utf-8"))
# Why one does not pass, by what its fact says; the first pattern that fits. The columns of the table are these.
REASONS = {
    "words": r"what was printed is not what is recorded|what comes out is not what it says",
    "missing": r"has no attribute|cannot import name|No module named|unexpected keyword|got multiple values|is not a valid",
    "newer": r"needs torch",
    "package": r"needs ",
    "other": r"",
}


def run(python: str, facts: Path, chapters: list[str]) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in filter(None, listed):
            if name.startswith(("src/", "snippets/", "records/cpu/", "docs/figures/", "pyproject.toml", "conftest.py", "scripts/")):
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name)
        for path in copy.glob("snippets/*/*.py"):
            path.write_bytes(re.sub(rf"{re.escape(SUPPORTED)}(?![\d.])", "torch", path.read_text("utf-8")).encode())
        folders = [copy / "snippets" / chapter for chapter in chapters] or sorted((copy / "snippets").iterdir())
        where = [str(path.relative_to(copy)) for folder in folders for path in sorted(folder.glob("[!_]*.py"))]
        options = ["-q", "-p", "no:cacheprovider", "--patience=10", "--max-skips=10000", "--record", str(facts.resolve())]
        subprocess.run([python, "-m", "pytest", *where, *options], cwd=copy, check=False)


def reason(fact: record.Fact) -> str:
    """The column that a fact counts in."""
    return "passed" if fact.outcome == "passed" else next(name for name, pattern in REASONS.items() if re.search(pattern, fact.reason))


def rows(paths: list[Path]) -> list[dict[str, str | int]]:
    """A row a version; several files may speak of one."""
    texts = {name: fact for path in paths for name, fact in _facts(path)}
    found = []
    for version in sorted({version for version, _ in texts}, key=minor):
        facts = {name: fact for (other, name), fact in texts.items() if other == version}
        counts = Counter(map(reason, facts.values()))
        names = Counter(re.findall(r"'(\w+)'", fact.reason)[-1] for fact in facts.values() if reason(fact) == "missing")
        missing = " ".join(name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0])))
        chapters = " ".join(sorted({name.split("/")[1] for name in facts}))
        found.append({"torch": version, "chapters": chapters} | {name: counts[name] for name in ("passed", *REASONS)} | {"names": missing})
    if len({row["chapters"] for row in found}) != 1:
        sys.exit("older_torch.py: each version must have run the same chapters")
    return found


def _facts(path: Path) -> Iterator[tuple[tuple[str, str], record.Fact]]:
    for name, text in json.loads(path.read_text("utf-8"))["snippets"].items():
        fact = record.Fact(**{key: value for key, value in text.items() if key != "checksum"})
        yield (".".join(map(str, minor(fact.torch))), name), fact


def main() -> None:
    command, *rest = sys.argv[1:] or [""]
    if command == "run" and len(rest) > 1:
        run(rest[0], Path(rest[1]), rest[2:])
    elif command == "table" and rest:
        made = rows([Path(name) for name in rest])
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(made[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(made)
    elif command == "--help":
        print(__doc__)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
