"""--update writes recorded lines and nothing else: whatever is printed, and however the file was saved, the script stays the same script."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from test_runner import make_project, run_pytest

from proven import judge
from proven.fault import Fault
from proven.project import Project
from proven.run.pool import Pool, Result

HEADER = "# /// script\n# dependencies = []\n# ///\n"

# What one statement prints, and the line that is recorded under it.
PRINTED = {
    "carriage_return": (r"one\rtwo", "one␍two"),
    "progress": (r"1 %\r2 %\r", "1 %␍2 %␍"),
    "nul": (r"one\0two", "one␀two"),
    "vertical_tab": (r"one\vtwo", "one␋two"),
    "form_feed": (r"one\ftwo", "one␌two"),
    "file_separator": (r"one\x1ctwo", "one␜two"),
    "escape": (r"\x1b[31mred", "␛[31mred"),
    "backspace": (r"one\btwo", "one␈two"),
    "next_line": (r"one\x85two", r"one\x85two"),
    "line_separator": (r"one\u2028two", r"one\u2028two"),
    "paragraph_separator": (r"one\u2029two", r"one\u2029two"),
    "right_to_left": (r"one\u202etwo", r"one\u202etwo"),
    "byte_order_mark": (r"one\ufefftwo", r"one\ufefftwo"),
    "like_a_record": (r"# > 1", "# > 1"),
    "like_a_header": (r"# /// script", "# /// script"),
    "like_a_coding": (r"-*- coding: latin-1 -*-", "-*- coding: latin-1 -*-"),
    "quotes": (r"\"\"\" ''' \\", "\"\"\" ''' \\"),
    "korean": (r"가나다", "가나다"),
}
FILES = {
    "carried": (HEADER + "x = 1\nprint(x)\nprint('last')\n").replace("\n", "\r\n").encode(),
    "marked": b"\xef\xbb\xbf" + (HEADER + "print('first')\nprint('last')\n").encode(),
    "no_end": (HEADER + "print('first')\nprint('last')").encode(),
    "one_line": (HEADER + "x = 1; print(x)\n").encode(),
    "continued": (HEADER + "print('first') \\\n    if True else None\n").encode(),
    "comment_last": (HEADER + "print('first')  # why\n# the end").encode(),
}
REFUSED = {"section_mark": HEADER + "print('# --' + '8<-- [start:x]')\nprint('last')\n"}


def test_whatever_is_printed_the_script_stays_the_same(tmp_path: Path) -> None:
    sources = {name: f'{HEADER}print("{text}")\nprint("last")\n' for name, (text, _) in PRINTED.items()} | REFUSED
    project = make_project(tmp_path, sources)
    folder = tmp_path / "snippets/chapter"
    for name, data in FILES.items():
        (folder / f"{name}.py").write_bytes(data)
    (folder / "quotes.py").chmod(0o755)

    done = run_pytest(project, "snippets", "--update")
    assert f"1 failed, {len(PRINTED) + len(FILES)} passed" in done.stdout, done.stdout
    assert "what it prints cannot be recorded: not a section mark" in done.stdout
    assert f"updated: {len(PRINTED) + len(FILES)} files" in done.stdout
    for name, (_, recorded) in PRINTED.items():
        first, _ = sources[name].removeprefix(HEADER).split("\n")[:2]
        assert (folder / f"{name}.py").read_bytes().decode() == f'{HEADER}{first}\n# > {recorded}\nprint("last")\n# > last\n', name
    for name, source in REFUSED.items():
        assert (folder / f"{name}.py").read_text("utf-8") == source
    expected = {
        "carried": FILES["carried"].replace(b"print(x)\r\n", b"print(x)\r\n# > 1\r\n") + b"# > last\r\n",
        "marked": FILES["marked"].replace(b"print('first')\n", b"print('first')\n# > first\n") + b"# > last\n",
        "no_end": FILES["no_end"].replace(b"print('first')\n", b"print('first')\n# > first\n") + b"\n# > last\n",
        "one_line": FILES["one_line"] + b"# > 1\n",
        "continued": FILES["continued"] + b"# > first\n",
        "comment_last": FILES["comment_last"].replace(b"# why\n", b"# why\n# > first\n"),
    }
    assert {name: (folder / f"{name}.py").read_bytes() for name in FILES} == expected
    assert (folder / "quotes.py").stat().st_mode & stat.S_IXUSR

    before = {path: path.read_bytes() for path in folder.iterdir()}
    for arguments in ((), ("--update",)):
        done = run_pytest(project, "snippets", *arguments)
        assert f"1 failed, {len(PRINTED) + len(FILES)} passed" in done.stdout, done.stdout
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0x202E, 0xFEFF])
def test_no_printed_character_ends_a_line(code: int) -> None:
    if code not in (0x09, 0x0A):  # a tab stays; a line end has ended the line already
        shown = judge.visible(f"a{chr(code)}b")
        assert shown.isprintable()
        assert len(shown.splitlines()) == 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = 1  # a\fb\n", r"4: holds the control character U\+000C"),
        ("x = 'a\u2028b'\n", r"4: holds the control character U\+2028"),
        ("x = 1\n\n# caf\x85\n", r"6: holds the control character U\+0085"),
        ("x = 1\ry = 2\n", r"4: holds the control character U\+000D"),
        ("x = 1\n# \0\n", r"5: holds the control character U\+0000"),
        ("x = " + "1 + " * 5000 + "1\n", r"1: its expressions are nested too deeply to be read"),
        ("if True:\n    x = 1\n    # > 1\n", r"6: looks like recorded output, but no run is compared with it: # > 1"),
        ("def never():\n    print(2)\n    # > 3\n", r"6: looks like recorded output"),
        ("print(1)\n# >1\n", r"5: looks like recorded output, but no run is compared with it: # >1"),
        ("print(1)\n#  > 1\n", r"5: looks like recorded output"),
        ("print(1)\n# >> 1\n", r"5: looks like recorded output"),
        ("print(1)\n## > 1\n", r"5: looks like recorded output"),
        ("print(1)\n# ~1 s\n", r"5: looks like recorded output"),
        ("print(1)  # > 1\n", r"4: looks like recorded output"),
        ("text = '''\n# --8<-- [start:a]\nx = 1\n# --8<-- [end:a]\n'''\n", r"5: a section mark inside a string"),
        ("x = 1  # --8<-- [start:a]\n", r"4: not a section mark"),
    ],
)
def test_what_a_page_could_show_wrongly_is_refused(tmp_path: Path, source: str, expected: str) -> None:
    path = tmp_path / "snippets" / "chapter" / "x.py"
    path.parent.mkdir(parents=True)
    path.write_bytes((HEADER + source).encode())
    with pytest.raises(Fault, match=rf"x\.py:{expected}") as caught:
        Project(tmp_path).load(path)
    assert caught.value.mend


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('# dependencies = ["torch >= "]\n', r"2: the header does not name a requirement: 'torch >= '"),
        ("# dependencies = [1]\n", r"2: the header names no dependencies"),
        ('# dependencies = "torch"\n', r"2: the header names no dependencies"),
        ("# dependencies = []\n# requires-python = 3\n", r"3: requires-python = 3 is no range of versions"),
        ('# dependencies = []\n# requires-python = "banana"\n', r"3: requires-python = 'banana' is no range"),
        ("# tool = 1\n# dependencies = []\n", r"1: the header's \[tool.tbe\] is no table"),
        ("# dependencies = []\n# [tool]\n# tbe = 1\n", r"1: the header's \[tool.tbe\] is no table"),
        *(
            (f"# dependencies = []\n# [tool.tbe]\n# {line}\n", rf"4: \[tool.tbe\] {line.partition(' ')[0]} = .* is not ")
            for line in (
                "timeout = nan", "timeout = inf", "timeout = 0", "timeout = -5", "timeout = true", 'timeout = "1"', "gpus = -1", "gpus = 1.5",
                "alone = 1", "claims = [1]", "figures = [1]", 'figures = ["../x.svg"]', 'figures = ["/x.svg"]', 'figures = ["x.pdf"]', 'figures = "x.svg"',
            )
        ),
    ],
)  # fmt: skip
def test_a_broken_header_is_a_fault_with_its_line(tmp_path: Path, header: str, expected: str) -> None:
    path = tmp_path / "snippets" / "chapter" / "x.py"
    path.parent.mkdir(parents=True)
    path.write_text(f"# /// script\n{header}# ///\nprint(1)\n")
    with pytest.raises(Fault, match=rf"x\.py:{expected}") as caught:
        Project(tmp_path).load(path)
    assert caught.value.mend


def test_broken_scripts_fail_alone(tmp_path: Path) -> None:
    """Also those whose fault only shows when it is asked what they need; a typo is no missing package."""
    header = "# /// script\n# dependencies = [{}]\n# ///\n"
    sources = {
        "good": HEADER + "print(1)\n# > 1\n",
        "broken": header.format('"torch >= "') + "print(1)\n# > 1\n",
        "typo": header.format('"torhc"') + "print(1)\n# > 3\n",
        "missing": header.format('"no-such-package"') + "print(1)\n# > 3\n",
        "neighbour": HEADER + "import good\nprint(1)\n# > 1\n",
        "optional": HEADER + "try:\n    import pydantic_nope\nexcept ImportError:\n    print('without')\n# > without\n",
        "typed": HEADER + "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import nope\nprint(1)\n# > 1\n",
        "own_module": HEADER + "import __main__\nx = 2\nprint(__main__.x)\n# > 2\n",
        "lost_thread": HEADER + "import threading\nt = threading.Thread(target=lambda: 1 / 0)\nt.start()\nt.join()\nprint(1)\n# > 1\n",
        "empty_line": HEADER + "print()\n# >\n",
        "huge": HEADER + "print(1)\n# > 1\nraise ValueError('x' * 5_000_000)\n",
        "half_line": HEADER + "print(1, end=' ')\n# > 1\nprint(2)\n# > 2\n",
        "half_ended": HEADER + "print(1, end=' ')\n# > 1\nx = 1\nprint()\nprint('a\\nb', end='')\n# > a\n# > b\n",
        "named_test": HEADER + "print(1)\n# > 1\n",
        "test_named": HEADER + "print(1)\n# > 1\n",
        "also_test": HEADER + "print(1)\n# > 1\n",
    }
    done = run_pytest(make_project(tmp_path, sources), "snippets", "--record=facts.json")
    assert "7 failed, 8 passed, 1 skipped" in done.stdout, done.stdout
    for line in (
        "broken.py:2: the header does not name a requirement: 'torch >= '",
        "typo.py:2: needs torhc, which is not installed and which the project does not know",
        "neighbour.py:4: imports good, which stands beside it",
        "lost_thread.py:",
        "half_line.py:6: goes on in the line that the statement on line 4 began",
        "empty_line.py:1: prints nothing: it proves nothing",
        "huge.py:6: ValueError: xxx",
    ):
        assert line in done.stdout, line
    assert len(done.stdout) < 30_000
    assert (tmp_path / "facts.json").stat().st_size < 20_000


def test_a_run_that_claims_its_end_is_not_believed() -> None:
    project = Project(Path(__file__).parent)
    script = project.parse(Path("x.py"), HEADER + "print(1)\n# > 1\nprint(2)\n# > 3\n")
    assert "told of 1 of its 2 statements" in str(judge.verify(script, Result([["1"]], [[]])))
    with pytest.raises(ValueError, match="zip"):
        judge.rewritten(script, Result([["1"]], [[]]))


def test_where_lines_end_otherwise_they_end_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a printed line ends in two characters; neither is recorded."""
    script = Project(tmp_path).parse(tmp_path / "x.py", HEADER + "import sys\nsys.stdout.write('a\\r\\nb\\r\\n')\nprint()\n")
    with Pool([script]) as pool:
        number = pool.submit(script)
        monkeypatch.setattr(os, "linesep", "\r\n")
        assert pool.result(number).printed == [[], ["a", "b"], [""]]
