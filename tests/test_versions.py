"""What a version of torch prints otherwise is recorded beside the rest, compared where that version runs, and shown folded."""

from __future__ import annotations

import json
from pathlib import Path

import older_torch
import pytest

from proven import judge, task
from proven.fault import Fault
from proven.project import Project
from proven.run.pool import Result
from proven.script import Script, by_version
from workshop import tables

HEADER = "# /// script\n# dependencies = []\n# ///\n"
PINNED = '[dependency-groups]\nprove = ["torch==2.15.0"]\n'
SCRIPT = HEADER + "print(1)\n# > new\n# <= 2.14\n# > middle\n# ~ took 1.0 s\n# <= 2.12\nx = 2\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "snippets/chapter").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(PINNED)
    return Project(tmp_path)


def script(project: Project, text: str = SCRIPT) -> Script:
    return project.parse(project.root / "snippets/chapter/x.py", text)


def ran(torch: str, *lines: str) -> Result:
    return Result([list(lines), []], [[], []], torch=torch)


@pytest.mark.parametrize(
    ("torch", "printed"),
    [
        ("2.15.0+cu130", ["new"]),
        ("2.16.1", ["new"]),
        ("", ["new"]),
        ("2.14.1", ["middle", "took 7.25 s"]),
        ("2.13.0", ["middle", "took 0.5 s"]),
        ("2.12.1", []),
        ("2.6.0", []),
    ],
)
def test_a_run_is_compared_with_what_its_version_prints(project: Project, torch: str, printed: list[str]) -> None:
    found = list(judge.differences(script(project), ran(torch, *printed)))
    assert found == []
    assert list(judge.differences(script(project), ran(torch, *printed, "more")))


@pytest.mark.parametrize(
    ("before", "torch", "printed", "after"),
    [
        ("# > new\n", "2.14.1", ["old"], "# > new\n# <= 2.14\n# > old\n"),  # beside it
        ("# > new\n", "2.14.1", ["new"], "# > new\n"),  # nothing of its own
        ("# > new\n", "2.15.0", ["newer"], "# > newer\n"),  # the pinned one: in its place
        ("# > new\n", "2.16.0", ["newer"], "# > newer\n"),
        ("# > new\n# <= 2.13\n# > old\n", "2.14.1", ["old"], "# > new\n# <= 2.14\n# > old\n"),  # one version takes the other along
        ("# > new\n# <= 2.14\n# > old\n", "2.11.0", ["old"], "# > new\n# <= 2.14\n# > old\n"),
        ("# > new\n# <= 2.14\n# > old\n", "2.11.0", ["oldest"], "# > new\n# <= 2.14\n# > old\n# <= 2.11\n# > oldest\n"),
        ("# > new\n# <= 2.14\n# > old\n", "2.14.0", ["other"], "# > new\n# <= 2.14\n# > other\n"),
        ("# > new\n# <= 2.14\n# > old\n", "2.14.0", [], "# > new\n# <= 2.14\n"),
        ("# > new\n# <= 2.14\n# > old\n", "2.14.0", ["new"], "# > new\n"),  # it differs no longer
        ("# ~ 1.0 s\n", "2.14.0", ["2.0 s"], "# ~ 1.0 s\n"),  # a sample that agrees is the newest's
    ],
)
def test_update_writes_the_lines_of_its_version_alone(project: Project, before: str, torch: str, printed: list[str], after: str) -> None:
    text = HEADER + "print(1)\n{}x = 2\n"
    assert judge.rewritten(script(project, text.format(before)), ran(torch, *printed)) == text.format(after)


def test_a_figure_is_the_newests(project: Project) -> None:
    text = '# /// script\n# dependencies = []\n# [tool.tbe]\n# alone = true\n# figures = ["x.svg"]\n# ///\nprint(1)\n# > 1\nx = 2\n'
    made = script(project, text)
    for torch, written in (("2.14.0", []), ("2.15.0", [made.figures["x.svg"]])):
        result = Result([["1"], []], [[], []], torch=torch, figures={"x.svg": b"<svg/>"})
        assert list(judge.updated(made, result)) == written


def test_a_measured_figure_is_renewed_by_the_matplotlib_that_drew_it(project: Project) -> None:
    text = '# /// script\n# dependencies = []\n# [tool.tbe]\n# alone = true\n# figures = ["x.svg"]\n# ///\nprint(1)\n# > 1\nx = 2\n'
    made = script(project, text)
    made.figures["x.svg"].parent.mkdir(parents=True)

    def svg(version: str, place: int) -> bytes:
        return f'<svg><title>Matplotlib v{version}</title><path d="M {place} 0"/></svg>'.encode()

    made.figures["x.svg"].write_bytes(svg("3.11.2", 10))
    for version, written in (("3.12.0", []), ("3.11.2", [made.figures["x.svg"]])):
        result = Result([["1"], []], [[], []], torch="2.15.0", figures={"x.svg": svg(version, 50)})
        assert list(judge.updated(made, result)) == written


