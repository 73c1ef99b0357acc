"""`tbe new` is green as created and leaves nothing half written; `tbe review` lists and records."""

import difflib
from pathlib import Path

import pytest

from proven.script import ROOT, Recorded, load
from workshop import cli, tables
from workshop.check import CHECKS
from workshop.project import Site

NAV = """# Chapters in reading order.
math:
  ko: 수학
  en: Maths
  pages:
    - math/sum  # first

    - math/product
# The last one is empty.
data:
  ko: 데이터
  en: Data
  pages: []
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/nav.yml").write_text(NAV, "utf-8")
    (tmp_path / "data/glossary.csv").write_bytes((ROOT / "data/glossary.csv").read_bytes())
    (tmp_path / "data/claims.csv").write_text("id,verdict,page,claim\nrows.stack,true,data/two-rows,Rows stack\n", "utf-8")
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_new_page_is_green_as_created(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "data/two-rows"], Site(root)) == 0
    printed = capfd.readouterr().out
    assert "running snippets/data/two_rows.py" in printed
    assert "to settle: rows.stack (true): Rows stack" in printed
    project = Site(root)
    for name, check in CHECKS.items():
        assert [str(fault) for fault in check(project, project.all_pages())] == [], name
    snippet = load(root / "snippets/data/two_rows.py")
    recorded = [line for statement in snippet.statements for line in statement.recorded]
    assert recorded == [Recorded(">", "x.sum().item()=6", recorded[0].line)]
    assert [(change.page, change.kind) for change in project.changes] == [("data/two-rows", "new")]
    assert project.pages("ko")["data/two-rows"].of("heading")[0].what == "# two-rows"


@pytest.mark.parametrize(
    ("name", "added"),
    [
        ("math/log", ["    - math/log"]),
        ("data/rows", ["  pages:", "    - data/rows"]),
        ("math/sum", []),
    ],
)
def test_the_navigation_gains_one_line_at_the_end_of_the_chapter(root: Path, name: str, added: list[str]) -> None:
    text = tables.with_page(root / "data/nav.yml", name)
    assert [line[2:] for line in difflib.ndiff(NAV.splitlines(), text.splitlines()) if line.startswith("+ ")] == added
    (root / "data/nav.yml").write_text(text, "utf-8")
    assert Site(root).nav[name.partition("/")[0]].pages[-1] == name or name == "math/sum"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("music/notes", "there is no chapter 'music'\n  mend: known: math, data; a new one is made with its titles: --chapter"),
        ("math/taken", "docs/en/math/taken.md:1: exists already"),
    ],
)
def test_a_mistake_is_named_and_changes_nothing(root: Path, name: str, expected: str, capfd: pytest.CaptureFixture[str]) -> None:
    (root / "docs/en/math").mkdir(parents=True)
    (root / "docs/en/math/taken.md").write_text("mine", "utf-8")
    before = files(root)
    assert cli.main(["new", name], Site(root)) == 2
    said = capfd.readouterr().err
    assert expected in said
    assert "Traceback" not in said
    assert files(root) == before


@pytest.mark.parametrize("name", ["math", "math/Sum", "math/sum.md", "../math/sum", "math/a/b", "math/-a", "수학/합"])
def test_a_bad_name_is_refused(root: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    with pytest.raises(SystemExit) as exit:
        cli.main(["new", name], Site(root))
    assert exit.value.code == 2
    assert "chapter/page" in capfd.readouterr().err
    assert files(root) == before


@pytest.mark.parametrize("error", [RuntimeError("the parent did not start"), KeyboardInterrupt()])
def test_a_snippet_that_cannot_be_proven_leaves_nothing(root: Path, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cli, "Pool", broken)
    before = files(root)
    if isinstance(error, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            cli.main(["new", "math/log"], Site(root))
    else:
        assert cli.main(["new", "math/log"], Site(root)) == 2
    assert files(root) == before


def test_review_lists_and_records(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for language, title in (("ko", "합"), ("en", "Sum")):
        page = root / f"docs/{language}/math/sum.md"
        page.parent.mkdir(parents=True)
        page.write_text(f"# {title} {{ #sum }}\n", "utf-8")
    assert cli.main(["review"], Site(root)) == 1
    listed = capfd.readouterr().out
    assert "docs/ko/math/sum.md:1: #sum: never read in both languages" in listed
    assert "tbe review --done math/sum" in listed
    assert cli.main(["review", "--done", "math/none"], Site(root)) == 2
    assert "there is no such page" in capfd.readouterr().err
    assert cli.main(["review", "--done", "math/sum"], Site(root)) == 0
    assert cli.main(["review"], Site(root)) == 0
    assert "nothing to be read again" in capfd.readouterr().out
