"""How fast is the runner? Times all snippets through it against a process each, and against what cannot be avoided.

    python tests/benchmark.py [--heavy SECONDS] [chapter ...]

Prints, for the light snippets (those whose own run takes less than --heavy seconds, default 3) and for all: the runner's time, a fresh
`python snippet.py` each with as many at a time, and the limit: one import of torch + the snippets' own time / processors. Read them as
ratios. Whether plain processes print what is recorded, scripts/plain_python.py says.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from proven import needs
from proven.project import Project
from proven.run.pool import Pool, Result
from proven.script import Script

PROJECT = Project(Path(__file__).parents[1])
CORES = len(os.sched_getaffinity(0))


def through_the_runner(snippets: list[Script]) -> tuple[float, float, dict[str, Result]]:
    """Seconds in all, seconds until the parent was warm, and the results."""
    started = time.perf_counter()
    with Pool(snippets) as pool:
        warm = time.perf_counter() - started
        runnable = [snippet for snippet in snippets if not needs.missing(snippet, pool.machine)]
        numbers = {snippet.name: pool.submit(snippet) for snippet in runnable}
        results = {name: pool.result(number) for name, number in numbers.items()}
    return time.perf_counter() - started, warm, results


def a_process_each(snippets: list[Script]) -> float:
    """Seconds in all."""
    environ = os.environ | {"PYTHONPATH": str(PROJECT.sources), "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg", "PYTHONUNBUFFERED": "1"}

    def run(snippet: Script) -> None:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, snippet.path], cwd=folder, env=environ, capture_output=True, stdin=subprocess.DEVNULL)

    started = time.perf_counter()
    with ThreadPoolExecutor(CORES) as threads:
        list(threads.map(run, snippets))
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chapters", nargs="*")
    parser.add_argument("--heavy", type=float, default=3.0)
    arguments = parser.parse_args()
    snippets = [PROJECT.load(path) for path in PROJECT.find() if not arguments.chapters or path.parent.name in arguments.chapters]
    _, _, results = through_the_runner(snippets)
    present = [snippet for snippet in snippets if snippet.name in results]
    light = [snippet for snippet in present if results[snippet.name].seconds < arguments.heavy]
    for label, chosen in (("light", light), ("all", present)):
        runner, warm, results = through_the_runner(chosen)
        each = a_process_each(chosen)
        limit = warm + sum(result.seconds for result in results.values()) / CORES
        print(f"{label}: {len(chosen)} snippets on {CORES} cores: runner {runner:.1f} s, a process each {each:.1f} s ({each / runner:.1f}x), "
              f"limit {limit:.1f} s (runner is {runner / limit:.2f}x of it)")  # fmt: skip


if __name__ == "__main__":
    main()