def test_what_needs_a_gpu_is_recorded_as_the_machine_that_has_one_prints_it(project: Project) -> None:
    text = "# /// script\n# dependencies = []\n# [tool.tbe]\n# gpus = 1\n# ///\nprint(1)\n{}x = 2\n"
    assert judge.rewritten(script(project, text.format("")), ran("2.11.0", "on a GPU")) == text.format("# > on a GPU\n")


def test_a_fact_of_one_version_outlives_what_is_recorded_for_others(project: Project) -> None:
    one, two = (script(project, SCRIPT.replace("middle", word)) for word in ("middle", "other"))
    assert one.digest("2.15.0") == two.digest("2.15.0") == script(project, HEADER + "print(1)\n# > new\nx = 2\n").sha256
    assert one.digest("2.12.0") == two.digest("2.12.0")
    assert one.digest("2.13.0") != two.digest("2.13.0")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("print(1)\n# <= 2.12\n# > a\n# <= 2.14\n# > b\n", "output up to 2.14 stands under output up to 2.12"),
        ("print(1)\n# <= 2.14\n# > a\n# <= 2.14\n# > b\n", "output up to 2.14 stands under output up to 2.14"),
        ("print(1)\n# <= newest\n# > a\n", "looks like recorded output"),
        ("x = 1\n\n# <= 2.14\n# > a\n", "does not stand right under"),
    ],
)
def test_a_version_in_the_wrong_place_is_a_fault(project: Project, lines: str, why: str) -> None:
    with pytest.raises(Fault, match=why):
        script(project, HEADER + lines)


def test_a_task_has_lines_and_an_exception_for_a_version(project: Project) -> None:
    folder = project.root / "snippets/chapter"
    (folder / "x.py").write_text(HEADER + "x = 1\nprint(x)\n# > 1\n")
    path = folder / "x.tasks.toml"
    path.write_text('[more]\nchanges = [{ replace = "x = 1", by = "x = 2" }]\nprints = ""\n')

    def update(torch: str, line: str, raises: str = "") -> str:
        result = Result([[], [line]], [[], []], torch=torch, failure=raises, trace=raises)
        for file, data in task.updated(task.of(path, project, "more"), result).items():
            file.write_bytes(data)
        assert task.verify(task.of(path, project, "more"), result) is None
        return path.read_text().partition("\n")[2].partition("\n")[2]

    assert update("2.15.0", "2") == 'prints = """\n> 2\n"""\n'
    assert update("2.14.0", "two") == 'prints = """\n> 2\n<= 2.14\n> two\n"""\n'
    assert update("2.14.0", "two", "ValueError: no") == 'prints = """\n> 2\n<= 2.14\n> two\n"""\nraises = """\n<= 2.14\nValueError: no"""\n'
    assert task.of(path, project, "more").output == ["# > 2", "# <= 2.14", "# > two", "# > ValueError: no"]
    assert update("2.15.0", "2").startswith('prints = """\n> 2\n<= 2.14\n')


def test_a_page_shows_the_newest_and_has_the_others_by_version() -> None:
    text = "print(1)\n# > new\n# <= 2.14\n# > old\nprint(2)\n# > same\nprint(3)\n# <= 2.14\n# > gone\n# <= 2.11\nx = 1\n"
    newest, older = by_version(text)
    assert newest == "print(1)\n# > new\nprint(2)\n# > same\nprint(3)\nx = 1\n"
    assert older == {"2.14": "# > old\n# > gone\n", "2.11": ""}


def test_what_a_try_of_an_older_torch_gave_is_counted_by_reason(tmp_path: Path) -> None:
    reasons = {
        "tensors/a": "",
        "tensors/b": "what was printed is not what is recorded",
        "tensors/c": "AttributeError: module 'torch' has no attribute 'newer'",
        "tensors/d": "AttributeError: module 'torch' has no attribute 'newer'",
        "data/e": "needs torch>=2.14: 2.6.0 is installed",
        "data/f": "needs optuna: not installed",
        "data/g": "still running after 600 s",
    }
    facts = {
        f"snippets/{name}.py": {
            "outcome": "failed" if said else "passed",
            "seconds": 1,
            "sha256": "",
            "torch": "2.6.0+cu124",
            "reason": said,
        }
        for name, said in reasons.items()
    }
    (tmp_path / "facts.json").write_text(json.dumps({"snippets": facts}), "utf-8")
    [row] = older_torch.rows([tmp_path / "facts.json"])
    counted = dict.fromkeys(("passed", "words", "newer", "package", "other"), 1) | {"missing": 2}
    assert row == {"torch": "2.6", "chapters": "data tensors", "names": "newer"} | counted
    assert tuple(row) == tables.VERSIONS
