"""What leaves the site runs alone: downloads, copied code and notebooks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from proven import judge, needs, script
from proven.fault import Fault
from proven.project import Project
from proven.run.pool import Pool
from workshop import bundle

HEADER = '# /// script\n# dependencies = ["torch>=2.11", "einops"]\n# ///\n'
RECIPE = '''"""Doubling."""

from __future__ import annotations

import math

# --8<-- [start:double]
def double(x: Unknown) -> float:
    """
    >>> double(1)
    2
    """
    return math.prod([2, x])
# --8<-- [end:double]


if __name__ == "__main__":
    raise SystemExit("the recipe's own block must not run")
'''
BODY = '''"""Shows doubling."""

from torchbyexample.doubling import (
    double,
)

# --8<-- [start:one]
print(double(1))
# > 2
# --8<-- [end:one]

text = """
# > no output, but text
"""


class Pair:
    # --8<-- [start:method]
    def first(self) -> int:
        return 1
    # --8<-- [end:method]

    def second(self) -> int:
        return 2


# --8<-- [start:last]
print(text.strip(), Pair().second())
# > # > no output, but text 2
# --8<-- [end:last]
'''


@pytest.fixture
def doubling(tmp_path: Path) -> script.Script:
    recipes = tmp_path / "src" / "torchbyexample"
    recipes.mkdir(parents=True)
    (recipes / "doubling.py").write_text(RECIPE)
    path = tmp_path / "shows_doubling.py"
    path.write_text(HEADER + BODY)
    return Project(tmp_path).load(path)


def run(code: str, folder: Path) -> str:
    file = folder / "alone.py"
    file.write_text(code)
    # -I: neither this project nor the folder is on the path
    done = subprocess.run([sys.executable, "-I", str(file)], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_download_runs_alone_with_its_recipe_header_and_output(doubling: script.Script, tmp_path: Path) -> None:
    code = bundle.standalone(doubling)
    assert run(code, tmp_path) == "2\n# > no output, but text 2\n"
    assert code.startswith(HEADER)
    assert "\n# > 2\n" in code
    assert "--8<--" not in code
    assert "import double" not in code
    assert "Doubling." not in code


def test_a_download_is_a_valid_snippet_itself(doubling: script.Script, tmp_path: Path) -> None:
    path = tmp_path / "download.py"
    path.write_text(bundle.standalone(doubling))
    again = script.load(path)
    assert [r.text for s in again.statements for r in s.recorded] == [r.text for s in doubling.statements for r in s.recorded]


def test_copied_code_ends_with_its_section_and_has_no_output(doubling: script.Script, tmp_path: Path) -> None:
    code = bundle.runnable(doubling, "one")
    assert run(code, tmp_path) == "2\n"
    assert "# > 2" not in code
    assert "/// script" not in code
    assert "class Pair" not in code


def test_copied_code_keeps_text_that_only_looks_like_output(doubling: script.Script, tmp_path: Path) -> None:
    assert run(bundle.runnable(doubling), tmp_path) == "2\n# > no output, but text 2\n"


def test_a_section_inside_a_statement_is_copied_with_the_whole_statement(doubling: script.Script, tmp_path: Path) -> None:
    code = bundle.runnable(doubling, "method")
    assert run(code + "print(Pair().second())", tmp_path) == "2\n2\n"
    assert "print(text" not in code


def test_a_notebook_has_a_cell_a_section_and_its_cells_run_in_order(doubling: script.Script, tmp_path: Path) -> None:
    cells = json.loads(bundle.notebook(doubling))["cells"]
    assert [cell["cell_type"] for cell in cells] == ["markdown", "code", "code", "code", "code"]
    sources = ["".join(cell["source"]) for cell in cells]
    assert sources[0].startswith("# shows doubling\n\nShows doubling.")
    assert sources[1] == '%pip install -q "einops"'
    assert run("\n\n".join(sources[2:]), tmp_path) == "2\n# > no output, but text 2\n"


def test_a_notebook_writes_a_file_for_a_snippet_that_starts_processes(tmp_path: Path) -> None:
    path = tmp_path / "spawns.py"
    path.write_text(HEADER + 'def work():\n    print(1)\n\n\nif __name__ == "__main__":\n    work()\n# > 1\n')
    sources = ["".join(cell["source"]) for cell in json.loads(bundle.notebook(script.load(path)))["cells"]]
    assert sources[-2].startswith("%%writefile spawns.py\ndef work")
    assert sources[-1] == "!python spawns.py"


def test_a_recipe_that_imports_a_recipe_is_named_with_its_line(doubling: script.Script) -> None:
    doubling.recipes[0].write_text("import math\nfrom torchbyexample.other import x\n")
    with pytest.raises(Fault, match=r"doubling\.py:2: a recipe imports another recipe"):
        bundle.standalone(doubling)


@pytest.mark.parametrize("path", script.find(), ids=script.shown)
def test_everything_a_snippet_gives_is_python(path: Path) -> None:
    loaded = script.load(path)
    for code in (bundle.standalone(loaded), bundle.runnable(loaded), *(bundle.runnable(loaded, name) for name in loaded.sections)):
        compile(code, path.name, "exec")
        assert "from torchbyexample" not in code
        assert "--8<--" not in code
    assert json.loads(bundle.notebook(loaded))["nbformat"] == 4


def test_a_download_prints_what_is_recorded_whichever_recipe_it_holds(tmp_path: Path) -> None:
    users = [loaded for loaded in map(script.load, script.find()) if loaded.recipes and not loaded.header.gpus]
    recipes = {path for user in users for path in user.recipes}
    shortest = {path: min((user for user in users if path in user.recipes), key=lambda user: len(user.source)) for path in recipes}
    downloads = []
    for loaded in {user.path: user for user in shortest.values()}.values():
        path = tmp_path / loaded.path.name
        path.write_text(bundle.standalone(loaded), "utf-8")
        downloads.append(script.load(path))
    assert downloads
    with Pool(downloads) as pool:
        able = [download for download in downloads if not needs.missing(download, pool.machine)]
        assert able
        for download, number in [(download, pool.submit(download)) for download in able]:
            result = pool.result(number)
            assert not result.failure, f"{download.path.name}:{result.line}: {result.failure}\n{result.stderr}"
            assert not list(judge.differences(download, result)), download.path.name
