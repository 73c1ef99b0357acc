"""Tasks are run: what they change stands once, what they say comes out, and --update writes that and nothing else."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from test_runner import make_project, run_pytest

from proven import task
from proven.fault import Fault
from proven.project import Project

HEADER = '# /// script\n# dependencies = []\n#\n# [tool.tbe]\n# figures = ["x.svg"]\n# ///\n'
SCRIPT = HEADER + (
    "import pathlib\n"
    "import time\n"
    "import warnings\n\n"
    "# --8<-- [start:all]\n"
    "rate = 0.5\n"
    "print('start')\n"
    "# > start\n"
    "for step in range(2):\n"
    "    print(f'step {step} loss {rate * step}')\n"
    "    print(f'took {time.time():.3f} s')\n"
    "# > step 0 loss 0.0\n"
    "# ~ took 1.000 s\n"
    "# > step 1 loss 0.5\n"
    "# ~ took 1.000 s\n"
    "# --8<-- [end:all]\n"
    "pathlib.Path('x.svg').write_text('<svg/>')\n"
)
FILE = '''\
# What a reader may try.
[twice]  # the rate
changes = [
  { replace = "rate = 0.5", by = "rate = 1.0" },
]
prints = ""  # not by hand

[warns]
prints = """
> an old line
"""
changes = [{ replace = "print('start')\\n", by = """
print('start')
warnings.warn('a \\\\\\\\ "b"')
prints = 1
""" }]

[breaks]
changes = [{ replace = "rate * step", by = "1 / (1 - step)" }]
raises = ""

[no-raise]
changes = [{ replace = "range(2)", by = "range(1)" }]
raises = "ValueError: an old one"
prints = ""
'''
WRITTEN = '''\
# What a reader may try.
[twice]  # the rate
changes = [
  { replace = "rate = 0.5", by = "rate = 1.0" },
]
prints = """
> step 0 loss 0.0
~ took TIME s
> step 1 loss 1.0
~ took TIME s
"""

[warns]
prints = \'\'\'
! UserWarning: a \\ "b"
\'\'\'
changes = [{ replace = "print('start')\\n", by = """
print('start')
warnings.warn('a \\\\\\\\ "b"')
prints = 1
""" }]

[breaks]
changes = [{ replace = "rate * step", by = "1 / (1 - step)" }]
raises = "ZeroDivisionError: division by zero"
prints = ""

[no-raise]
changes = [{ replace = "range(2)", by = "range(1)" }]
prints = """
> step 0 loss 0.0
~ took TIME s
"""
'''


def write(folder: Path, tasks: str, script: str = SCRIPT) -> Project:
    make_project(folder, {"one": script})
    (folder / "docs/figures/chapter").mkdir(parents=True)
    (folder / "docs/figures/chapter/x.svg").write_text("<svg/>")
    (folder / "snippets/chapter/one.tasks.toml").write_text(tasks, "utf-8")
    return Project(folder)


def test_update_writes_what_comes_out_and_a_run_compares_it(tmp_path: Path) -> None:
    project = write(tmp_path, FILE)
    [path] = task.find(project)
    done = run_pytest(tmp_path, "snippets/chapter/one.tasks.toml", "--update")
    assert "4 passed" in done.stdout, done.stdout
    assert "updated: 1 files" in done.stdout
    written = path.read_text("utf-8")
    assert re.sub(r"took \d+\.\d+ s", "took TIME s", written) == WRITTEN
    done = run_pytest(tmp_path, "snippets", "--record=facts.json", "-v")
    assert "5 passed" in done.stdout, done.stdout
    assert "snippets/chapter/one.tasks.toml::twice PASSED" in done.stdout

    assert "1 passed" in run_pytest(tmp_path, "snippets/chapter/one.tasks.toml::twice").stdout

    # Each is compared: what does not come out, what is raised otherwise, a change that has no effect.
    path.write_text(
        written.replace("> step 1 loss 1.0", "> step 1 loss 0.5")
        .replace("division by zero", "division")
        .replace('"range(1)"', '"range(0, 2)"')
    )
    done = run_pytest(tmp_path, "snippets/chapter", "--record=facts.json")
    assert "3 failed, 2 passed" in done.stdout, done.stdout
    assert re.search(
        r"one.tasks.toml:9: twice: what comes out is not what it says\n +expected > step 1 loss 0.5\n +printed  > step 1 loss 1.0\n",
        done.stdout,
    )
    assert "breaks: raises 'ZeroDivisionError: division by zero', expected is 'ZeroDivisionError: division'" in done.stdout
    assert "no-raise: the change changes nothing that is printed" in done.stdout
    done = run_pytest(tmp_path, "snippets/chapter/one.tasks.toml", "--update")
    assert "no-raise: the change changes nothing that is printed" in done.stdout
    assert "3 passed" in done.stdout

    # The answer is all that comes out: no line may be taken out of it by hand.
    path.write_text(written.replace("> step 0 loss 0.0\n", "", 1), "utf-8")
    done = run_pytest(tmp_path, "snippets/chapter/one.tasks.toml::twice")
    assert "printed  > step 0 loss 0.0" in done.stdout, done.stdout
    path.write_text(re.sub(r"~ took \S+ s\n\"\"\"", '"""', written, count=1), "utf-8")
    done = run_pytest(tmp_path, "snippets/chapter/one.tasks.toml::twice")
    assert "expected (nothing)" in done.stdout, done.stdout

    # But a line `...` says that lines are left out, and an update leaves it.
    short = re.sub(r"> step 0 loss 0.0\n~ took \S+ s\n(> step 1 loss 1.0\n)~ took \S+ s\n", r"...\n\1...\n", written, count=1)
    path.write_text(short, "utf-8")
    assert "1 passed" in run_pytest(tmp_path, "snippets/chapter/one.tasks.toml::twice", "--update").stdout
    assert path.read_text("utf-8") == short
    assert task.of(path, project, "twice").output == ["# ...", "# > step 1 loss 1.0", "# ..."]
    path.write_text(short.replace("loss 1.0", "loss 2.0"), "utf-8")
    assert "1 failed" in run_pytest(tmp_path, "snippets/chapter/one.tasks.toml::twice").stdout
    path.write_text(written, "utf-8")

    # A fact speaks of a task as it is; --changed leaves out what is proven.
    assert "5 passed" not in run_pytest(tmp_path, "snippets", "--changed", "--record=facts.json").stdout
    path.write_text(written, "utf-8")
    run_pytest(tmp_path, "snippets", "--record=facts.json")
    assert "5 deselected" in run_pytest(tmp_path, "snippets", "--changed", "--record=facts.json").stdout


