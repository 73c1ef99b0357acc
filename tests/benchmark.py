"""How fast is the runner? Times all snippets through it against a process each, and against what cannot be avoided.

    python tests/benchmark.py [--heavy SECONDS] [chapter ...]

Prints, for the light snippets (those whose own run takes less than --heavy seconds, default 3) and for all: the runner's time, a fresh
`python snippet.py` each with as many at a time, and the limit: one import of torch + the snippets' own time / processors. Read them as
ratios. It also compares what the plain processes printed with what is recorded: the runner must not show another world than `python` does.
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

from proven import compare, needs
from proven.run.pool import Pool, Result
from proven.script import SNIPPETS, SOURCES, WARNING, Script, find, load

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


def a_process_each(snippets: list[Script]) -> tuple[float, list[str]]:
    """Seconds in all, and the names of those whose plain output is not what is recorded."""
    environ = os.environ | {"PYTHONPATH": str(SOURCES), "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg", "PYTHONUNBUFFERED": "1"}

    def run(snippet: Script) -> str:
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, snippet.path], cwd=folder, env=environ, capture_output=True, text=True, stdin=subprocess.DEVNULL
            )
        recorded = [r for statement in snippet.statements for r in statement.recorded if r.mark != WARNING]
        printed = done.stdout.split("\n")[:-1]
        same = len(recorded) == len(printed) and all(compare.same(r.text, p, r.mark) for r, p in zip(recorded, printed, strict=True))
        return "" if same and done.returncode == 0 else snippet.name

    started = time.perf_counter()
    with ThreadPoolExecutor(CORES) as threads:
        wrong = [name for name in threads.map(run, snippets) if name]
    return time.perf_counter() - started, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chapters", nargs="*")
    parser.add_argument("--heavy", type=float, default=3.0)
    arguments = parser.parse_args()
    snippets = [load(path) for path in find(SNIPPETS) if not arguments.chapters or path.parent.name in arguments.chapters]
    _, _, results = through_the_runner(snippets)
    present = [snippet for snippet in snippets if snippet.name in results]
    light = [snippet for snippet in present if results[snippet.name].seconds < arguments.heavy]
    for label, chosen in (("light", light), ("all", present)):
        runner, warm, results = through_the_runner(chosen)
        each, wrong = a_process_each(chosen)
        limit = warm + sum(result.seconds for result in results.values()) / CORES
        print(f"{label}: {len(chosen)} snippets on {CORES} cores: runner {runner:.1f} s, a process each {each:.1f} s ({each / runner:.1f}x), "
              f"limit {limit:.1f} s (runner is {runner / limit:.2f}x of it)")  # fmt: skip
        for name in wrong:
            print(f"  `python {name}` does not print what is recorded")


if __name__ == "__main__":
    main()
