"""Does plain `python` print what the snippets record? The runner must not show another world than the one a reader has.

    uv run python scripts/plain_python.py [--seconds N] [chapter or chapter/name.py ...]

Runs each snippet that the record calls proven, and that took less than N seconds there (default 8), by itself in an empty folder; lists
those that end badly or whose output differs line by line, and fails if there are any.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from proven import compare, needs
from proven.project import Project
from proven.script import WARNING, Script

CORES = len(os.sched_getaffinity(0))


def difference(script: Script) -> str:
    """What `python` shows that is not as recorded; empty when it agrees. Warnings go to stderr there and are not compared."""
    own = {"PYTHONPATH": str(script.places.sources), "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg", "PYTHONUNBUFFERED": "1", "TZ": "UTC"}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, script.path.name)
        copy.write_bytes(script.source.encode())
        command, environ = [sys.executable, copy.name], os.environ | own | {"HOME": folder}
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environ,
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
                timeout=10 * script.header.timeout,
            )
        except subprocess.TimeoutExpired:
            return "does not end"
        printed = [line.rstrip() for line in done.stdout.replace(folder, "/snippet/work").split("\n")]
    torch = needs.version("torch") or ""
    recorded = [line for statement in script.statements for line in statement.under(torch) if line.mark != WARNING]
    for then, now in zip_longest(recorded, printed[:-1] if printed[-1] == "" else printed):
        if then is None or now is None or not compare.same(then.text, now, then.mark):
            return (
                f"line {then.line if then else script.statements[-1].end}: {then.text if then else None!r} is recorded, it prints {now!r}"
            )
    if done.returncode != 0:
        return f"ends with exit code {done.returncode}: {(done.stderr.strip().splitlines() or ['nothing said'])[-1]}"
    return ""


def chosen(project: Project, names: list[str], seconds: float) -> list[Script]:
    """The scripts that the record of a CPU calls proven and quick enough; of these chapters or with these names."""
    facts = project.facts("cpu")
    scripts = [project.load(path) for path in project.find()]
    return [
        script
        for script in scripts
        if (fact := facts.get(script.name)) and fact.outcome == "passed" and fact.seconds < seconds
        if not names or script.chapter in names or f"{script.chapter}/{script.path.name}" in names
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seconds", type=float, default=8.0)
    arguments = parser.parse_args()
    scripts = chosen(Project(Path(__file__).parents[1]), arguments.names, arguments.seconds)
    with ThreadPoolExecutor(CORES) as threads:
        found = {script.name: why for script, why in zip(scripts, threads.map(difference, scripts), strict=True) if why}
    for name, why in found.items():
        print(f"{name}: {why}")
    print(f"{len(scripts) - len(found)} of {len(scripts)} snippets print under `python` what they record")
    sys.exit(bool(found) or not scripts)


if __name__ == "__main__":
    main()
