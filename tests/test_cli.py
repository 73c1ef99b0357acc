"""`tbe`: a new page says itself what is left to write; `check` is one screen, `update` one summary, `review` wants names."""

from __future__ import annotations

import argparse
import difflib
import subprocess
from pathlib import Path

import pytest

from proven.fault import Fault
from proven.script import Recorded
from workshop import cli, new, project, tables
from workshop.check import CHECKS
from workshop.project import ROOT, Site

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
CLAIMS = "id,verdict,page,claim\nrows.stack,true,data/two-rows,Rows stack\n"
# As the templates, but quick: nothing to import.
SNIPPET = """# /// script
# dependencies = []
# ///
\"\"\"Adds.\"\"\"

# --8<-- [start:sum]
a = 1
print(f"{a + 1=}")
# > a + 1=2
# --8<-- [end:sum]
"""
TASKS = '[larger]\nchanges = [{ replace = "a = 1", by = "a = 2" }]\nprints = "> a + 1=3"\n'
PAGE = """---
title: {title}
description: {title}
---

# {title} {{ #sum }}

``` python
--8<-- "math/sum.py:sum"
```

## {task} {{ #try-it }}

1. {task}

    ??? success "{task}"
        ``` python
        --8<-- "math/sum.tasks.toml:larger"
        ```
"""


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in root.rglob("*")
        if ".git" not in path.parts
    }


def index(title: str) -> str:
    return f"---\ntitle: {title}\ndescription: {title}\n---\n\n# {title} {{ #index }}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    indexes = {f"docs/{code}/{chapter}/index.md": index(chapter) for code in ("ko", "en") for chapter in ("math", "data")}
    return write(tmp_path, {"data/nav.yml": NAV, "data/glossary.csv": "en,ko,avoid,allow\n", "data/claims.csv": CLAIMS, **indexes})


@pytest.fixture
def page(root: Path) -> Path:
    """A project with one page, complete and read."""
    written = {f"docs/{code}/math/sum.md": PAGE.format(title=title, task=title) for code, title in (("ko", "합"), ("en", "Sum"))}
    written |= {"snippets/math/sum.py": SNIPPET, "snippets/math/sum.tasks.toml": TASKS}
    write(root, {**written, "data/changes.csv": "date,page,kind,ko,en\n2026-01-31,math/sum,new,합,Sum\n"})
    assert cli.main(["review", "--done", "--all"], Site(root)) == 0
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