def test_a_mark_that_was_changed_is_kept_by_an_update(tmp_path: Path) -> None:
    new = "[a]\nchanges = [{ replace = 'rate = 0.5', by = 'rate = 0.5; print(pathlib.os.getpid())' }]\nprints = ''\n"
    write(tmp_path, new)
    path = tmp_path / "snippets/chapter/one.tasks.toml"
    run_pytest(tmp_path, "snippets/chapter/one.tasks.toml", "--update")
    first = path.read_text("utf-8")
    assert re.search(r'prints = "> \d+\\n"|> \d+', first), first
    path.write_text(re.sub(r"> (\d+)", r"~ 7", first), "utf-8")
    assert "1 passed" in run_pytest(tmp_path, "snippets/chapter/one.tasks.toml", "--update").stdout
    assert re.search(r"~ \d+", path.read_text("utf-8"))


def test_a_change_is_shown_in_the_lines_around_it(tmp_path: Path) -> None:
    project = write(tmp_path, FILE)
    [path] = task.find(project)
    assert task.load(path, project)["breaks"].diff() == textwrap.dedent("""\
         print('start')
         for step in range(2):
        -    print(f'step {step} loss {rate * step}')
        +    print(f'step {step} loss {1 / (1 - step)}')
             print(f'took {time.time():.3f} s')
         pathlib.Path('x.svg').write_text('<svg/>')
        """)
    assert project.source("chapter/one.tasks.toml:breaks").startswith("[breaks]\nchanges = [{ replace = ")
    assert task.of(path, project, "no-raise").output == ["# > ValueError: an old one"]


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ("[a\n", r"1: not TOML"),
        ("", r"1: holds no task"),
        ("prints = ''\n", r"1: 'prints' stands in no table"),
        ("[A_b]\n", r"1: 'A_b' is no id of a task"),
        ("[a]\nchanges = []\nprints = ''\n", r"1: a: changes nothing"),
        ("[a]\nprints = ''\n", r"1: a: changes nothing"),
        ("[a]\nchanges = [{ replace = 'rate = 0.5', by = '' }]\n\nprint = ''\n", r"4: a: unknown key 'print'"),
        ("[a]\nchanges = [{ replace = 'rate = 0.5', by = 'rate = 1' }]\nprints = 3\n", r"3: a: prints = 3 has the wrong type"),
        ("[a]\nchanges = [{ replace = 'rate = 0.5' }]\nprints = ''\n", r"2: a: .* is no change"),
        ("[a]\nchanges = [{ replace = 'rate = 0.5', by = 'rate = 1' }]\n", r"1: a: says nothing of what comes out"),
        ("[a]\nchanges = [\n  { replace = 'rats', by = '' },\n]\nprints = ''\n", r"3: a: 'rats' stands 0 times in one.py, not once"),
        ("[a]\nchanges = [{ replace = 'step', by = 'i' }]\nprints = ''\n", r"2: a: 'step' stands 6 times in one.py"),
        ("[a]\nchanges = [{ replace = 'range', by = 'range' }]\nprints = ''\n", r"2: a: 'range' is replaced by itself"),
        ("[a]\nchanges = [{ replace = 'rate = 0.5', by = 'rate = ' }]\nprints = ''\n", r"1: a: the changed script, line 12: not Python"),
        (
            "[a]\nchanges = [{ replace = 'rate = 0.5', by = 'x' }, { replace = '0.5\\nprint', by = 'y' }]\nprints = ''\n".replace("'0.5", '"0.5').replace("print',", 'print",'),
            r"1: a: two changes change the same text",
        ),
        ("[a]\nchanges = [{ replace = 'rate = 0.5', by = 'rate = 1' }]\nprints = '''\n> ok\nno mark\n'''\n", r"5: a: 'no mark' has no mark"),
    ],
)  # fmt: skip
def test_a_task_that_is_wrong_says_where_and_how_to_mend_it(tmp_path: Path, tasks: str, expected: str) -> None:
    project = write(tmp_path, tasks)
    [path] = task.find(project)
    with pytest.raises(Fault, match=rf"one\.tasks\.toml:{expected}") as caught:
        task.load(path, project)
    assert caught.value.mend


def test_a_task_without_its_script_is_a_fault_and_ends_no_run(tmp_path: Path) -> None:
    project = write(tmp_path, "[a]\nchanges = [{ replace = 'rate = 0.5', by = 'rate = 1' }]\nprints = ''\n")
    path = project.scripts / "chapter/two.tasks.toml"
    path.write_text("[b]\nprints = ''\n")
    with pytest.raises(Fault, match=r"two\.tasks\.toml:1: there is no two\.py beside it"):
        task.load(path, project)
    (project.scripts / "chapter/three.tasks.toml").write_text("[b\n")
    done = run_pytest(tmp_path, "snippets")
    assert "3 failed, 1 passed" in done.stdout, done.stdout
    assert "snippets/chapter/two.tasks.toml:1: there is no two.py beside it" in done.stdout
    assert "snippets/chapter/three.tasks.toml:1: not TOML" in done.stdout