# new


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project after `tbe new` made a page and its chapter."""
    root = write(tmp_path_factory.mktemp("made"), {"data/nav.yml": NAV, "data/glossary.csv": "en,ko,avoid,allow\n"})
    write(root, {"data/claims.csv": CLAIMS.replace("data/", "music/")})
    assert cli.main(["new", "music/two-rows", "--chapter", "음악", "Music"], Site(root)) == 0
    return root


def test_a_new_page_needs_its_words_and_nothing_else(made: Path) -> None:
    site = Site(made)
    faults = [fault for name, check in CHECKS.items() if name != "review" for fault in check(site, site.all_pages())]
    assert faults
    assert {fault.what.partition(":")[0] for fault in faults} == {"not written yet"}
    assert {site.name(fault.path) for fault in faults} == {
        "snippets/music/two_rows.py",
        "data/changes.csv",
        *(f"docs/{code}/music/{page}.md" for code in ("ko", "en") for page in ("two-rows", "index")),
    }


def test_a_new_page_is_not_recorded_as_read(made: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert not (made / "data/reviews.json").exists()
    assert cli.main(["review", "--done", "music/two-rows"], Site(made)) == 2
    assert "not written yet" in capfd.readouterr().err
    assert not (made / "data/reviews.json").exists()


def test_a_new_snippet_is_proven_and_its_chapter_stands_in_the_navigation(made: Path) -> None:
    site = Site(made)
    script = site.load(made / "snippets/music/two_rows.py")
    recorded = [line for statement in script.statements for line in statement.recorded]
    assert recorded == [Recorded(">", "total.item()=6", recorded[0].line)]
    assert [(change.page, change.kind) for change in site.changes] == [("music/two-rows", "new")]
    assert site.nav["music"] == tables.Chapter("music", {"ko": "음악", "en": "Music"}, ("music/two-rows",))
    assert site.pages("ko")["music/two-rows"].of("heading")[0].what == "# two-rows"
    assert (made / "data/nav.yml").read_text("utf-8").startswith(NAV)


def test_new_says_what_is_to_write_and_to_settle(root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(new, "_prove", lambda *_: None)
    assert cli.main(["new", "data/two-rows"], Site(root)) == 0
    said = capfd.readouterr().out
    assert "running snippets/data/two_rows.py" in said
    assert "to settle: rows.stack (true): Rows stack" in said
    assert "docs/ko/data/two-rows.md" in said
    assert "`tbe check data/two-rows` says what is left to do" in said


@pytest.mark.parametrize(
    ("name", "added"), [("math/log", ["    - math/log"]), ("data/rows", ["  pages:", "    - data/rows"]), ("math/sum", [])]
)
def test_the_navigation_gains_one_line_at_the_end_of_the_chapter(root: Path, name: str, added: list[str]) -> None:
    text = tables.with_page(root / "data/nav.yml", name)
    assert [line[2:] for line in difflib.ndiff(NAV.splitlines(), text.splitlines()) if line.startswith("+ ")] == added
    (root / "data/nav.yml").write_text(text, "utf-8")
    assert Site(root).nav[name.partition("/")[0]].pages[-1] == name or name == "math/sum"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["music/notes"], "there is no chapter 'music'\n  mend: known: math, data; a new one is made with its titles: --chapter"),
        (["music/notes", "--chapter", "음악"], "1 titles for a chapter\n  mend: give one a language: --chapter 한국어 English"),
        (["math/notes", "--chapter", "수학", "Maths"], "there is a chapter 'math' already"),
        (["math/taken"], "docs/en/math/taken.md:1: exists already"),
    ],
)
def test_a_mistake_is_named_and_changes_nothing(root: Path, arguments: list[str], expected: str, capfd: pytest.CaptureFixture[str]) -> None:
    write(root, {"docs/en/math/taken.md": "---\ntitle: mine\n---\n"})
    before = files(root)
    assert cli.main(["new", *arguments], Site(root)) == 2
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

    monkeypatch.setattr(new, "Pool", broken)
    before = files(root)
    arguments = ["new", "music/log", "--chapter", "음악", "Music"]
    if isinstance(error, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            cli.main(arguments, Site(root))
    else:
        assert cli.main(arguments, Site(root)) == 2
    assert files(root) == before


# check and update


def test_check_runs_what_a_page_shows_and_says_so_in_one_line(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "math/sum"], Site(page)) == 0
    said = capfd.readouterr().out
    assert said.startswith("math/sum: 0 to mend; 2 ran, 0 as recorded (")
    assert said.count("\n") == 1


def test_check_names_each_fault_once_and_what_is_left_to_read(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    edit(page, "snippets/math/sum.py", "a = 1\n", "a = 5\n")
    edit(page, "snippets/math/sum.tasks.toml", "a = 1", "a = 5")
    edit(page, "docs/en/math/sum.md", "1. Sum", "1. Sum, 4711")
    assert cli.main(["check", "math/sum"], Site(page)) == 1
    said = capfd.readouterr().out
    for fault in (
        "sum.py:9: what was printed is not what is recorded",
        "en/math/sum.md:14: the number 4711 stands in no",
        "4711 is said more often",
    ):
        assert said.count(fault) == 1, said
    assert "math/sum: 3 to mend; 2 ran, 0 as recorded (" in said
    assert "to be read in all languages, then `tbe review --done math/sum`:\n  " in said
    assert "#sum: changed: math/sum.py:sum" in said


def test_check_finds_an_answer_that_does_not_come_out(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    edit(page, "snippets/math/sum.tasks.toml", "=3", "=4")
    assert cli.main(["check", "math/sum"], Site(page)) == 1
    assert "snippets/math/sum.tasks.toml:1: larger: what comes out is not what it says" in capfd.readouterr().out


def test_update_records_and_sums_up(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    edit(page, "snippets/math/sum.py", "a = 1\n", "a = 5\n")
    edit(page, "snippets/math/sum.tasks.toml", '"a = 1", by = "a = 2" }]\nprints = "> a + 1=3"', '"a = 5", by = "a = 2" }]\nprints = ""')
    assert cli.main(["update", "math/sum"], Site(page)) == 0
    said = capfd.readouterr().out
    assert said.count("recorded: ") == 2
    assert "2 ran, 2 files changed, 0 to mend; read `git diff`" in said
    assert "# > a + 1=6" in (page / "snippets/math/sum.py").read_text("utf-8")
    assert "> a + 1=3" in (page / "snippets/math/sum.tasks.toml").read_text("utf-8")
    assert cli.main(["update", "math/sum"], Site(page)) == 0
    assert "2 ran, 0 files changed, 0 to mend\n" in capfd.readouterr().out


def test_without_a_name_it_is_what_changed_against_main(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-C", str(page), "-c", "user.name=t", "-c", "user.email=t@localhost", *arguments], check=True, capture_output=True
        )

    assert cli.main(["check"], Site(page)) == 2
    assert "what changed against main is unknown" in capfd.readouterr().err
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "first")
    assert cli.main(["check"], Site(page)) == 0
    assert capfd.readouterr().out.startswith("no page: 0 to mend; 0 ran")
    git("checkout", "-qb", "mine")
    edit(page, "snippets/math/sum.tasks.toml", "=3", "=4")
    assert cli.main(["check"], Site(page)) == 1
    assert "\nmath/sum: 1 to mend; 2 ran" in capfd.readouterr().out
    git("checkout", "-q", ".")
    write(page, {"docs/ko/math/more.md": index("더"), "docs/en/math/more.md": index("More")})  # nobody has added them
    assert cli.main(["check"], Site(page)) == 0
    assert capfd.readouterr().out.startswith("math/more: 0 to mend; 0 ran")


def test_check_lists_sentences_that_generalise_beside_their_output(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    edit(page, "docs/en/math/sum.md", "1. Sum", "1. It always adds. This one adds.")
    edit(page, "docs/ko/math/sum.md", "1. 합", "1. 언제나 더합니다. 이 문장은 아닙니다.")
    assert cli.main(["check", "math/sum", "--words"], Site(page)) == 0
    said = capfd.readouterr().out
    assert "  14: [always] It always adds.\n" in said
    assert "  14: [언제나] 언제나 더합니다.\n" in said
    assert "This one" not in said


def test_a_page_that_is_not_there_is_a_mistake(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "update"):
        assert cli.main([command, "math/none"], Site(page)) == 2
        assert "docs/ko/math/none.md:1: there is no such page" in capfd.readouterr().err


# review


def test_review_lists_and_records_what_is_named(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (page / "data/reviews.json").unlink()
    assert cli.main(["review"], Site(page)) == 1
    listed = capfd.readouterr().out
    assert "docs/ko/math/sum.md:6: #sum: never read in both languages" in listed
    assert "tbe review --done math/sum" in listed
    assert cli.main(["review", "--done", "math/none"], Site(page)) == 2
    assert "there is no such page" in capfd.readouterr().err
    assert cli.main(["review", "--done"], Site(page)) == 2
    assert "name the pages that were read, or say --all" in capfd.readouterr().err
    assert cli.main(["review", "--done", "math/sum", "math/index", "data/index"], Site(page)) == 0
    assert cli.main(["review"], Site(page)) == 0
    assert "nothing to be read again" in capfd.readouterr().out


def test_every_language_has_its_templates() -> None:
    for code in Site(ROOT).languages:
        for kind in ("page", "chapter"):
            assert (new.TEMPLATES / f"{kind}.{code}.md").is_file()


def test_every_word_of_the_interface_is_said_in_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = [{section: words.keys() for section, words in Site(ROOT).words(code).items()} for code in Site(ROOT).languages]
    assert all(said[0] == other for other in said)
    words = tmp_path / "words.toml"
    words.write_text(
        project.WORDS.read_text("utf-8").replace(
            "[languages.en]", '[languages.fr]\nname = "F"\nfolder = "fr/"\nhome = "F"\n\n[languages.en]'
        ),
        "utf-8",
    )
    monkeypatch.setattr(project, "WORDS", words)
    assert list(Site(ROOT).languages) == ["ko", "fr", "en"]
    with pytest.raises(Fault, match=r"words.toml:1: \[\w+\] \w+ is not said in 'fr'\n  mend: add `\w+.fr = ...` beside it"):
        Site(ROOT).words("fr")


def test_the_page_of_a_recipe_bears_the_name_of_its_module() -> None:
    assert cli._page_name("recipes/early_stopping") == "recipes/early_stopping"
    with pytest.raises(argparse.ArgumentTypeError, match="is no page name"):
        cli._page_name("autograd/early_stopping")
